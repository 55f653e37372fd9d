package se.dirigent.core.masscasualty.capacity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;

/**
 * A plan to free beds: reverse triage, in which those who risk least by it leave first (Kelen GD et
 * al. Inpatient disposition classification for the creation of hospital surge capacity. Lancet
 * 2006;368:1984–1990).
 *
 * @param facility id of the hospital
 * @param releases 1–200
 * @param source who says so
 * @param documentedOn when
 */
public record BedPlan(
    String facility, List<Release> releases, String source, LocalDate documentedOn) {
  private static final int RELEASES_MAX = 200;
  private static final int HOURS_MAX = 96;

  /** What the patient who leaves risks by it. */
  public enum Risk {
    MINIMAL,
    LOW,
    MODERATE,
    HIGH,
    VERY_HIGH
  }

  /**
   * Beds that a ward can free.
   *
   * @param ward as the hospital names it
   * @param beds how many
   * @param withinHours from the alarm, 1–96
   * @param to where the patients go: home, a health centre, another hospital
   */
  public record Release(String ward, int beds, int withinHours, Risk risk, String to) {
    public Release {
      ward = Texts.require("ward", ward, 1, 120);
      beds = Numbers.require("beds", beds);
      if (withinHours < 1 || withinHours > HOURS_MAX) {
        throw new Refused(
            "capacity.within",
            "withinHours",
            Map.of("value", "" + withinHours, "max", "" + HOURS_MAX));
      }
      Objects.requireNonNull(risk, "risk");
      to = Texts.require("to", to, 2, 120);
    }
  }

  public BedPlan {
    facility = Texts.require("facility", facility, 1, 64);
    releases = List.copyOf(releases);
    if (releases.isEmpty() || releases.size() > RELEASES_MAX) {
      throw new Refused(
          "capacity.releases",
          "releases",
          Map.of("count", "" + releases.size(), "max", "" + RELEASES_MAX));
    }
    source = Texts.require("source", source, 2, 300);
    Objects.requireNonNull(documentedOn, "documentedOn");
  }

  /**
   * Beds that are free some hours after the alarm when nobody who risks more than told leaves.
   *
   * @param hours since the alarm
   */
  public int freed(int hours, Risk most) {
    return releases.stream()
        .filter(r -> r.withinHours() <= hours && r.risk().compareTo(most) <= 0)
        .mapToInt(Release::beds)
        .sum();
  }
}
