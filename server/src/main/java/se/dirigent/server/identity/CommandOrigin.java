package se.dirigent.server.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.RegionCode;

/**
 * Where a command is given, under which id, and by whom. A controller gets it by declaring a
 * parameter of this type on an address that holds {@code {region}}; the id is the header {@value
 * #ID_HEADER}, which the client makes and repeats when it tries again.
 *
 * @param seen journal sequence up to which the person has seen what the command is about, from the
 *     header {@value #SEEN_HEADER}; null when the sender does not ask to be stopped by news
 */
public record CommandOrigin(RegionCode region, UUID id, Actor actor, @Nullable Long seen) {
  public static final String ID_HEADER = "Command-Id";
  public static final String SEEN_HEADER = "Seen-Seq";

  /** The user name that the journal shows. */
  public String by() {
    return actor.username();
  }
}
