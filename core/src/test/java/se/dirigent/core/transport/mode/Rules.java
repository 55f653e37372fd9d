package se.dirigent.core.transport.mode;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.transport.mode.DecisionTable.ModeRule;
import se.dirigent.core.transport.mode.Needs.Care;
import se.dirigent.core.transport.mode.Needs.Escort;
import se.dirigent.core.transport.mode.Needs.Infection;
import se.dirigent.core.transport.mode.Needs.Posture;
import se.dirigent.core.transport.mode.TransportRules.Department;

/** Small rules to test with: a taxi, an ambulance and an aeroplane. */
public final class Rules {
  /** By road 120 km in 100 minutes; by air 150 of which 50 in the air. */
  public static final Ways WAYS = new Ways(120, 100, null, 150, 50, null);

  private Rules() {}

  /** A condition on posture and care alone. */
  static Condition on(
      @Nullable List<Posture> posture, @Nullable List<Care> care, @Nullable List<Urgency> urgency) {
    return new Condition(
        posture, care, null, null, urgency, null, null, null, null, null, null, null, null, null,
        null, null, null, null);
  }

  /** The rules. */
  public static TransportRules small() {
    ModeRule sitting =
        new ModeRule(
            "sits",
            on(List.of(Posture.SITS), List.of(Care.NONE), null),
            Mode.TAXI,
            Mode.AMBULANCE,
            "Sitter utan vård.",
            "Sits without care.");
    ModeRule quick =
        new ModeRule(
            "acute",
            on(null, null, List.of(Urgency.IMMEDIATE)),
            Mode.AEROPLANE,
            null,
            "Brådskar.",
            "Cannot wait.");
    ModeRule rest =
        new ModeRule("rest", Condition.always(), Mode.AMBULANCE, null, "Annars.", "Otherwise.");
    DecisionTable table =
        new DecisionTable(
            "1", "Testläkare", LocalDate.of(2026, 1, 1), null, List.of(sitting, quick, rest));
    Price taxi = new Price(100, 20, 0, 0, 1, "antaget", "2026", true);
    Price road = new Price(0, 10, 2000, 0, 2, "antaget", "2026", true);
    Price air = new Price(0, 0, 0, 24_000, 2, "antaget", "2026", true);
    Hours office =
        new Hours(
            List.of(
                DayOfWeek.MONDAY,
                DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY,
                DayOfWeek.THURSDAY,
                DayOfWeek.FRIDAY),
            LocalTime.of(7, 0),
            LocalTime.of(16, 0),
            List.of(Hours.DayOff.values()));
    Hours always = Hours.always();
    Condition anybody = Condition.always();
    Condition sits = on(List.of(Posture.SITS), List.of(Care.NONE), null);
    return new TransportRules(
        List.of(table),
        List.of(
            new Terms(Mode.TAXI, sits, false, 30, 30, 10, always, taxi),
            new Terms(Mode.AMBULANCE, anybody, true, 60, 60, 20, always, road),
            new Terms(Mode.AEROPLANE, anybody, true, 120, 120, 30, always, air)),
        List.of(
            new Deadline(
                "taxi-day-before",
                List.of(Mode.TAXI),
                true,
                1,
                LocalTime.of(14, 0),
                "Sjukresa ut ur länet beställs före 14 dagen innan.",
                "A taxi out of the county is ordered before 14 the day before.")),
        office,
        List.of(new Department("ostersund", "Medicinavdelning", "Demo vårdenhet", true)),
        List.of(),
        null);
  }

  /** A patient of whom nothing else is known. */
  public static Needs needs(
      Posture posture, Care care, boolean monitoring, @Nullable Integer weightKg) {
    return new Needs(
        posture,
        false,
        care,
        0,
        monitoring,
        false,
        false,
        false,
        false,
        weightKg,
        Infection.NONE,
        false,
        0,
        Escort.NONE,
        "");
  }

  /** Needs drawn by chance, among them those that cannot be. */
  public static Needs random(SplittableRandom random) {
    Posture posture = Posture.values()[random.nextInt(3)];
    boolean lies = posture == Posture.LIES;
    boolean incubator = lies && random.nextInt(20) == 0;
    return new Needs(
        posture,
        random.nextInt(6) == 0,
        Care.values()[random.nextInt(4)],
        random.nextInt(3) == 0 ? random.nextInt(16) : 0,
        random.nextInt(5) == 0,
        random.nextInt(5) == 0,
        random.nextInt(6) == 0,
        lies && random.nextInt(15) == 0,
        incubator,
        incubator ? Integer.valueOf(4) : random.nextBoolean() ? null : 20 + random.nextInt(200),
        Infection.values()[random.nextInt(10) < 7 ? 0 : 1 + random.nextInt(3)],
        random.nextInt(8) == 0,
        random.nextInt(4),
        Escort.values()[random.nextInt(10) < 7 ? 0 : 1 + random.nextInt(2)],
        random.nextInt(15) == 0 ? "Kan bli hotfull" : "");
  }
}
