package se.dirigent.simulator.ground;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.travel.CrowFlyTravelTimes;
import se.dirigent.routing.travel.Leg;
import se.dirigent.routing.travel.Route;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;

/**
 * The ground's journeys for whoever asks by position, such as the recommender; through the air
 * straight. Knows the positions of nodes only, as {@link Ground#position} gives them. Safe for many
 * threads.
 */
public final class GroundTravelTimes implements TravelTimes {
  private final CrowFlyTravelTimes air = new CrowFlyTravelTimes();
  private final Ground ground;
  private final Map<Position, Integer> nodes = new HashMap<>();
  private final Map<Position, Integer> goals = new HashMap<>();

  /** Travel times of a ground with so many nodes. */
  public GroundTravelTimes(Ground ground, int nodeCount) {
    this.ground = ground;
    for (int node = 0; node < nodeCount; node++) {
      nodes.put(ground.position(node), node);
    }
    for (int goal = 0; goal < ground.goals(); goal++) {
      goals.putIfAbsent(ground.position(ground.node(goal)), goal);
    }
  }

  @Override
  public Route route(Position from, Position to, TravelMode mode, Urgency urgency, Instant at) {
    Duration duration = Duration.ofMillis(millis(from, goal(to), urgency));
    return new Route(List.of(new Leg(Leg.By.ROAD, duration, from.metresTo(to), List.of(from, to))));
  }

  @Override
  public int[][] millis(
      List<Position> from, List<Position> to, TravelMode mode, Urgency urgency, Instant at) {
    int[][] times = new int[from.size()][to.size()];
    for (int column = 0; column < to.size(); column++) {
      int goal = goal(to.get(column));
      for (int row = 0; row < from.size(); row++) {
        times[row][column] =
            mode == TravelMode.AIR
                ? flown(from.get(row), to.get(column), urgency, at)
                : millis(from.get(row), goal, urgency);
      }
    }
    return times;
  }

  private int flown(Position from, Position to, Urgency urgency, Instant at) {
    return (int) air.between(from, to, TravelMode.AIR, urgency, at).median().toMillis();
  }

  private int millis(Position from, int goal, Urgency urgency) {
    Integer node = nodes.get(from);
    if (node == null) {
      throw new IllegalArgumentException("from is " + from + "; give the position of a node");
    }
    return ground.millis(node, goal, urgency == Urgency.LIGHTS_AND_SIRENS);
  }

  private int goal(Position to) {
    Integer goal = goals.get(to);
    if (goal == null) {
      throw new IllegalArgumentException(
          "to is " + to + "; give the position of a zone, base or hospital");
    }
    return goal;
  }
}
