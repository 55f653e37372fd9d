package se.dirigent.core.masscasualty;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** This report, and where it says nothing what another says. */
  Methane filledFrom(Methane other) {
    return new Methane(
        first(exactLocation, other.exactLocation),
        first(type, other.type),
        first(hazards, other.hazards),
        first(access, other.access),
        casualties == null ? other.casualties : casualties,
        first(services, other.services));
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  /** What it says, each after its letter; what it does not say is left out. */
  String inWords() {
    return Stream.of(
            line("E", exactLocation),
            line("T", type),
            line("H", hazards),
            line("A", access),
            line("N", casualties == null ? "" : String.valueOf(casualties)),
            line("E", services))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static String line(String letter, String said) {
    return said.isEmpty() ? "" : letter + " " + said;
  }
}
