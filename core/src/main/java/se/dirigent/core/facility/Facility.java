package se.dirigent.core.facility;

import java.util.Objects;
import se.dirigent.core.Texts;
import se.dirigent.core.geo.Position;

/**
 * A hospital or other house that receives patients.
 *
 * @param id short name, unique in the country because patients go to other regions too, 1–64
 *     characters
 * @param name as people say it, 1–120 characters
 * @param level {@code univ}, {@code county} or {@code acute}, from the region's data
 * @param synthetic whether it is invented for the demonstration
 */
public record Facility(
    String id, String name, FacilityKind kind, String level, Position position, boolean synthetic) {
  public Facility {
    id = Texts.require("id", id, 1, 64);
    name = Texts.require("name", name, 1, 120);
    Objects.requireNonNull(kind, "kind");
    level = Texts.optional("level", level, 20);
    Objects.requireNonNull(position, "position");
  }
}
