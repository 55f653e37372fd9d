package se.dirigent.app.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.dirigent.app.exercise.Result.Goal;
import se.dirigent.app.exercise.Result.State;
import se.dirigent.app.exercise.play.Course.Fed;
import se.dirigent.app.exercise.play.Course.Refusal;
import se.dirigent.app.exercise.play.Person;
import se.dirigent.app.exercise.scenario.Exercise;
import se.dirigent.app.exercise.scenario.ExerciseFileTest;
import se.dirigent.app.exercise.scenario.Goals.Step;
import se.dirigent.core.masscasualty.sieve.Category;

class ResultTest {
  private static final Exercise EXERCISE = ExerciseFileTest.parse(ExerciseFileTest.EXERCISE);
  private static final Instant ALARM = Instant.parse("2027-01-16T13:20:00Z");

  private static Instant minute(int minute) {
    return ALARM.plusSeconds(60L * minute);
  }

  private static Person person(
      int number, Category category, @Nullable Integer left, @Nullable Integer came) {
    return new Person(
        "S0000" + number,
        "",
        category,
        minute(20 + number),
        "visby",
        left == null ? null : minute(left),
        came == null ? null : minute(came),
        came == null ? "" : "visby",
        "",
        false,
        came == null ? "AT_SCENE" : "ARRIVED");
  }

  private static Result result(int now, List<Person> persons, Map<String, Instant> closed) {
    return Result.of(
        EXERCISE,
        new Result.Facts(
            minute(now),
            ALARM,
            Map.of(Step.DECLARED, minute(7)),
            persons,
            closed,
            false,
            (hospital, hour, category) -> category == Category.IMMEDIATE ? 1 : 10));
  }

  private static List<State> states(Result result) {
    return result.goals().stream().map(Goal::state).toList();
  }

  @Test
  void t01_beforeItsTimeAGoalIsOpenAndAfterItMissed() {
    assertEquals(
        List.of(State.MET, State.OPEN, State.OPEN), states(result(30, List.of(), Map.of())));
    assertEquals(
        List.of(State.MET, State.MISSED, State.OPEN), states(result(91, List.of(), Map.of())));
  }

  @Test
  void t02_aShareIsOfThoseWhoAreHurtAndNotOfThoseKnown() {
    List<Person> one = List.of(person(1, Category.IMMEDIATE, 40, 60));
    Result result = result(200, one, Map.of());
    assertEquals(50, ((Goal.Arrived) result.goals().get(1)).percent());
    assertEquals(State.MISSED, result.goals().get(1).state());
    assertTrue(!result.steps().containsKey(Step.SIEVED), "four are not sieved");
  }

  @Test
  void t03_moreThanAnHourTakesAndThoseAfterAClosingAreOverCapacity() {
    List<Person> persons = new ArrayList<>();
    persons.add(person(1, Category.IMMEDIATE, 40, 60));
    persons.add(person(2, Category.IMMEDIATE, 45, 65));
    for (int n = 3; n <= 6; n++) {
      persons.add(person(n, Category.MINIMAL, 80, 100));
    }
    Result result = result(200, persons, Map.of());
    assertEquals(1, ((Goal.OverCapacity) result.goals().get(2)).persons());
    assertEquals(26, result.steps().get(Step.SIEVED));
    assertEquals(45, result.steps().get(Step.IMMEDIATE_AWAY));
    Result closed = result(200, persons, Map.of("visby", minute(50)));
    assertEquals(4, ((Goal.OverCapacity) closed.goals().get(2)).persons());
    assertEquals(State.MISSED, closed.goals().get(2).state());
  }

  @Test
  void t04_theReportIsInTwoLanguagesAndPdfAndSaysThatItIsAnExercise() throws IOException {
    Result result = result(200, List.of(person(1, Category.IMMEDIATE, 40, 60)), Map.of());
    List<Fed> fed = List.of(new Fed(minute(5), EXERCISE.injects().getFirst(), null));
    Report swedish =
        new Report(
            new ExerciseWords("sv", Map.of("visby", "Visby lasarett")), "Krock <1>", result, fed);
    String html = swedish.html();
    assertTrue(html.contains("ÖVNING"));
    assertTrue(html.contains("Krock &lt;1&gt;"));
    assertTrue(html.contains("Visby lasarett"));
    assertTrue(html.contains("Röda på sjukhus inom 90 min"));
    assertTrue(
        new Report(new ExerciseWords("en", Map.of()), "Crash", result, fed)
            .html()
            .contains("EXERCISE"));
    String head = new String(swedish.pdf(), 0, 4, StandardCharsets.ISO_8859_1);
    assertEquals("%PDF", head);
  }

  @Test
  void t05_whatTheServiceRefusedIsCountedAndNotShownAsTold() throws IOException {
    Result result = result(200, List.of(), Map.of());
    List<Fed> fed =
        List.of(
            new Fed(minute(5), EXERCISE.injects().getFirst(), null),
            new Fed(
                minute(10),
                EXERCISE.injects().get(1),
                new Refusal("incident.closed", "Ärendet är avslutat: Det går inte.")));
    Report swedish = new Report(new ExerciseWords("sv", Map.of()), "Krock", result, fed);
    assertEquals(1L, swedish.map().get("injectsRefused"));
    List<?> injects = (List<?>) Objects.requireNonNull(swedish.map().get("injects"), "injects");
    assertEquals(Map.of("minute", 5, "text", "Byn: Det small"), injects.getFirst());
    assertEquals(
        "Ärendet är avslutat: Det går inte.", ((Map<?, ?>) injects.getLast()).get("refused"));
    String html = swedish.html();
    assertTrue(html.contains("1 av 2 inspel nådde inte dem som övade"), html);
    assertTrue(html.contains("Togs inte emot: Ärendet är avslutat"), html);
    String english = new Report(new ExerciseWords("en", Map.of()), "Crash", result, fed).html();
    assertTrue(english.contains("1 of 2 injects"), english);
    assertTrue(!english.contains("Ärendet"), "no Swedish sentence on the English page");
  }

  @Test
  void t06_whoCameAfterManyHoursIsInThePlotToo() throws IOException {
    List<Person> persons =
        List.of(
            person(1, Category.IMMEDIATE, 40, 60),
            person(2, Category.DELAYED, 900, 1_500),
            person(3, Category.MINIMAL, 900, 1_500));
    Result result = result(1_600, persons, Map.of());
    String html = new Report(new ExerciseWords("sv", Map.of()), "Krock", result, List.of()).html();
    assertTrue(html.contains("en stapel för var 60:e minut"), html);
    assertTrue(html.contains("bar DELAYED"), html);
    assertTrue(html.contains("bar MINIMAL"), html);
  }
}
