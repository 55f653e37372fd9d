package se.dirigent.simulator.crew;

import java.util.List;
import se.dirigent.simulator.chance.Spread;

/**
 * How long crews take and how they decide; durations in minutes.
 *
 * @param acknowledge from assignment to acknowledgement
 * @param turnout from acknowledgement to rolling
 * @param toPatient from address to the patient's side
 * @param sceneConvey from patient to loaded, when the patient is conveyed
 * @param sceneLeave from patient to clear, when the patient stays
 * @param handOver from destination to handed over
 * @param restore from handed over to clear
 * @param travelFactor actual travel time divided by its median
 * @param conveyShare share of patients conveyed, by priority level 1 to 4
 */
public record CrewTimes(
    Spread acknowledge,
    Spread turnout,
    Spread toPatient,
    Spread sceneConvey,
    Spread sceneLeave,
    Spread handOver,
    Spread restore,
    Spread travelFactor,
    List<Double> conveyShare) {
  public CrewTimes {
    conveyShare = List.copyOf(conveyShare);
    if (conveyShare.size() != 4 || conveyShare.stream().anyMatch(s -> !(s >= 0 && s <= 1))) {
      throw new IllegalArgumentException(
          "conveyShare is " + conveyShare + "; give four shares from 0 to 1");
    }
  }

  /**
   * Crews that sleep or wait at their station.
   *
   * <p>From the data set rvfd 2010–2020 (MIT licence; 19 520 rural runs in the United States; our
   * count of its time stamps, minutes at p10/p50/p90): at patient 0.47/1.47/2.82 (3 288 runs),
   * patient to loaded 4.23/10.95/21.55 (3 342), medic unit leaving without a patient 6.67/28.4/86.5
   * (2 843), arrived to clear at hospital 11.7/22.2/45.8 (8 061), split here 60:40 into hand-over
   * and restoring [assumption].
   *
   * <p>Acknowledge and turnout are an [assumption] for staffed stations: together about 1.2
   * minutes, so that most crews keep Skåne's 90 seconds. The same data set has 0.1/1.6/8.6 minutes,
   * but partly for volunteers who first have to get to the station: see {@link #volunteers}.
   *
   * <p>Travel 0.85/1/1.25 of the median and shares conveyed 85, 80, 70 and 60 % [assumption].
   */
  public static CrewTimes staffed() {
    return new CrewTimes(
        new Spread(0.15, 0.4, 0.9),
        new Spread(0.3, 0.8, 1.7),
        new Spread(0.47, 1.47, 2.82),
        new Spread(4.23, 10.95, 21.55),
        new Spread(6.67, 28.4, 86.5),
        new Spread(7.0, 13.3, 27.5),
        new Spread(4.7, 8.9, 18.3),
        new Spread(0.85, 1, 1.25),
        List.of(0.85, 0.8, 0.7, 0.6));
  }

  /** Crews on call from home: as {@link #staffed} with the data set's turnout 0.1/1.6/8.6. */
  public static CrewTimes volunteers() {
    CrewTimes s = staffed();
    return new CrewTimes(
        s.acknowledge,
        new Spread(0.1, 1.6, 8.6),
        s.toPatient,
        s.sceneConvey,
        s.sceneLeave,
        s.handOver,
        s.restore,
        s.travelFactor,
        s.conveyShare);
  }
}
