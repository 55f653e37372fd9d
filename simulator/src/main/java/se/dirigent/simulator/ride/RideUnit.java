package se.dirigent.simulator.ride;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.dirigent.core.fleet.Capability;
import se.dirigent.core.fleet.Competence;
import se.dirigent.core.fleet.Shift;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.simulator.ride.model.RideModel;
import se.dirigent.simulator.roster.ShiftPlan;

/**
 * A unit that may take care transports.
 *
 * @param id its identity
 * @param number in the trial's world
 * @param kind what sort of unit
 * @param home place where it belongs
 * @param shifts all of them in a run, by beginning
 */
record RideUnit(String id, int number, UnitKind kind, int home, List<Shift> shifts) {
  /**
   * What an hour of a crew member costs with fees and inconvenient hours, in kronor [assumption;
   * between the agreements of the regions and the employers' fee of 2026].
   */
  private static final Map<Competence, Integer> PER_HOUR =
      new EnumMap<>(
          Map.of(
              Competence.SPECIALIST_NURSE, 470,
              Competence.NURSE, 420,
              Competence.ATTENDANT, 340,
              Competence.DRIVER, 300));

  RideUnit {
    shifts = List.copyOf(shifts);
  }

  static RideUnit of(
      String id,
      int number,
      UnitKind kind,
      int home,
      List<ShiftPlan> plans,
      Instant from,
      int days) {
    List<Shift> shifts = new ArrayList<>();
    for (ShiftPlan plan : plans) {
      // A shift begins once on each of its days: asked a moment after it would have begun.
      for (int day = -1; day <= days; day++) {
        Instant begins = from.plus(Duration.ofDays(day)).plusSeconds(plan.start().toSecondOfDay());
        Optional<Shift> shift = ShiftPlan.shiftAt(List.of(plan), begins, RideModel.CLOCK);
        shift.filter(s -> s.start().equals(begins)).ifPresent(shifts::add);
      }
    }
    shifts.sort(Comparator.comparing(Shift::start));
    return new RideUnit(id, number, kind, home, shifts);
  }

  /** What is on board, as the regions' packs have it. */
  static Set<Capability> capabilities(UnitKind kind) {
    return switch (kind) {
      case AMBULANCE, INTENSIVE_CARE ->
          Set.of(Capability.STRETCHER, Capability.OXYGEN, Capability.MONITORING);
      case TRANSPORT_AMBULANCE ->
          Set.of(Capability.STRETCHER, Capability.OXYGEN, Capability.MONITORING);
      case LIGHT_CARE_AMBULANCE ->
          Set.of(Capability.STRETCHER, Capability.WHEELCHAIR, Capability.OXYGEN);
      case PATIENT_TAXI -> Set.of(Capability.WHEELCHAIR);
      case ASSESSMENT_CAR, SINGLE_RESPONDER, PSYCHIATRIC_UNIT, DOCTOR_CAR -> Set.of();
      case HELICOPTER, AIR_AMBULANCE, MOUNTAIN_GROUP, MILITARY, OTHER -> Set.of();
    };
  }

  /** Who is on board, as the regions' packs have it. */
  static List<Competence> crew(UnitKind kind) {
    return switch (kind) {
      case AMBULANCE -> List.of(Competence.SPECIALIST_NURSE, Competence.ATTENDANT);
      case INTENSIVE_CARE -> List.of(Competence.DOCTOR, Competence.SPECIALIST_NURSE);
      case TRANSPORT_AMBULANCE -> List.of(Competence.NURSE, Competence.ATTENDANT);
      case LIGHT_CARE_AMBULANCE -> List.of(Competence.ATTENDANT, Competence.ATTENDANT);
      case PATIENT_TAXI -> List.of(Competence.DRIVER);
      case ASSESSMENT_CAR -> List.of(Competence.SPECIALIST_NURSE);
      case SINGLE_RESPONDER, PSYCHIATRIC_UNIT, DOCTOR_CAR, HELICOPTER -> List.of();
      case AIR_AMBULANCE, MOUNTAIN_GROUP, MILITARY, OTHER -> List.of();
    };
  }

  /** Kronor for an hour of a kind's crew. */
  static double kronorPerHour(UnitKind kind) {
    return crew(kind).stream().mapToInt(c -> PER_HOUR.getOrDefault(c, 0)).sum();
  }

  /** Whether it is there for care transports and not for calls of every level. */
  boolean forRides() {
    return switch (kind) {
      case TRANSPORT_AMBULANCE, LIGHT_CARE_AMBULANCE, PATIENT_TAXI -> true;
      case AMBULANCE, ASSESSMENT_CAR, SINGLE_RESPONDER, PSYCHIATRIC_UNIT -> false;
      case DOCTOR_CAR, INTENSIVE_CARE, HELICOPTER, AIR_AMBULANCE -> false;
      case MOUNTAIN_GROUP, MILITARY, OTHER -> false;
    };
  }

  /** Its shifts that have not ended at a moment. */
  List<Shift> from(Instant at) {
    int low = 0;
    int high = shifts.size();
    // Shifts of one unit end in the order they begin.
    while (low < high) {
      int middle = (low + high) / 2;
      if (shifts.get(middle).end().isAfter(at)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return shifts.subList(low, shifts.size());
  }

  /** Hours on duty from a moment to another. */
  double hours(Instant from, Instant to) {
    return shifts.stream()
        .filter(s -> !s.start().isBefore(from) && s.start().isBefore(to))
        .mapToDouble(s -> ChronoUnit.MINUTES.between(s.start(), s.end()) / 60.0)
        .sum();
  }
}
