package se.dirigent.core.masscasualty;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;

/**
 * The first unit's report, by the letters of METHANE; that it is a major incident is said by making
 * it. What is not known yet is empty, so that the report need not wait.
 *
 * @param exactLocation at most 300 characters, and so the others
 * @param type what has happened
 * @param hazards there now and expected
 * @param access ways in and out
 * @param casualties how many are thought to be hurt, 0–100 000; null when nobody knows
 * @param services those there and those needed
 */
public record Methane(
    String exactLocation,
    String type,
    String hazards,
    String access,
    @Nullable Integer casualties,
    String services) {
  private static final int LENGTH_MAX = 300;
  private static final int CASUALTIES_MAX = 100_000;

  public Methane {
    exactLocation = Texts.optional("exactLocation", exactLocation, LENGTH_MAX);
    type = Texts.optional("type", type, LENGTH_MAX);
    hazards = Texts.optional("hazards", hazards, LENGTH_MAX);
    access = Texts.optional("access", access, LENGTH_MAX);
    services = Texts.optional("services", services, LENGTH_MAX);
    if (casualties != null && (casualties < 0 || casualties > CASUALTIES_MAX)) {
      throw new Refused(
          "majorIncident.casualties",
          "casualties",
          Map.of("value", "" + casualties, "max", "" + CASUALTIES_MAX));
    }
  }
}
