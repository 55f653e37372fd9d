package se.dirigent.simulator.chain;

import java.util.List;
import java.util.Objects;

/**
 * Emergency departments with so many places. Who comes by ambulance goes before those who walk in,
 * the most urgent first, and the crew waits until there is a place; handing over takes its time
 * after that. That offload delay is a queue with two sorts of patients for the same places:
 * Almehdawe, Jewkes and He, A Markovian queueing model for ambulance offload delays, European
 * Journal of Operational Research 226, 2013, pp. 602–614.
 *
 * @param rooms those that may be full; hospitals without one always have a place
 * @param choice how a crew's hospital is chosen
 */
public record Receiving(List<Room> rooms, Choice choice) {
  public Receiving {
    rooms = List.copyOf(rooms);
    Objects.requireNonNull(choice, "choice");
  }

  /** How a hospital is chosen among those that are open and receive the level. */
  public enum Choice {
    /** The one that the crew drives to soonest. */
    NEAREST,
    /** The one where there is a place soonest, drive and expected wait together. */
    SOONEST
  }

  /**
   * One emergency department.
   *
   * @param hospital its identity
   * @param places patients at once
   * @param walkInsPerDay patients a day who come by themselves, through the day as calls do
   * @param stay how long a patient has a place
   * @param receivesFrom the most urgent level that is taken there by ambulance
   * @param divertAbove with more crews than this in the queue, less urgent patients are taken
   *     elsewhere if there is an elsewhere
   */
  public record Room(
      String hospital,
      int places,
      double walkInsPerDay,
      Talk stay,
      int receivesFrom,
      int divertAbove) {
    /** More patients than that come to no hospital in a day. */
    public static final double WALK_INS_MAX = 10_000;

    public Room {
      if (places < 1 || places > Staffing.MOST) {
        throw new IllegalArgumentException(
            "places is %d; give 1 to %d".formatted(places, Staffing.MOST));
      }
      if (!(walkInsPerDay >= 0 && walkInsPerDay <= WALK_INS_MAX)) {
        throw new IllegalArgumentException(
            "walkInsPerDay is %s; give 0 to %.0f".formatted(walkInsPerDay, WALK_INS_MAX));
      }
      if (receivesFrom < 1 || divertAbove < 0) {
        throw new IllegalArgumentException(
            "receivesFrom is %d and divertAbove %d; give from 1 and from 0"
                .formatted(receivesFrom, divertAbove));
      }
    }
  }
}
