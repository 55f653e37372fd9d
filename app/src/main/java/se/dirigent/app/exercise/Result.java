package se.dirigent.app.exercise;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.exercise.play.Person;
import se.dirigent.app.exercise.scenario.Exercise;
import se.dirigent.app.exercise.scenario.Goals.Arrival;
import se.dirigent.app.exercise.scenario.Goals.Step;
import se.dirigent.core.masscasualty.sieve.Category;

/**
 * What an exercise came to, measured against its goals. Minutes are counted from the alarm.
 *
 * @param at by the clock of the exercise
 * @param minutes from the alarm until then
 * @param steps when each was taken; without those not taken
 * @param goals in the order of {@link Goals}
 * @param hurt how many the file has
 * @param known how many of them have a card, and perhaps some who have two
 * @param byCategory of those known
 * @param doors what came to each hospital, the most first
 * @param curve of all who came, by minute of arrival: a point for each
 */
record Result(
    Instant at,
    int minutes,
    Map<Step, Integer> steps,
    List<Goal> goals,
    int hurt,
    int known,
    Map<Category, Tally> byCategory,
    List<Door> doors,
    List<Come> curve) {

  /** How a goal stands. */
  enum State {
    MET,
    MISSED,
    /** There is still time. */
    OPEN
  }

  /** A goal that is reached or not. */
  sealed interface Goal {
    State state();

    /**
     * A step by a minute.
     *
     * @param minute when it was taken, or null
     */
    record ByMinute(Step step, int wanted, @Nullable Integer minute, State state) implements Goal {}

    /**
     * A share of a category at a hospital by a minute.
     *
     * @param percent who were
     */
    record Arrived(Category category, Arrival wanted, int percent, State state) implements Goal {}

    /**
     * Nobody brought where there was no room.
     *
     * @param persons who were
     */
    record OverCapacity(int most, int persons, State state) implements Goal {}
  }

  /** How far those of a category have come. */
  record Tally(int known, int away, int arrived, @Nullable Integer medianMinute) {}

  /**
   * A hospital.
   *
   * @param byHour persons who came in each hour after the alarm
   * @param over how many of them were more than it takes in that hour, or came after it closed
   */
  record Door(String hospital, List<Integer> byHour, int over) {
    int all() {
      return byHour.stream().mapToInt(n -> n).sum();
    }
  }

  /** Somebody who came to a hospital. */
  record Come(int minute, Category category) {}

  /**
   * What is known of it.
   *
   * @param reachedAt steps that the service or the picture tells of
   * @param over whether nothing more is to come
   * @param limit persons of a category that a hospital takes in an hour
   */
  record Facts(
      Instant now,
      Instant alarmAt,
      Map<Step, Instant> reachedAt,
      List<Person> persons,
      Map<String, Instant> closedAt,
      boolean over,
      Limit limit) {}

  /** How many of a category a hospital takes in an hour after the alarm. */
  @FunctionalInterface
  interface Limit {
    int persons(String hospital, int hour, Category category);
  }

  static Result of(Exercise exercise, Facts facts) {
    Map<Step, Integer> steps = new EnumMap<>(Step.class);
    facts.reachedAt().forEach((step, at) -> steps.put(step, minute(facts, at)));
    List<Person> sieved = facts.persons().stream().filter(p -> p.category() != null).toList();
    if (exercise.casualties() <= sieved.size()) {
      last(facts, sieved.stream().map(Person::sievedAt).toList(), Step.SIEVED, steps);
      List<Person> red = sieved.stream().filter(p -> p.category() == Category.IMMEDIATE).toList();
      if (red.stream().allMatch(p -> p.departedAt() != null)) {
        List<@Nullable Instant> left = red.stream().map(Person::departedAt).toList();
        last(facts, left, Step.IMMEDIATE_AWAY, steps);
      }
    }
    List<Door> doors = doors(facts);
    return new Result(
        facts.now(),
        minute(facts, facts.now()),
        steps,
        goals(exercise, facts, steps, doors),
        exercise.casualties(),
        facts.persons().size(),
        tallies(facts, sieved),
        doors,
        curve(facts, sieved));
  }

  private static int minute(Facts facts, Instant at) {
    return (int) Math.max(0, Duration.between(facts.alarmAt(), at).toMinutes());
  }

  private static void last(
      Facts facts, List<@Nullable Instant> times, Step step, Map<Step, Integer> steps) {
    Instant last = Instant.MIN;
    for (Instant at : times) {
      last = at != null && at.isAfter(last) ? at : last;
    }
    if (last != Instant.MIN) {
      steps.put(step, minute(facts, last));
    }
  }

  private static List<Goal> goals(
      Exercise exercise, Facts facts, Map<Step, Integer> steps, List<Door> doors) {
    List<Goal> goals = new ArrayList<>();
    boolean over = facts.over();
    int passed = minute(facts, facts.now());
    exercise
        .goals()
        .steps()
        .forEach((step, wanted) -> {
          Integer at = steps.get(step);
          State state =
              at != null
                  ? at <= wanted ? State.MET : State.MISSED
                  : over || passed > wanted ? State.MISSED : State.OPEN;
          goals.add(new Goal.ByMinute(step, wanted, at, state));
        });
    exercise
        .goals()
        .arrivals()
        .forEach((category, wanted) -> {
          int all = hurt(exercise, category);
          long there =
              facts.persons().stream()
                  .filter(p -> p.category() == category && arrivedBy(facts, p, wanted.minutes()))
                  .count();
          int percent = all == 0 ? 100 : (int) Math.min(100, 100 * there / all);
          State state =
              percent >= wanted.sharePercent()
                  ? State.MET
                  : over || passed > wanted.minutes() ? State.MISSED : State.OPEN;
          goals.add(new Goal.Arrived(category, wanted, percent, state));
        });
    int persons = doors.stream().mapToInt(Door::over).sum();
    int most = exercise.goals().overCapacityMost();
    goals.add(
        new Goal.OverCapacity(
            most, persons, persons > most ? State.MISSED : over ? State.MET : State.OPEN));
    return goals;
  }

  private static boolean arrivedBy(Facts facts, Person person, int minutes) {
    Instant arrived = person.arrivedAt();
    return arrived != null && minute(facts, arrived) <= minutes;
  }

  private static int hurt(Exercise exercise, Category category) {
    return exercise.event().sites().stream()
        .flatMap(site -> site.casualties().stream())
        .filter(some -> some.category() == category.ordinal())
        .mapToInt(some -> some.count())
        .sum();
  }

  private static Map<Category, Tally> tallies(Facts facts, List<Person> sieved) {
    Map<Category, Tally> tallies = new EnumMap<>(Category.class);
    for (Category category : Category.values()) {
      List<Person> of = sieved.stream().filter(p -> p.category() == category).toList();
      if (of.isEmpty()) {
        continue;
      }
      List<Integer> minutes = new ArrayList<>();
      int away = 0;
      for (Person p : of) {
        Instant arrived = p.arrivedAt();
        away += p.departedAt() != null || arrived != null ? 1 : 0;
        if (arrived != null) {
          minutes.add(minute(facts, arrived));
        }
      }
      minutes.sort(null);
      Integer median = minutes.isEmpty() ? null : minutes.get((minutes.size() - 1) / 2);
      tallies.put(category, new Tally(of.size(), away, minutes.size(), median));
    }
    return tallies;
  }

  private static List<Door> doors(Facts facts) {
    Map<String, Map<Integer, Map<Category, Integer>>> came = new TreeMap<>();
    Map<String, Integer> afterClosing = new TreeMap<>();
    for (Person p : facts.persons()) {
      Instant arrived = p.arrivedAt();
      Category category = p.category();
      if (arrived == null || category == null) {
        continue;
      }
      came.computeIfAbsent(p.facility(), f -> new TreeMap<>())
          .computeIfAbsent(minute(facts, arrived) / 60, h -> new EnumMap<>(Category.class))
          .merge(category, 1, Integer::sum);
      Instant closed = facts.closedAt().get(p.facility());
      Instant left = p.departedAt() == null ? arrived : p.departedAt();
      if (closed != null && left.isAfter(closed)) {
        afterClosing.merge(p.facility(), 1, Integer::sum);
      }
    }
    List<Door> doors = new ArrayList<>();
    came.forEach((hospital, hours) -> {
      int over = 0;
      int last = hours.keySet().stream().max(Integer::compare).orElse(0);
      List<Integer> byHour = new ArrayList<>();
      for (int hour = 0; hour <= last; hour++) {
        int all = 0;
        for (Map.Entry<Category, Integer> one : hours.getOrDefault(hour, Map.of()).entrySet()) {
          all += one.getValue();
          int takes = facts.limit().persons(hospital, hour, one.getKey());
          over += Math.max(0, one.getValue() - takes);
        }
        byHour.add(all);
      }
      int closed = afterClosing.getOrDefault(hospital, 0);
      doors.add(new Door(hospital, List.copyOf(byHour), Math.max(over, closed)));
    });
    doors.sort(Comparator.comparingInt(Door::all).reversed());
    return List.copyOf(doors);
  }

  private static List<Come> curve(Facts facts, List<Person> sieved) {
    List<Come> curve = new ArrayList<>();
    for (Person p : sieved) {
      Instant arrived = p.arrivedAt();
      Category category = p.category();
      if (arrived != null && category != null) {
        curve.add(new Come(minute(facts, arrived), category));
      }
    }
    curve.sort(Comparator.comparingInt(Come::minute));
    return List.copyOf(curve);
  }
}
