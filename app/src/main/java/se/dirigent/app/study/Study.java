package se.dirigent.app.study;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.twin.ScenarioFile;
import se.dirigent.app.twin.ScenarioRefused;
import se.dirigent.core.Refused;
import se.dirigent.simulator.twin.Scenario;

/**
 * Scenarios that are run under the same seeds and compared with the first of them.
 *
 * @param id the command's that asked for it
 * @param region where it was asked for
 * @param author user name
 * @param at when it was asked for, by the service's clock
 * @param plan what is run
 * @param state how far it has come
 * @param done runs that are done
 * @param seconds that it has run
 * @param problem why it failed, as the program said it
 */
record Study(
    UUID id,
    String region,
    String author,
    Instant at,
    Plan plan,
    State state,
    int done,
    double seconds,
    @Nullable String problem) {

  /** How far a study has come. */
  enum State {
    WAITING,
    RUNNING,
    DONE,
    /** Somebody ended it. */
    CANCELLED,
    /** The service stopped under it, its program was killed, or it took too long. */
    CUT,
    /** The program that ran it gave up. */
    FAILED
  }

  /**
   * What is run.
   *
   * @param scenarios the first is what the others are compared with
   * @param replications runs of each
   * @param days counted in each run
   * @param seed of the first run; the next has the next
   */
  record Plan(List<Part> scenarios, int replications, int days, long seed) {
    /** More columns than this are no comparison any longer, and would not fit on a paper. */
    static final int SCENARIOS_MAX = 6;

    static final int REPLICATIONS_MAX = 500;
    static final int DAYS_MAX = 366;

    /** Days of a region in all: in Jämtland some minutes, in Stockholm most of an hour. */
    static final int DAYS_IN_ALL_MAX = 50_000;

    Plan {
      scenarios = List.copyOf(scenarios);
      range("scenarios", scenarios.size(), 1, SCENARIOS_MAX);
      range("replications", replications, 2, REPLICATIONS_MAX);
      range("days", days, 1, DAYS_MAX);
      range("seed", seed, 0, Integer.MAX_VALUE);
      range("days", (long) scenarios.size() * replications * days, 1, DAYS_IN_ALL_MAX);
    }

    private static void range(String field, long value, long min, long max) {
      if (value < min || value > max) {
        throw new Refused(
            "study.range",
            field,
            Map.of(
                "value", Long.toString(value),
                "min", Long.toString(min),
                "max", Long.toString(max)));
      }
    }

    /** Runs of all scenarios together. */
    int runs() {
      return scenarios.size() * replications;
    }

    /**
     * The scenarios as they are read.
     *
     * @param language in which it is said what is wrong, sv or en
     * @throws Refused when one cannot be used
     */
    List<Scenario> read(String language) {
      return scenarios.stream().map(part -> part.read(language)).toList();
    }
  }

  /**
   * A scenario of a study.
   *
   * @param name what it is called when it has no title of its own
   * @param text its file
   */
  record Part(String name, String text) {
    /** The longest a scenario may be: a week of hours and some tens of units. */
    static final int TEXT_MAX = 30_000;

    static final int NAME_MAX = 100;

    Part {
      name = name.strip();
      if (name.isEmpty() || name.length() > NAME_MAX) {
        throw new Refused(
            "scenario.name", "name", Map.of("max", Integer.toString(NAME_MAX), "value", name));
      }
      if (text.length() > TEXT_MAX) {
        throw new Refused(
            "scenario.length",
            "text",
            Map.of("length", Integer.toString(text.length()), "max", Integer.toString(TEXT_MAX)));
      }
    }

    private Scenario read(String language) {
      try {
        return ScenarioFile.readText(name, text);
      } catch (ScenarioRefused refused) {
        throw new Refused(
            "scenario.unfit",
            "text",
            Map.of(
                "name",
                name,
                "line",
                Integer.toString(refused.line()),
                "what",
                RefusalWords.in(language, refused.what())));
      }
    }
  }
}
