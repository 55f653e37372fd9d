package se.dirigent.app.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.dirigent.app.study.Study.State;
import se.dirigent.app.study.outcome.Comparison;
import se.dirigent.app.study.outcome.FindingsJson;
import se.dirigent.app.twin.TwinReport;
import se.dirigent.core.Refused;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.platform.problem.RequestRefused;
import se.dirigent.simulator.twin.Findings;
import se.dirigent.simulator.twin.Scenario;

/** Asks for studies, ends them and tells what they came to. */
final class Studies {
  /** All that wait or run: the last of them would begin within the hours of a working day. */
  static final int OPEN_MAX = 12;

  /** So that nobody keeps the others waiting all day. */
  static final int OPEN_OF_AUTHOR_MAX = 4;

  private final StudyRepository studies;
  private final StudyRunner runner;
  private final StudyFilms films;
  private final InstantSource clock;

  Studies(StudyRepository studies, StudyRunner runner, StudyFilms films, InstantSource clock) {
    this.studies = studies;
    this.runner = runner;
    this.films = films;
    this.clock = clock;
  }

  /**
   * Asks for a study. A repeat of the same command asks for nothing more.
   *
   * @throws Refused when a scenario cannot be used, or too many wait
   */
  void ask(CommandOrigin origin, Study.Plan plan, String language) {
    if (studies.find(origin.region().value(), origin.id()).isPresent()) {
      return;
    }
    List<Scenario> _ = plan.read(language);
    requireRoom(origin.by());
    studies.add(origin.id(), origin.region().value(), origin.by(), clock.instant(), plan);
    runner.wake();
  }

  private void requireRoom(String author) {
    if (studies.open(author) >= OPEN_OF_AUTHOR_MAX || studies.open("") >= OPEN_MAX) {
      Map<String, String> values = Map.of("max", Integer.toString(OPEN_OF_AUTHOR_MAX));
      throw Refused.state("study.queueFull", "", values);
    }
  }

  void cancel(CommandOrigin origin, UUID id) {
    Study study = get(origin.region().value(), id);
    studies.cancel(study.region(), id);
  }

  /** Asks for the same again: the same scenarios, days and seed. */
  void repeat(CommandOrigin origin, UUID id, String language) {
    ask(origin, get(origin.region().value(), id).plan(), language);
  }

  List<Study> list(String region) {
    return studies.list(region, StudyRepository.KEPT_MAX);
  }

  /**
   * The study.
   *
   * @throws Refused {@code study.unknown}
   */
  Study get(String region, UUID id) {
    return studies
        .find(region, id)
        .orElseThrow(
            () -> Refused.unknown("study.unknown", "study", Map.of("study", id.toString())));
  }

  /**
   * What a study that is done came to, in the words of a language; empty when it was counted
   * otherwise than now, or of what there no longer is.
   */
  Optional<Comparison> comparison(Study study, String language) {
    return find(study).map(findings -> Comparison.of(findings, language));
  }

  /** The same as JSON, as the command line writes it. */
  Map<String, Object> json(Study study) {
    return FindingsJson.of(findings(study));
  }

  /**
   * The same as a file.
   *
   * @param name whose ending says in which format
   */
  byte[] report(Study study, String name, String language) {
    try {
      return TwinReport.of(Path.of(name), findings(study), language);
    } catch (IOException e) {
      throw new UncheckedIOException("the report of " + study.id() + " cannot be written", e);
    }
  }

  /**
   * One day of one run to be watched; empty while it is being made.
   *
   * @param scenario from 0
   * @param run from 0
   * @param day from 1
   */
  Optional<byte[]> film(Study study, int scenario, int run, int day) {
    Study.Plan plan = study.plan();
    RequestRefused.requireRange("scenario", scenario, 0, plan.scenarios().size() - 1);
    RequestRefused.requireRange("run", run, 0, plan.replications() - 1);
    RequestRefused.requireRange("day", day, 1, plan.days());
    return films.find(plan, new StudyFilms.Wanted(study.id(), scenario, run, day));
  }

  private Findings findings(Study study) {
    return find(study)
        .orElseThrow(
            () -> Refused.state("study.outdated", "study", Map.of("study", study.id().toString())));
  }

  private Optional<Findings> find(Study study) {
    if (study.state() != State.DONE) {
      throw Refused.state("study.notDone", "study", Map.of("study", study.id().toString()));
    }
    try {
      List<Scenario> scenarios = study.plan().read("en");
      return FindingsJson.find(studies.findings(study.id()).orElseThrow(), scenarios);
    } catch (Refused unfit) {
      return Optional.empty(); // What could be read when it was run cannot be read any longer.
    }
  }
}
