package se.dirigent.optimiser.cover;

import java.time.Duration;
import java.util.List;
import se.dirigent.routing.travel.Urgency;

/**
 * Every figure of the cover, so that a region can set its own.
 *
 * @param goals what being covered means, one for each level that is looked at
 * @param assignment how long an assignment keeps a unit, on average
 */
public record CoverParameters(List<CoverGoal> goals, Duration assignment) {
  public CoverParameters {
    goals = List.copyOf(goals);
    if (goals.isEmpty() || goals.stream().map(CoverGoal::level).distinct().count() < goals.size()) {
      throw new IllegalArgumentException("goals are " + goals + "; give one for each level");
    }
    if (!assignment.isPositive()) {
      throw new IllegalArgumentException("assignment is " + assignment + "; give a time above 0");
    }
  }

  /**
   * The figures used until a region brings its own.
   *
   * <ul>
   *   <li>Level 1 within 18 minutes: Region Skåne's goal for every municipality; level 2 within 30
   *       and level 3 within 60 [assumption].
   *   <li>Turnout 90 seconds at level 1 and 4 minutes below: Region Skåne's routine.
   *   <li>Shares 45, 35 and 17 per cent, as the simulator's calls [assumption].
   *   <li>An assignment keeps a unit for 67 minutes: medians of drive, scene, transport and
   *       hospital of 19 520 rural runs 2010–2020 (data set rvfd, MIT licence).
   * </ul>
   */
  public static CoverParameters defaults() {
    Duration ninety = Duration.ofSeconds(90);
    Duration four = Duration.ofMinutes(4);
    return new CoverParameters(
        List.of(
            new CoverGoal(1, 0.45, Duration.ofMinutes(18), ninety, Urgency.LIGHTS_AND_SIRENS),
            new CoverGoal(2, 0.35, Duration.ofMinutes(30), four, Urgency.NORMAL),
            new CoverGoal(3, 0.17, Duration.ofMinutes(60), four, Urgency.NORMAL)),
        Duration.ofMinutes(67));
  }
}
