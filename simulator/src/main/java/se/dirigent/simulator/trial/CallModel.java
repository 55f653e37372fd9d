package se.dirigent.simulator.trial;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import se.dirigent.simulator.arrival.Rhythm;
import se.dirigent.simulator.chance.Draws;

/**
 * Who calls and what a call takes.
 *
 * @param perDay calls a day, above 0
 * @param rhythm how they spread over the week
 * @param levels by level of urgency from 1 on, at least one
 * @param decide from call to the moment when a unit can be sent
 * @param turnout from that until a unit that stands at its base rolls
 * @param service how long crews take
 */
public record CallModel(
    double perDay,
    Rhythm rhythm,
    List<Level> levels,
    Duration decide,
    Duration turnout,
    Service service) {
  public CallModel {
    levels = List.copyOf(levels);
    if (!(perDay > 0 && perDay < 1e6)) {
      throw new IllegalArgumentException(
          "perDay is " + perDay + "; give a number above 0 and below a million");
    }
    double all = levels.stream().mapToDouble(Level::share).sum();
    if (levels.isEmpty() || Math.abs(all - 1) > 1e-6) {
      throw new IllegalArgumentException(
          "the shares of levels are "
              + levels
              + " and sum to "
              + all
              + "; give some that sum to 1");
    }
  }

  /** The same with another number of calls a day. */
  public CallModel withPerDay(double now) {
    return new CallModel(now, rhythm, levels, decide, turnout, service);
  }

  /** The same with calls spread otherwise over the week. */
  public CallModel withRhythm(Rhythm now) {
    return new CallModel(perDay, now, levels, decide, turnout, service);
  }

  /** The same with crews that take otherwise long. */
  public CallModel withCrews(Duration nowTurnout, Service nowService) {
    return new CallModel(perDay, rhythm, levels, decide, nowTurnout, nowService);
  }

  /**
   * One level of urgency.
   *
   * @param share part of all calls
   * @param within from call to arrival, later is late
   * @param lights whether units drive with lights and siren
   * @param conveyed part of patients that are taken to hospital
   */
  public record Level(double share, Duration within, boolean lights, double conveyed) {}

  /** How long crews take, in milliseconds. */
  public interface Service {
    /** From arrival until the unit leaves the scene. */
    double scene(RandomGenerator chance, boolean conveyed);

    /** At the hospital until the unit is free. */
    double hospital(RandomGenerator chance);

    /** Exponential times with these means, as in the published model of Auckland. */
    static Service exponential(Duration scene, Duration hospital) {
      return new Service() {
        @Override
        public double scene(RandomGenerator chance, boolean conveyed) {
          return Draws.exponential(chance, scene.toMillis());
        }

        @Override
        public double hospital(RandomGenerator chance) {
          return Draws.exponential(chance, hospital.toMillis());
        }
      };
    }
  }
}
