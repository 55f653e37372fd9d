package se.dirigent.optimiser.plan.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import se.dirigent.core.transport.Planned;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.RideProblem;
import se.dirigent.optimiser.plan.Timetable;

/** The order of a vehicle's stops, from the times its orders say. */
public final class TourOrder {
  private TourOrder() {}

  private record At(int stop, Instant time) {}

  /**
   * The tour. Orders say no breaks: they are had where the times allow it, the earliest such place.
   *
   * @param which numbers of the rides it has
   * @param rides all orders, in the problem's order
   */
  public static Plan.Tour of(
      RideProblem problem, int v, List<Integer> which, List<Transport> rides) {
    int n = problem.rides().size();
    List<Integer> stops =
        new ArrayList<>(
            which.stream()
                .flatMap(r -> stops(n, r, rides.get(r)))
                .sorted(Comparator.comparing(At::time))
                .map(At::stop)
                .toList());
    int breaks = problem.vehicles().get(v).breaks().size();
    for (int k = 0; k < breaks; k++) {
      stops = withBreak(problem, v, stops, 2 * n + k, breaks - k == 1);
    }
    return new Plan.Tour(v, stops);
  }

  private static Stream<At> stops(int n, int r, Transport t) {
    Planned planned = Objects.requireNonNull(t.planned());
    boolean onBoard = t.ride() == Ride.LOADED;
    return Stream.of(
        new At(r, onBoard ? Instant.MIN : planned.pickupAt()), new At(n + r, planned.arriveAt()));
  }

  private static List<Integer> withBreak(
      RideProblem problem, int v, List<Integer> stops, int rest, boolean last) {
    int n = problem.rides().size();
    int onBoard = 0;
    List<Integer> latest = List.of();
    for (int at = 0; at <= stops.size(); at++) {
      boolean follows =
          at == 0 || stops.subList(at, stops.size()).stream().noneMatch(s -> s >= 2 * n);
      if (onBoard == 0 && follows) {
        List<Integer> tried = new ArrayList<>(stops);
        tried.add(at, rest);
        latest = tried;
        if (last && Timetable.of(problem, new Plan.Tour(v, tried)).isPresent()) {
          return tried;
        }
      }
      if (at < stops.size()) {
        int stop = stops.get(at);
        onBoard += stop < n ? 1 : stop < 2 * n ? -1 : 0;
      }
    }
    return latest;
  }
}
