package se.dirigent.optimiser.standby;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.Position;
import se.dirigent.optimiser.cover.DemandZone;
import se.dirigent.optimiser.standby.Move.Why;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;

/**
 * Proposes moves of units on the road, the best first, each on top of those before, and prices
 * their absence: what {@link Standby} decides, on the travel times of the hour. Not for use by
 * several threads.
 */
public final class Relocations {
  private static final double HOUR_MILLIS = 3_600_000;

  private final List<Base> bases;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<DemandZone> places;
  private final Goal goal;
  private final StandbyRules rules;
  private final int proposalsMax;
  private final TravelTimes times;
  private @Nullable Instant hour;
  private @Nullable Ground ground;

  /**
   * What being there in time means.
   *
   * @param within drive of the most urgent level, turnout left out
   * @param urgency how it drives
   */
  public record Goal(Duration within, Urgency urgency) {}

  /** What each base reaches in an hour, and who decides on it. */
  private record Ground(Reach reach, Standby standby) {}

  /**
   * Proposals for a region.
   *
   * @param bases where units may stand, at least one
   * @param places where calls come from
   * @param proposalsMax most proposals at once: more than a dispatcher can carry out is no help
   */
  public Relocations(
      List<Base> bases,
      List<DemandZone> places,
      Goal goal,
      StandbyRules rules,
      int proposalsMax,
      TravelTimes times) {
    this.bases = List.copyOf(bases);
    bases.forEach(base -> numbers.put(base.id(), numbers.size()));
    this.places = List.copyOf(places);
    this.goal = goal;
    this.rules = rules;
    this.proposalsMax = proposalsMax;
    this.times = times;
  }

  /** Roads have been closed or opened: what the bases reach is asked anew. */
  public void forgetRoads() {
    hour = null;
  }

  /**
   * The proposals.
   *
   * @param free every unit that counts for the cover now, movable or not
   */
  public List<Move> propose(List<Movable> free, Instant now) {
    Ground on = ground(now);
    Scene scene = new Scene(free, now);
    List<Move> moves = new ArrayList<>();
    for (int unit = 0; unit < free.size() && moves.size() < proposalsMax; unit++) {
      int of = unit;
      if (free.get(unit).underWay() && !scene.resting(unit) && scene.base(unit) >= 0) {
        int home = scene.base(unit);
        int base = on.standby().base(scene, unit, home, b -> scene.hours(of, b));
        if (base != home) {
          moves.add(scene.move(on, unit, base, Why.FREED));
        }
      }
    }
    while (moves.size() < proposalsMax) {
      Optional<Standby.Shift> best = on.standby().shift(scene);
      if (best.isEmpty()) {
        break;
      }
      moves.add(scene.move(on, best.get().unit(), best.get().base(), Why.STANDS));
    }
    return moves;
  }

  /**
   * What it costs the cover to send each of the units.
   *
   * @param free as for {@link #propose}
   * @param urgentCalls expected in the next hour at the most urgent level
   * @return by unit how many of these calls would be late without it, see {@link CoverPrice}
   */
  public Map<String, Double> callsLost(List<Movable> free, double urgentCalls, Instant now) {
    int[] at = bases(free);
    CoverPrice price =
        ground(now)
            .standby()
            .price(
                new Standby.Standing() {
                  @Override
                  public int units() {
                    return at.length;
                  }

                  @Override
                  public int base(int unit) {
                    return at[unit];
                  }
                },
                urgentCalls);
    Map<String, Double> lost = new HashMap<>();
    for (int unit = 0; unit < at.length; unit++) {
      lost.put(free.get(unit).unit(), price.callsLost(at[unit]));
    }
    return lost;
  }

  private int[] bases(List<Movable> units) {
    return units.stream().mapToInt(u -> numbers.getOrDefault(u.base(), -1)).toArray();
  }

  /** Roads are slower at some hours, so each has a reach of its own. */
  private Ground ground(Instant now) {
    Ground known = ground;
    Instant of = now.truncatedTo(ChronoUnit.HOURS);
    if (known != null && of.equals(hour)) {
      return known;
    }
    int[][] millis =
        times.millis(
            bases.stream().map(Base::position).toList(),
            places.stream().map(DemandZone::position).toList(),
            TravelMode.ROAD,
            goal.urgency(),
            now);
    double[][] seconds = new double[millis.length][places.size()];
    for (int base = 0; base < millis.length; base++) {
      for (int place = 0; place < seconds[base].length; place++) {
        int ms = millis[base][place];
        seconds[base][place] = ms == TravelTimes.NO_WAY ? Double.POSITIVE_INFINITY : ms / 1000.0;
      }
    }
    double[] weight = places.stream().mapToDouble(DemandZone::weight).toArray();
    Reach reach = Reach.within(seconds, goal.within().toSeconds(), rules.steps(), weight);
    Ground made = new Ground(reach, new Standby(reach, rules));
    ground = made;
    hour = of;
    return made;
  }

  /** The free units as the moves proposed so far would have them. */
  private final class Scene implements Standby.Free {
    private final List<Movable> units;
    private final int[][] millis;
    private final int[] base;
    private final boolean[] moved;

    private Scene(List<Movable> units, Instant now) {
      this.units = units;
      List<Position> from = units.stream().map(Movable::position).toList();
      List<Position> to = bases.stream().map(Base::position).toList();
      this.millis =
          units.isEmpty()
              ? new int[0][]
              : times.millis(from, to, TravelMode.ROAD, Urgency.NORMAL, now);
      this.base = bases(units);
      this.moved = new boolean[base.length];
    }

    private Move move(Ground on, int unit, int to, Why why) {
      Movable of = units.get(unit);
      Reached before = new Reached(on.reach(), base, rules.busy());
      base[unit] = to;
      moved[unit] = true;
      Reached after = new Reached(on.reach(), base, rules.busy());
      return new Move(
          of.unit(),
          bases.get(to).id(),
          why,
          Duration.ofMillis(millis[unit][to]),
          before.share(),
          after.share(),
          after.notIn(before, places),
          before.notIn(after, places),
          of.moves() + (why == Why.STANDS ? 1 : 0));
    }

    @Override
    public int units() {
      return base.length;
    }

    @Override
    public int base(int unit) {
      return base[unit];
    }

    @Override
    public double hours(int unit, int to) {
      int ms = millis[unit][to];
      return ms == TravelTimes.NO_WAY ? Double.POSITIVE_INFINITY : ms / HOUR_MILLIS;
    }

    @Override
    public int moves(int unit) {
      return units.get(unit).moves();
    }

    @Override
    public boolean resting(int unit) {
      return moved[unit] || units.get(unit).resting();
    }
  }
}
