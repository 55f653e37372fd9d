package se.dirigent.server.masscasualty.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.dirigent.optimiser.distribute.Intake;

/**
 * What a hospital takes in an hour when it has said and documented nothing: by its level, in the
 * first hour half of what it takes later, when more staff has come [assumption; no Swedish hospital
 * publishes its own]. Burns are the country's two burn centres' alone (national care at Akademiska
 * sjukhuset and Universitetssjukhuset i Linköping, Socialstyrelsen).
 */
public final class StandardIntake {
  /** The country's burn centres, by facility. */
  static final Set<String> BURN_CENTRES = Set.of("akademiska", "universitetssjukhuset-linkoping");

  private StandardIntake() {}

  /**
   * The first hour after the alarm, and every hour after it.
   *
   * @param facility id of the hospital
   * @param level as the region's data has it
   */
  public static List<Intake> of(String facility, String level) {
    boolean burns = BURN_CENTRES.contains(facility);
    return switch (level) {
      case "univ" -> hours(List.of(6, 10, 24, 2), List.of(10, burns ? 3 : 0, 3, 3, 4, 4, 6, 2));
      case "county" -> hours(List.of(4, 8, 20, 2), List.of(8, burns ? 3 : 0, 0, 1, 2, 3, 6, 1));
      case "acute" -> hours(List.of(2, 5, 15, 1), List.of(4, 0, 0, 0, 1, 1, 3, 1));
      // Emergency care by day, or none: who walks can be looked after.
      default -> hours(List.of(0, 1, 10, 1), List.of(0, 0, 0, 0, 1, 0, 0, 0));
    };
  }

  private static List<Intake> hours(List<Integer> categories, List<Integer> specialties) {
    List<Integer> first = categories.stream().map(most -> Math.ceilDiv(most, 2)).toList();
    List<Integer> firstOf = specialties.stream().map(most -> Math.ceilDiv(most, 2)).toList();
    List<Intake> hours = new ArrayList<>();
    hours.add(new Intake(first, firstOf));
    hours.add(new Intake(categories, specialties));
    return hours;
  }
}
