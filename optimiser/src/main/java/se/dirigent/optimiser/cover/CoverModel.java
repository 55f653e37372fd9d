package se.dirigent.optimiser.cover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.dirigent.optimiser.cover.Cover.LevelCover;
import se.dirigent.optimiser.cover.Cover.ZoneCover;

/**
 * Calculates cover. A call is reached in time when, of the units that can be there within the goal,
 * in order of nearness, one is free. That the nearer ones are taken is not independent of each
 * other; Larson's factor corrects for it.
 *
 * <p>Sources: Daskin, A maximum expected covering location model, Transportation Science 17(1),
 * 1983, pp. 48–70 (one chance of being busy for all); Batta, Dolan and Krishnamurthy, The maximal
 * expected covering location problem revisited, Transportation Science 23(4), 1989, pp. 277–287
 * (with the hypercube's correction); Jagtenberg, Bhulai and van der Mei, An efficient heuristic for
 * real-time ambulance redeployment, Operations Research for Health Care 4, 2015, pp. 27–35 (of the
 * units that are free at this moment). Here each unit has its own chance of being busy.
 *
 * <p>Not for use by several threads.
 */
public final class CoverModel {
  private final DemandForecast forecast;
  private final CoverParameters parameters;
  private final ReachTable reach;
  private final double[] shares;
  private final float[] nowhere;

  /**
   * A model of one region.
   *
   * @param reach made for the same places as the forecast's
   */
  public CoverModel(DemandForecast forecast, CoverParameters parameters, ReachTable reach) {
    this.forecast = forecast;
    this.parameters = parameters;
    this.reach = reach;
    this.shares = forecast.shares();
    this.nowhere = new float[shares.length];
    Arrays.fill(nowhere, Float.MAX_VALUE);
  }

  /** The cover that these units give now. */
  public Cover calculate(List<CoveringUnit> units, Instant now) {
    return new Moment(units, now).cover();
  }

  /** The units of one moment, and which zones each can reach in time. */
  private final class Moment {
    private final Instant now;
    private final List<CoveringUnit> units;
    private final double calls;
    private final Busy busy;
    private final List<Level> levels = new ArrayList<>();

    private Moment(List<CoveringUnit> units, Instant now) {
      this.units = List.copyOf(units);
      this.now = now;
      this.calls = forecast.nextHour(now);
      this.busy = Busy.of(this.units, parameters, calls, shares, this::secondsUrgent);
      for (CoverGoal goal : parameters.goals()) {
        levels.add(new Level(goal));
      }
    }

    private float[] secondsUrgent(CoveringUnit unit) {
      return reach.row(unit.position(), unit.mode(), parameters.goals().getFirst().urgency(), now);
    }

    private Cover cover() {
      List<ZoneCover> zones = new ArrayList<>();
      for (int zone = 0; zone < shares.length; zone++) {
        List<LevelCover> byLevel = new ArrayList<>();
        for (Level level : levels) {
          int[] near = level.near(zone);
          byLevel.add(new LevelCover(level.goal.level(), level.reached[zone], near.length));
        }
        zones.add(new ZoneCover(forecast.places().get(zone), calls * shares[zone], byLevel));
      }
      return new Cover(calls, busy.mean(), zones, byUnit(shareLost(levels.getFirst())));
    }

    private double[] shareLost(Level level) {
      double[] lost = new double[units.size()];
      for (int zone = 0; zone < shares.length; zone++) {
        int[] near = level.near(zone);
        for (int unit : near) {
          lost[unit] += Math.max(0, level.reached[zone] - busy.reached(near, unit)) * shares[zone];
        }
      }
      return lost;
    }

    private Map<String, Double> byUnit(double[] values) {
      Map<String, Double> byUnit = new HashMap<>();
      for (int unit = 0; unit < values.length; unit++) {
        byUnit.put(units.get(unit).unit(), values[unit]);
      }
      return byUnit;
    }

    /** One level's reach. */
    private final class Level {
      private final CoverGoal goal;
      private final double most;
      private final float[][] seconds;
      private final int[][] near;
      private final double[] reached;

      private Level(CoverGoal goal) {
        this.goal = goal;
        this.most = goal.within().minus(goal.turnout()).toSeconds();
        this.seconds = units.stream().map(this::seconds).toArray(float[][]::new);
        this.near = new int[shares.length][];
        this.reached = new double[shares.length];
        for (int zone = 0; zone < near.length; zone++) {
          int z = zone;
          near[zone] = Nearest.within(seconds.length, unit -> seconds[unit][z], most);
          reached[zone] = busy.reached(near[zone], -1);
        }
      }

      /** Seconds to each zone; farther than any goal for a unit that is not fit for the level. */
      private float[] seconds(CoveringUnit unit) {
        return unit.levelMostUrgent() <= goal.level()
            ? reach.row(unit.position(), unit.mode(), goal.urgency(), now)
            : nowhere;
      }

      /** Units that can be at the zone in time, the nearest first. */
      private int[] near(int zone) {
        return near[zone];
      }
    }
  }
}
