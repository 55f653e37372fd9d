package se.dirigent.simulator.trial;

import java.time.Duration;
import java.util.ArrayList;
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
 * @param types why people call; empty when calls differ by level alone
 */
public record CallModel(
    double perDay,
    Rhythm rhythm,
    List<Level> levels,
    Duration decide,
    Duration turnout,
    Service service,
    List<Type> types) {
  /** More types than this nobody tells apart. */
  private static final int TYPES_MAX = 60;

  /** Shares written with three decimals sum to 1 within this. */
  private static final double SUM_TOLERANCE = 0.005;

  public CallModel {
    levels = List.copyOf(levels);
    types = List.copyOf(types);
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

  /** Calls that differ by level alone. */
  public CallModel(
      double perDay,
      Rhythm rhythm,
      List<Level> levels,
      Duration decide,
      Duration turnout,
      Service service) {
    this(perDay, rhythm, levels, decide, turnout, service, List.of());
  }

  /**
   * The same with calls of these types; how common a level is, and how many of it are conveyed,
   * follows from them.
   *
   * @param now at least one; each has a share of every level, and their shares sum to 1
   * @throws IllegalArgumentException with the value and the remedy
   */
  public CallModel withTypes(List<Type> now) {
    double all = now.stream().mapToDouble(Type::share).sum();
    if (now.isEmpty() || now.size() > TYPES_MAX || Math.abs(all - 1) > SUM_TOLERANCE) {
      throw new IllegalArgumentException(
          "%d types have shares that sum to %.3f; give 1 to %d that sum to 1"
              .formatted(now.size(), all, TYPES_MAX));
    }
    List<Level> mixed = new ArrayList<>();
    for (int level = 0; level < levels.size(); level++) {
      double share = 0;
      double conveyed = 0;
      for (Type type : now) {
        if (type.levels().size() != levels.size()) {
          throw new IllegalArgumentException(
              "type '%s' has shares of %d levels; give %d"
                  .formatted(type.name(), type.levels().size(), levels.size()));
        }
        double part = type.share() / all * type.levels().get(level);
        share += part;
        conveyed += part * type.conveyed();
      }
      Level was = levels.get(level);
      mixed.add(new Level(share, was.within(), was.lights(), share > 0 ? conveyed / share : 0));
    }
    return new CallModel(perDay, rhythm, mixed, decide, turnout, service, now);
  }

  /** The same with another number of calls a day. */
  public CallModel withPerDay(double now) {
    return new CallModel(now, rhythm, levels, decide, turnout, service, types);
  }

  /** The same with calls spread otherwise over the week. */
  public CallModel withRhythm(Rhythm now) {
    return new CallModel(perDay, now, levels, decide, turnout, service, types);
  }

  /** The same with crews that take otherwise long. */
  public CallModel withCrews(Duration nowTurnout, Service nowService) {
    return new CallModel(perDay, rhythm, levels, decide, nowTurnout, nowService, types);
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

  /**
   * Why people call.
   *
   * @param name in words
   * @param share part of all calls, 0 to 1
   * @param levels how it spreads over the levels, the most urgent first; from 0, sums to 1
   * @param conveyed part of its patients that are taken to hospital, 0 to 1
   * @param scene time on scene beside the usual, 1 for the usual
   */
  public record Type(
      String name, double share, List<Double> levels, double conveyed, double scene) {
    /** Most that time on scene is multiplied by; beyond it something was mistyped. */
    public static final double SCENE_MAX = 10;

    public Type {
      levels = List.copyOf(levels);
      double all = levels.stream().mapToDouble(Double::doubleValue).sum();
      boolean negative = levels.stream().anyMatch(level -> !(level >= 0));
      if (levels.isEmpty() || negative || Math.abs(all - 1) > SUM_TOLERANCE) {
        throw new IllegalArgumentException(
            "the levels of type '%s' are %s and sum to %.3f; give some from 0 that sum to 1"
                .formatted(name, levels, all));
      }
      requireWithin(name, "share", share, 0, 1);
      requireWithin(name, "conveyed", conveyed, 0, 1);
      requireWithin(name, "scene", scene, 0.1, SCENE_MAX);
    }

    private static void requireWithin(
        String name, String what, double value, double least, double most) {
      if (!(value >= least && value <= most)) {
        throw new IllegalArgumentException(
            "%s of type '%s' is %s; give %s to %s".formatted(what, name, value, least, most));
      }
    }
  }

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
