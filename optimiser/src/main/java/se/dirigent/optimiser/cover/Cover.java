package se.dirigent.optimiser.cover;

import java.util.List;
import java.util.Map;

/**
 * The cover of a region at one moment, as it is shown. What it costs to send a unit is not read
 * from it: that is {@link se.dirigent.optimiser.standby.CoverPrice}.
 *
 * @param callsNextHour calls expected in the next hour, of all levels
 * @param busy chance that a unit that is free now is taken when a call comes, on average, 0 to 1
 * @param zones by place, in the order of the forecast
 * @param shareLost by unit: how much the share of the most urgent level sinks without it
 */
public record Cover(
    double callsNextHour, double busy, List<ZoneCover> zones, Map<String, Double> shareLost) {
  public Cover {
    zones = List.copyOf(zones);
    shareLost = Map.copyOf(shareLost);
  }

  /**
   * A place.
   *
   * @param calls expected in the next hour, of all levels
   * @param levels by level, the most urgent first
   */
  public record ZoneCover(DemandZone zone, double calls, List<LevelCover> levels) {
    public ZoneCover {
      levels = List.copyOf(levels);
    }
  }

  /**
   * A level of urgency at a place.
   *
   * @param share part of the calls that is reached within the goal, 0 to 1
   * @param units how many units would be there within the goal if none were taken
   */
  public record LevelCover(int level, double share, int units) {}

  /** How much the share of the most urgent level sinks without the unit, 0 to 1. */
  public double shareLost(String unit) {
    return shareLost.getOrDefault(unit, 0.0);
  }

  /**
   * Part of the next hour's calls of a level that is reached within the goal.
   *
   * @param area the zones to count, or null for all
   * @return 0 to 1; 1 where nobody is expected to call
   */
  public double share(int level, @org.jspecify.annotations.Nullable String area) {
    double calls = 0;
    double reached = 0;
    for (ZoneCover zone : zones) {
      if (area == null || zone.zone().area().equals(area)) {
        for (LevelCover l : zone.levels()) {
          if (l.level() == level) {
            calls += zone.calls();
            reached += zone.calls() * l.share();
          }
        }
      }
    }
    return calls > 0 ? reached / calls : 1;
  }
}
