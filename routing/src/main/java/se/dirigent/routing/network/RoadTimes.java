package se.dirigent.routing.network;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.closure.Contradiction;
import se.dirigent.routing.closure.Outcome;
import se.dirigent.routing.closure.Restriction;
import se.dirigent.routing.drive.Conditions;
import se.dirigent.routing.drive.DriveParameters;
import se.dirigent.routing.drive.Season;
import se.dirigent.routing.drive.Traffic;
import se.dirigent.routing.hierarchy.Metric;
import se.dirigent.routing.travel.Urgency;

/**
 * The times of a network's roads as they are at a moment: conditions and live restrictions. Times
 * are worked out when first asked for and kept until the restrictions change. Safe for many
 * threads.
 */
public final class RoadTimes {
  /**
   * Sets of times kept: two urgencies, three kinds of traffic and two seasons make twelve, with
   * room for restrictions that begin and end.
   */
  private static final int KEPT_MAX = 24;

  /** Positions whose nearest road is remembered: every unit and case of the country and more. */
  private static final int SPOTS_MAX = 50_000;

  private final RoadNetwork network;
  private final DriveParameters parameters;
  private final ZoneId zone;
  private volatile State state = new State(List.of(), List.of());
  private @Nullable RoadMoment usual;

  public RoadTimes(RoadNetwork network, DriveParameters parameters, ZoneId zone) {
    this.network = network;
    this.parameters = parameters;
    this.zone = zone;
  }

  /** Restrictions in force, what they met, and what was worked out from them. */
  private record State(
      List<Restriction> restrictions, List<List<Integer>> roads, Map<Key, RoadMoment> moments) {
    State(List<Restriction> restrictions, List<List<Integer>> roads) {
      this(restrictions, roads, new ConcurrentHashMap<>());
    }
  }

  /** What times depend on: the conditions, and which of the restrictions hold. */
  private record Key(Conditions conditions, BitSet holding) {}

  /** The network. */
  public RoadNetwork network() {
    return network;
  }

  /**
   * Puts a set of restrictions in force in place of the one before. Every answer that begins after
   * this has returned knows them. Of reports that contradict each other the graver is followed.
   */
  public synchronized Outcome restrict(List<Restriction> restrictions) {
    Set<String> ids = new HashSet<>();
    List<List<Integer>> roads = new ArrayList<>();
    Map<String, Integer> met = new HashMap<>();
    for (Restriction restriction : restrictions) {
      if (!ids.add(restriction.id())) {
        throw new IllegalArgumentException(
            "restriction " + restriction.id() + " is given twice; give each once");
      }
      roads.add(met(restriction));
      met.put(restriction.id(), roads.getLast().size());
    }
    state = new State(List.copyOf(restrictions), roads);
    return new Outcome(met, contradictions(restrictions, roads));
  }

  /** The roads a report is about, each once. */
  List<Integer> met(Restriction restriction) {
    return switch (restriction.shape()) {
      case ACROSS -> network.across(restriction.line());
      case ALONG -> along(restriction.line());
      case AREA -> network.index().within(restriction.line());
    };
  }

  /** The roads of the quickest way through the positions; none when one is out of reach. */
  private List<Integer> along(List<Position> line) {
    RoadMoment usual = usual();
    Set<Integer> met = new TreeSet<>();
    for (int i = 0; i + 1 < line.size(); i++) {
      Optional<RoadSpot> start = usual.spot(line.get(i));
      Optional<RoadSpot> goal = usual.spot(line.get(i + 1));
      if (start.isEmpty() || goal.isEmpty()) {
        return List.of();
      }
      met.addAll(usual.roads(start.get(), goal.get()));
    }
    return List.copyOf(met);
  }

  /** As the roads are by day in summer with nothing in the way. */
  private synchronized RoadMoment usual() {
    RoadMoment known = usual;
    if (known == null) {
      Conditions conditions = new Conditions(Urgency.NORMAL, Traffic.DAY, Season.BARE);
      known = make(new State(List.of(), List.of()), new Key(conditions, new BitSet()));
      usual = known;
    }
    return known;
  }

  private static List<Contradiction> contradictions(
      List<Restriction> restrictions, List<List<Integer>> roads) {
    List<Contradiction> found = new ArrayList<>();
    for (int i = 0; i < restrictions.size(); i++) {
      for (int j = i + 1; j < restrictions.size(); j++) {
        if (roads.get(i).stream().anyMatch(roads.get(j)::contains)) {
          contradiction(restrictions.get(i), restrictions.get(j), found);
        }
      }
    }
    return found;
  }

  private static void contradiction(Restriction a, Restriction b, List<Contradiction> out) {
    if (!overlap(a, b) || gravity(a) == gravity(b)) {
      return;
    }
    Restriction graver = gravity(a) > gravity(b) ? a : b;
    Restriction other = graver == a ? b : a;
    out.add(
        new Contradiction(
            graver.id(), other.id(), says(graver) + ", " + says(other) + " of the same road"));
  }

  private static boolean overlap(Restriction a, Restriction b) {
    return (b.until() == null || a.from().isBefore(b.until()))
        && (a.until() == null || b.from().isBefore(a.until()));
  }

  private static double gravity(Restriction restriction) {
    return switch (restriction) {
      case Restriction.Closed c -> Double.POSITIVE_INFINITY;
      case Restriction.Slow slow -> slow.delay();
    };
  }

  private static String says(Restriction restriction) {
    return switch (restriction) {
      case Restriction.Closed c -> c.source() + " says closed";
      case Restriction.Slow slow -> slow.source() + " says " + slow.delay() + " times as slow";
    };
  }

  /** The times of journeys that begin at a moment. */
  RoadMoment at(Urgency urgency, Instant at) {
    State now = state;
    BitSet holding = new BitSet();
    for (int i = 0; i < now.restrictions().size(); i++) {
      holding.set(i, now.restrictions().get(i).holdsAt(at));
    }
    Key key = new Key(Conditions.of(urgency, at, zone), holding);
    RoadMoment moment = now.moments().get(key);
    if (moment == null) {
      if (now.moments().size() >= KEPT_MAX) {
        now.moments().clear();
      }
      moment = now.moments().computeIfAbsent(key, k -> make(now, k));
    }
    return moment;
  }

  private RoadMoment make(State now, Key key) {
    Roads roads = network.roads();
    float[] delay = new float[roads.count()];
    for (int r = 0; r < delay.length; r++) {
      delay[r] = (float) parameters.delay(roads.kindOf(r), key.conditions());
    }
    BitSet closed = new BitSet();
    Map<Integer, Double> slowest = new HashMap<>();
    for (int i = key.holding().nextSetBit(0); i >= 0; i = key.holding().nextSetBit(i + 1)) {
      double gravity = gravity(now.restrictions().get(i));
      now.roads().get(i).forEach(r -> slowest.merge(r, gravity, Math::max));
    }
    slowest.forEach((r, gravity) -> {
      closed.set(r, gravity == Double.POSITIVE_INFINITY);
      delay[r] *= gravity.floatValue();
    });
    int[] millis = new int[2 * roads.count()];
    for (int arc = 0; arc < millis.length; arc++) {
      millis[arc] = closed.get(arc >> 1) ? Metric.UNREACHABLE : millis(roads, arc, delay[arc >> 1]);
    }
    return new RoadMoment(
        network, millis, new Metric(network.hierarchy(), millis), closed, SPOTS_MAX);
  }

  private static int millis(Roads roads, int arc, double delay) {
    if (!roads.open(arc)) {
      return Metric.UNREACHABLE;
    }
    int r = arc >> 1;
    double moving =
        roads.kmPerHour()[r] == 0 ? 0 : roads.metres()[r] * 3600 / roads.kmPerHour()[r] * delay;
    return (int)
        Math.min(Metric.UNREACHABLE, Math.round(moving + 1000.0 * roads.fixedSeconds()[r]));
  }

  /** How much longer small roads take than by day on bare ground without lights. */
  double localDelay(Urgency urgency, Instant at) {
    Conditions conditions = Conditions.of(urgency, at, zone);
    return parameters.delay(se.dirigent.routing.drive.RoadKind.STREET, conditions);
  }
}
