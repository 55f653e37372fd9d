package se.dirigent.optimiser.recommend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.Shift;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.travel.TravelMode;

/**
 * Units made ready for questions at one moment: what does not depend on the incident is worked out
 * once, as numbers, so that thousands can be weighed in a millisecond. Never changes.
 */
public final class Fleet {
  /** Stands for "no such moment". */
  static final long NEVER = Long.MAX_VALUE / 4;

  /** Straight-line speed that no ground vehicle keeps, in metres per second (144 km/h). */
  private static final double GROUND_FASTEST = 40;

  /** And no aircraft (900 km/h). */
  private static final double AIR_FASTEST = 250;

  private static final double METRES_PER_DEGREE = 111_195;

  final Instant now;
  final List<Position> homes = new ArrayList<>();
  private final List<Candidate> units;
  private final Facts[] facts;

  /**
   * What is known of one unit, times in seconds from now.
   *
   * @param freeIn until it is free
   * @param lost whether it may be anywhere
   * @param positionAge age of its position, {@link #NEVER} when it has none
   * @param tooOld by how much its position is older than it should be
   * @param home index of its station, −1 when unknown
   * @param engaged level of the incident it serves, 0 when none
   * @param promised whether a care transport would be called off
   * @param cosine of its latitude
   * @param secondsPerMetre at the fastest; 0 when it may be anywhere
   */
  record Facts(
      KindProfile profile,
      double freeIn,
      boolean lost,
      long positionAge,
      double tooOld,
      long shiftEnd,
      long mealStart,
      long mealEnd,
      int home,
      int engaged,
      boolean neighbour,
      boolean promised,
      double callsLost,
      double latitude,
      double longitude,
      double cosine,
      double secondsPerMetre) {}

  Fleet(List<Candidate> units, RecommendParameters parameters, CoverLost cover, Instant now) {
    this.units = List.copyOf(units);
    this.now = now;
    this.facts = new Facts[units.size()];
    Map<Position, Integer> stations = new HashMap<>();
    for (int i = 0; i < facts.length; i++) {
      facts[i] = facts(this.units.get(i), parameters, cover, stations);
    }
  }

  /** How many units. */
  public int size() {
    return facts.length;
  }

  /** The unit of an index, in the order given. */
  public Candidate unit(int index) {
    return units.get(index);
  }

  Facts facts(int index) {
    return facts[index];
  }

  /**
   * Less than any unit can take from where it stands, as if by its fastest on a straight line.
   *
   * @param to where; when null nothing is known and all are 0
   * @param seconds filled, one for each unit
   */
  public void leastSeconds(@Nullable Position to, double[] seconds) {
    if (to == null) {
      Arrays.fill(seconds, 0);
      return;
    }
    double cosine = StrictMath.cos(Math.toRadians(to.latitude()));
    for (int i = 0; i < facts.length; i++) {
      Facts f = facts[i];
      double north = (f.latitude() - to.latitude()) * METRES_PER_DEGREE;
      double east =
          (f.longitude() - to.longitude()) * METRES_PER_DEGREE * Math.min(cosine, f.cosine());
      seconds[i] = Math.sqrt(north * north + east * east) * f.secondsPerMetre();
    }
  }

  private Facts facts(
      Candidate unit,
      RecommendParameters parameters,
      CoverLost cover,
      Map<Position, Integer> stations) {
    KindProfile profile = parameters.profile(unit.kind());
    long inStatus = Math.max(0, secondsSince(unit.statusSince()));
    Instant at = unit.positionAt();
    long age = at == null ? NEVER : secondsSince(at);
    Shift shift = unit.shift();
    Candidate.Engagement engagement = unit.engagement();
    Position position = unit.position();
    double fastest = profile.mode() == TravelMode.AIR ? AIR_FASTEST : GROUND_FASTEST;
    boolean moves = position == null || unit.status().busy();
    return new Facts(
        profile,
        parameters.availability().secondsLeft(unit.status(), inStatus, parameters),
        age >= parameters.positionLostAfter().toSeconds(),
        age,
        at == null ? 0 : Math.max(0, age - parameters.positionOldAfter().toSeconds()),
        shift == null ? NEVER : secondsUntil(shift.end()),
        shift == null ? NEVER : secondsUntil(shift.mealStart()),
        shift == null ? NEVER : secondsUntil(shift.mealEnd()),
        home(unit.home(), stations),
        engagement == null ? 0 : engagement.level(),
        unit.neighbour(),
        unit.promise() == Candidate.Promise.GIVEN,
        cover.callsLost(unit.unit()),
        position == null ? 0 : position.latitude(),
        position == null ? 0 : position.longitude(),
        position == null ? 1 : StrictMath.cos(Math.toRadians(position.latitude())),
        moves ? 0 : 1 / fastest);
  }

  private int home(@Nullable Position home, Map<Position, Integer> stations) {
    if (home == null) {
      return -1;
    }
    Integer known = stations.putIfAbsent(home, homes.size());
    if (known == null) {
      homes.add(home);
      return homes.size() - 1;
    }
    return known;
  }

  private long secondsSince(Instant then) {
    return seconds(then, now);
  }

  private long secondsUntil(@Nullable Instant then) {
    return then == null ? NEVER : seconds(now, then);
  }

  /**
   * Whole seconds, rounded down; a Duration for each of thousands of units would be thrown away.
   */
  private static long seconds(Instant from, Instant to) {
    int begun = to.getNano() < from.getNano() ? 1 : 0;
    return to.getEpochSecond() - from.getEpochSecond() - begun;
  }
}
