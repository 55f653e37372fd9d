package se.dirigent.app.exercise.scenario;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.dirigent.core.masscasualty.sieve.Category;

/**
 * What those who practise are to reach. Minutes are counted from the alarm.
 *
 * @param steps by when each step is to be taken, in minutes
 * @param arrivals by category
 * @param overCapacityMost how many may come to a hospital beyond what it had documented or said
 *     that it takes
 */
public record Goals(
    Map<Step, Integer> steps, Map<Category, Arrival> arrivals, int overCapacityMost) {
  /** A step of command or of those on the scene. */
  public enum Step {
    /** Somebody declares a major incident. */
    DECLARED,
    /** The first unit is on the scene. */
    ON_SCENE,
    /** The first report from the scene, by METHANE, is written. */
    FIRST_REPORT,
    /** A distribution key is in use. */
    KEY,
    /** All who are hurt have a category. */
    SIEVED,
    /** The last immediate casualty has left the scene. */
    IMMEDIATE_AWAY
  }

  /**
   * When those of a category are to be at a hospital.
   *
   * @param minutes after the alarm
   * @param sharePercent of them who are to be there by then
   */
  public record Arrival(int minutes, int sharePercent) {}

  /**
   * Where the file names none. Ten minutes to declare and half an hour to the first report, all
   * sieved in an hour and the last immediate away in two, nine of ten immediate at a hospital
   * within two hours, delayed within four and minimal within eight [assumption; a region sets its
   * own].
   */
  public static final Goals STANDARD =
      new Goals(
          Map.of(
              Step.DECLARED, 10,
              Step.FIRST_REPORT, 30,
              Step.SIEVED, 60,
              Step.IMMEDIATE_AWAY, 120),
          Map.of(
              Category.IMMEDIATE, new Arrival(120, 90),
              Category.DELAYED, new Arrival(240, 90),
              Category.MINIMAL, new Arrival(480, 90)),
          0);

  /** Categories that an arrival can be asked of. */
  public static final List<Category> CATEGORIES =
      List.of(Category.IMMEDIATE, Category.DELAYED, Category.MINIMAL, Category.EXPECTANT);

  public Goals {
    Map<Step, Integer> ordered = new EnumMap<>(Step.class);
    ordered.putAll(steps);
    steps = Collections.unmodifiableMap(ordered);
    Map<Category, Arrival> first = new EnumMap<>(Category.class);
    first.putAll(arrivals);
    arrivals = Collections.unmodifiableMap(first);
  }
}
