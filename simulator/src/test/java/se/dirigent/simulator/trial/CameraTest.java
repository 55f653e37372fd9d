package se.dirigent.simulator.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.dirigent.optimiser.standby.StandbyRules;
import se.dirigent.simulator.policy.ClosestIdle;

/** A day of a run as it can be watched. */
class CameraTest {
  private static final int DAYS = 4;
  private static final int DAY = 2;
  private static final long DAY_MILLIS = 86_400_000;

  private static final TrialWorld WORLD =
      TrialWorld.of(
          "town",
          TrialTest.GROUND,
          TrialTest.STREETS.nodes(),
          TrialWorld.Areas.one("town", TrialTest.GROUND.zones()),
          TrialTest.MODEL,
          IntStream.range(0, 6).mapToObj(u -> TrialUnit.always("u" + u, u % 4)).toList(),
          4,
          StandbyRules.defaults());

  private static final Calls CALLS = Calls.draw(WORLD, 7, DAYS);

  private static Film film() {
    return new Trial(WORLD, CALLS, ClosestIdle.home()).film(DAY, DAYS);
  }

  @Test
  void t01_theSameDayIsTheSameFilm() {
    assertEquals(film(), film());
  }

  @Test
  void t02_everyCallOfTheDayIsThereAndNoOther() {
    List<Film.Call> calls = film().calls();
    long ofDay =
        IntStream.range(0, CALLS.size()).filter(c -> CALLS.at(c) / DAY_MILLIS == DAY).count();
    assertEquals(ofDay, calls.stream().filter(call -> call.at() >= 0).count());
    assertTrue(calls.stream().allMatch(call -> call.at() < DAY_MILLIS));
  }

  @Test
  void t03_everyUnitBeginsTheDaySomewhereDoingSomething() {
    Film film = film();
    Set<Integer> all = IntStream.range(0, 6).boxed().collect(Collectors.toSet());
    assertEquals(all, unitsOf(film.steps().stream().filter(s -> s.at() == 0).toList()));
    Set<Integer> placed = new HashSet<>();
    film.spots().stream().filter(s -> s.at() == 0).forEach(s -> placed.add(s.unit()));
    assertEquals(all, placed);
  }

  private static Set<Integer> unitsOf(List<Film.Step> steps) {
    return steps.stream().map(Film.Step::unit).collect(Collectors.toSet());
  }

  @Test
  void t04_aUnitOnACallRollsArrivesAndPerhapsConveysInThatOrder() {
    Film film = film();
    for (int unit = 0; unit < 6; unit++) {
      int of = unit;
      List<Film.Step> steps = film.steps().stream().filter(s -> s.unit() == of).toList();
      for (int i = 1; i < steps.size(); i++) {
        Film.Step step = steps.get(i);
        Film.Step before = steps.get(i - 1);
        assertTrue(step.at() >= before.at());
        switch (step.doing()) {
          case AT_ADDRESS -> requireFrom(before, step, Film.Doing.ROLLING);
          case LOADED -> requireFrom(before, step, Film.Doing.AT_ADDRESS);
          case AT_HOSPITAL -> requireFrom(before, step, Film.Doing.LOADED);
          case OFF, STANDING, TO_BASE, ROLLING, PROMISED, CARRYING -> assertTrue(step.unit() == of);
        }
      }
    }
  }

  private static void requireFrom(Film.Step before, Film.Step step, Film.Doing doing) {
    if (before.at() > 0) {
      assertEquals(doing, before.doing(), step::toString);
      assertEquals(before.call(), step.call(), step::toString);
    }
  }

  @Test
  void t05_filmingChangesNothing() {
    TrialReport whole = new Trial(WORLD, CALLS, ClosestIdle.home()).run(DAY + 1);
    Film film = film();
    assertTrue(film.steps().size() > 100);
    assertEquals(whole.traceHash(), film.traceHash());
  }
}
