package se.dirigent.core.facility;

import java.util.Objects;
import se.dirigent.core.Texts;
import se.dirigent.core.geo.Position;

/**
 * Where units stand when they are free.
 *
 * @param id short name, unique in its region, 1–64 characters
 * @param name as people say it, 1–120 characters
 * @param synthetic whether it is invented for the demonstration
 */
public record Station(String id, String name, Position position, boolean synthetic) {
  public Station {
    id = Texts.require("id", id, 1, 64);
    name = Texts.require("name", name, 1, 120);
    Objects.requireNonNull(position, "position");
  }
}
