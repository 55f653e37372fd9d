package se.dirigent.simulator;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.dirigent.core.geo.Boundary;
import se.dirigent.core.geo.Position;
import se.dirigent.simulator.demand.DemandProfile;
import se.dirigent.simulator.demand.HourShape;
import se.dirigent.simulator.demand.Settlement;
import se.dirigent.simulator.roster.ShiftPlan;

/** A small invented region for tests: one town, one village, a square outline. */
public final class Samples {
  public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
  public static final Position TOWN = new Position(63.2, 14.6);
  public static final Position VILLAGE = new Position(63.4, 14.2);

  private Samples() {}

  public static DemandProfile demand(double callsPerDay) {
    return new DemandProfile(
        callsPerDay,
        HourShape.danish(ZONE),
        List.of(
            new Settlement("Provstad", "Provkommun", 50_000, TOWN, false),
            new Settlement("Provby", "Provkommun", 2_000, VILLAGE, true)),
        square(),
        Map.of(1, List.of("1A", "1B"), 2, List.of("2A"), 3, List.of("3")));
  }

  public static Boundary square() {
    return new Boundary(
        List.of(
            List.of(
                List.of(
                    new Position(63, 14),
                    new Position(63, 15),
                    new Position(63.6, 15),
                    new Position(63.6, 14)))));
  }

  public static List<ShiftPlan> roundTheClock() {
    Set<DayOfWeek> all = EnumSet.allOf(DayOfWeek.class);
    return List.of(
        new ShiftPlan(all, at(7), at(19), at(11), at(13)),
        new ShiftPlan(all, at(19), at(7), at(23), at(1)));
  }

  private static LocalTime at(int hour) {
    return LocalTime.of(hour, 0);
  }
}
