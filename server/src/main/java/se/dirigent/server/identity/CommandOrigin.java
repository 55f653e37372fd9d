package se.dirigent.server.identity;

import java.util.UUID;
import se.dirigent.core.geo.RegionCode;

/**
 * Where a command is given, under which id, and by whom. A controller gets it by declaring a
 * parameter of this type on an address that holds {@code {region}}; the id is the header {@value
 * #ID_HEADER}, which the client makes and repeats when it tries again.
 */
public record CommandOrigin(RegionCode region, UUID id, Actor actor) {
  public static final String ID_HEADER = "Command-Id";

  /** The user name that the journal shows. */
  public String by() {
    return actor.username();
  }
}
