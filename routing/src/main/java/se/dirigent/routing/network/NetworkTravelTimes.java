package se.dirigent.routing.network;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.closure.Contradiction;
import se.dirigent.routing.closure.Met;
import se.dirigent.routing.closure.Outcome;
import se.dirigent.routing.closure.Restriction;
import se.dirigent.routing.drive.DriveParameters;
import se.dirigent.routing.flight.Airfields;
import se.dirigent.routing.flight.Flights;
import se.dirigent.routing.hierarchy.Direction;
import se.dirigent.routing.travel.CrowFlyParameters;
import se.dirigent.routing.travel.CrowFlyTravelTimes;
import se.dirigent.routing.travel.Route;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;

/**
 * Travel times by every mode: roads on the most detailed network that holds all positions asked
 * for, aeroplanes between airfields, and everything else off the network. Safe for many threads.
 */
public final class NetworkTravelTimes implements TravelTimes {
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  private final List<RoadTimes> networks;
  private final List<RoadTravelTimes> roads;
  private final CrowFlyTravelTimes off;
  private final Flights flights;

  /**
   * Travel times on some networks.
   *
   * @param networks at least one, the most detailed first and the widest last
   * @param off how one travels off the network
   * @param airfields where aeroplanes land
   */
  public NetworkTravelTimes(List<RoadTimes> networks, CrowFlyTravelTimes off, Airfields airfields) {
    if (networks.isEmpty()) {
      throw new IllegalArgumentException("networks is empty; give at least one");
    }
    this.networks = List.copyOf(networks);
    this.roads = networks.stream().map(n -> new RoadTravelTimes(n, off)).toList();
    this.off = off;
    this.flights = new Flights(airfields, off);
  }

  /**
   * Travel times in Sweden with the default figures.
   *
   * @param widest the network for all that the others do not hold
   * @param detailed networks made from map extracts; may be empty
   */
  public static NetworkTravelTimes sweden(RoadNetwork widest, List<RoadNetwork> detailed) {
    return new NetworkTravelTimes(
        Stream.concat(detailed.stream(), Stream.of(widest))
            .map(network -> new RoadTimes(network, DriveParameters.defaults(), SWEDEN))
            .toList(),
        new CrowFlyTravelTimes(CrowFlyParameters.defaults()),
        Airfields.sweden());
  }

  /**
   * Puts a set of restrictions in force on every network, in place of the one before. Every answer
   * that begins after this has returned knows them.
   *
   * @throws IllegalArgumentException when an identity is given twice
   */
  public Outcome restrict(List<Restriction> restrictions) {
    Map<String, Integer> met = new HashMap<>();
    List<Contradiction> contradictions = new ArrayList<>();
    for (RoadTimes network : networks) {
      Outcome outcome = network.restrict(restrictions);
      outcome.roads().forEach((id, count) -> met.merge(id, count, Integer::sum));
      outcome.contradictions().stream()
          .filter(c -> !contradictions.contains(c))
          .forEach(contradictions::add);
    }
    return new Outcome(met, contradictions);
  }

  /** The roads that a report would be about, on the most detailed network that has any of them. */
  public Met met(Restriction restriction) {
    int count = 0;
    List<List<Position>> lines = new ArrayList<>();
    for (RoadTimes times : networks) {
      List<Integer> roads = times.met(restriction);
      if (count == 0) {
        roads.stream().limit(Met.LINES_MAX).map(times.network()::line).forEach(lines::add);
      }
      count += roads.size();
    }
    return new Met(count, lines);
  }

  @Override
  public Route route(Position from, Position to, TravelMode mode, Urgency urgency, Instant at) {
    return switch (mode) {
      case ROAD -> roads(List.of(from, to)).route(from, to, urgency, at);
      case AEROPLANE -> flights.route(this, from, to, urgency, at);
      case AIR, BOAT, OFF_ROAD, FOOT -> off.route(from, to, mode, urgency, at);
    };
  }

  @Override
  public int[][] millis(
      List<Position> from, List<Position> to, TravelMode mode, Urgency urgency, Instant at) {
    return switch (mode) {
      case ROAD ->
          roads(Stream.concat(from.stream(), to.stream()).toList()).millis(from, to, urgency, at);
      case AEROPLANE, AIR, BOAT, OFF_ROAD, FOOT ->
          TravelTimes.super.millis(from, to, mode, urgency, at);
    };
  }

  @Override
  public ToIntFunction<Position> toward(
      Position goal, TravelMode mode, Urgency urgency, Instant at) {
    return mode == TravelMode.ROAD
        ? around(goal, roads -> roads.around(goal, Direction.TO, urgency, at))
        : TravelTimes.super.toward(goal, mode, urgency, at);
  }

  @Override
  public ToIntFunction<Position> away(
      Position origin, TravelMode mode, Urgency urgency, Instant at) {
    return mode == TravelMode.ROAD
        ? around(origin, roads -> roads.around(origin, Direction.FROM, urgency, at))
        : TravelTimes.super.away(origin, mode, urgency, at);
  }

  private ToIntFunction<Position> around(
      Position centre, Function<RoadTravelTimes, ToIntFunction<Position>> make) {
    Map<RoadTravelTimes, ToIntFunction<Position>> made = new IdentityHashMap<>(networks.size());
    return other -> made.computeIfAbsent(roads(List.of(centre, other)), make).applyAsInt(other);
  }

  /**
   * Least milliseconds from any of some origins to each of many goals, {@link #NO_WAY} where there
   * is none; for maps of what can be reached. By road it costs a sweep for every few origins.
   */
  public int[] least(
      List<Position> from, List<Position> to, TravelMode mode, Urgency urgency, Instant at) {
    if (mode == TravelMode.ROAD && !from.isEmpty()) {
      return roads(Stream.concat(from.stream(), to.stream()).toList()).least(from, to, urgency, at);
    }
    int[] least = new int[to.size()];
    Arrays.fill(least, NO_WAY);
    for (int[] row : millis(from, to, mode, urgency, at)) {
      for (int j = 0; j < least.length; j++) {
        least[j] = Math.min(least[j], row[j]);
      }
    }
    return least;
  }

  /** The roads of the first network that holds every position; else of the widest. */
  private RoadTravelTimes roads(List<Position> positions) {
    for (int i = 0; i < networks.size() - 1; i++) {
      RoadNetwork network = networks.get(i).network();
      if (positions.stream().allMatch(network::covers)) {
        return roads.get(i);
      }
    }
    return roads.getLast();
  }
}
