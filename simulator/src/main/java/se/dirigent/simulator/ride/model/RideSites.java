package se.dirigent.simulator.ride.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.Position;
import se.dirigent.core.transport.mode.Ways;
import se.dirigent.routing.travel.TravelTimes;

/**
 * Where patients of a region travel beside its own places, and the ways there. Nothing is looked up
 * before it is asked for, so that a scenario is read without a road; what is found is kept, so that
 * scenarios of the same region share it. Safe for use by several threads.
 */
public final class RideSites {
  private final Supplier<Found> search;
  private @Nullable Found found;
  private final Map<Pair, Ways> known = new ConcurrentHashMap<>();

  private record Pair(Position from, Position to) {}

  /**
   * The sites of a region.
   *
   * @param receivers hospitals of other regions that its patients are sent to, each as likely
   * @param airfield where aeroplanes fetch its patients
   * @param times the roads
   * @param doorToDoor every way between two places, the same answer each time
   */
  public record Found(
      List<Position> receivers,
      Position airfield,
      TravelTimes times,
      BiFunction<Position, Position, Ways> doorToDoor) {
    public Found {
      if (receivers.isEmpty()) {
        throw new IllegalArgumentException("there is no receiver; give at least one");
      }
      receivers = List.copyOf(receivers);
      Objects.requireNonNull(airfield, "airfield");
    }
  }

  /**
   * Sites that are looked up when somebody asks.
   *
   * @param search asked once at most
   */
  public RideSites(Supplier<Found> search) {
    this.search = search;
  }

  private synchronized Found found() {
    Found known = found == null ? search.get() : found;
    found = known;
    return known;
  }

  /** Hospitals of other regions. */
  public List<Position> receivers() {
    return found().receivers();
  }

  /** Where aeroplanes land. */
  public Position airfield() {
    return found().airfield();
  }

  /** The roads. */
  public TravelTimes times() {
    return found().times();
  }

  /** Every way between two places. */
  public Ways ways(Position from, Position to) {
    return known.computeIfAbsent(
        new Pair(from, to), p -> found().doorToDoor().apply(p.from(), p.to()));
  }

  /** The same for the same sites, on whichever machine: experiments are told apart by it. */
  @Override
  public String toString() {
    return "receivers %s, airfield %s".formatted(receivers(), airfield());
  }
}
