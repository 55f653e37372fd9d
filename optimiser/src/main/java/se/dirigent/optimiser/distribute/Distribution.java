package se.dirigent.optimiser.distribute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An answer: the trips of all vehicles and what became of every casualty.
 *
 * @param trips by the minute of departure, then by vehicle
 * @param placements one for each casualty, in the problem's order
 * @param harm as the problem counts it
 * @param bound harm that no answer can be below, proven; 0 when nothing is proven
 */
public record Distribution(
    List<Trip> trips, List<Placement> placements, double harm, double bound) {
  public Distribution {
    trips = List.copyOf(trips);
    placements = List.copyOf(placements);
  }

  /**
   * One journey with casualties.
   *
   * @param loadMinute when loading begins
   * @param departureMinute when it leaves the place
   * @param arrivalMinute when it is at the hospital
   * @param freeMinute when it may leave the hospital
   * @param casualties numbers of who is on board
   */
  public record Trip(
      int vehicle,
      int place,
      int hospital,
      int loadMinute,
      int departureMinute,
      int arrivalMinute,
      int freeMinute,
      List<Integer> casualties) {
    public Trip {
      casualties = List.copyOf(casualties);
    }
  }

  /** What became of a casualty. */
  public sealed interface Placement {}

  /**
   * On a trip to a hospital.
   *
   * @param trip number of the trip
   * @param cleanMinute when decontamination at the place was done; {@link #NOT_CLEANED} for none
   * @param intakeMinute when the hospital takes the casualty in: at arrival, or later by a rule
   *     that lets casualties wait at its door
   * @param treatmentMinute when treatment begins
   */
  public record Placed(int trip, int cleanMinute, int intakeMinute, int treatmentMinute)
      implements Placement {
    /** Not decontaminated at the place. */
    public static final int NOT_CLEANED = -1;
  }

  /** Left where it is, or by a rule at a hospital's door, and why. */
  public record Unplaced(Why why) implements Placement {}

  /** Why a casualty is not placed. */
  public enum Why {
    /** No hospital takes the category and all specialties needed in any hour. */
    NO_HOSPITAL,
    /** No vehicle that may carry the category gets there and to such a hospital in time. */
    NO_VEHICLE,
    /** Others have the room, or the vehicles, that there is. */
    NO_ROOM,
    /** Driven by a rule to a hospital whose door was so crowded that it was never let in. */
    NOT_LET_IN
  }

  /** How far above the bound the harm is, as a share of the bound; 0 for no harm at all. */
  public double gap() {
    return harm == 0 ? 0 : bound <= 0 ? Double.POSITIVE_INFINITY : (harm - bound) / bound;
  }

  /** Numbers of the casualties who are not placed. */
  public List<Integer> unplaced() {
    List<Integer> left = new ArrayList<>();
    for (int c = 0; c < placements.size(); c++) {
      if (placements.get(c) instanceof Unplaced) {
        left.add(c);
      }
    }
    return left;
  }

  /** Casualties taken in, by hospital, hour and category. */
  public int[][][] loads(DistributionProblem problem) {
    int hours = Math.ceilDiv(problem.horizonMinutes(), 60);
    for (Placement placement : placements) {
      if (placement instanceof Placed placed) {
        hours = Math.max(hours, placed.intakeMinute() / 60 + 1);
      }
    }
    int[][][] loads = new int[problem.hospitals().size()][hours][problem.categories().size()];
    for (int c = 0; c < placements.size(); c++) {
      if (placements.get(c) instanceof Placed placed) {
        int hospital = trips.get(placed.trip()).hospital();
        loads[hospital][placed.intakeMinute() / 60][problem.casualties().get(c).category()]++;
      }
    }
    return loads;
  }

  /** Casualties taken in, by hospital. */
  public int[] totals(DistributionProblem problem) {
    return Arrays.stream(loads(problem))
        .mapToInt(hours -> Arrays.stream(hours).mapToInt(row -> Arrays.stream(row).sum()).sum())
        .toArray();
  }
}
