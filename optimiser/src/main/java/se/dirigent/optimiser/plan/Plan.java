package se.dirigent.optimiser.plan;

import java.util.List;

/**
 * An answer: which vehicle visits which stops in which order.
 *
 * @param cost travel, use of vehicles and what is left out, as the problem counts it
 * @param tours one for each vehicle that is used, in the order of the vehicles
 * @param unserved numbers of the rides that no vehicle takes, rising
 */
public record Plan(double cost, List<Tour> tours, List<Integer> unserved) {
  public Plan {
    tours = List.copyOf(tours);
    unserved = List.copyOf(unserved);
  }

  /**
   * What one vehicle does.
   *
   * @param vehicle its number in the problem
   * @param stops numbers of the stops in order, without the places where its shift begins and ends;
   *     with {@code n} rides, {@code 2n + k} is the vehicle's break {@code k}
   */
  public record Tour(int vehicle, List<Integer> stops) {
    public Tour {
      stops = List.copyOf(stops);
    }
  }
}
