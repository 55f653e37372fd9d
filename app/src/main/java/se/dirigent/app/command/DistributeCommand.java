package se.dirigent.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.dirigent.app.masscasualty.DistributionComparison;
import se.dirigent.app.masscasualty.DistributionReport;
import se.dirigent.app.masscasualty.EventFile;
import se.dirigent.app.masscasualty.EventQuestion;
import se.dirigent.app.masscasualty.KeyTestRun;
import se.dirigent.app.masscasualty.MassEvent;
import se.dirigent.app.pack.Packs;
import se.dirigent.optimiser.distribute.CategoryRule;
import se.dirigent.optimiser.distribute.Distribution;
import se.dirigent.optimiser.distribute.DistributionBudget;
import se.dirigent.optimiser.distribute.DistributionChecker;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.rule.Rule;
import se.dirigent.optimiser.distribute.rule.RuleDistribution;
import se.dirigent.optimiser.distribute.rule.Shares;
import se.dirigent.optimiser.distribute.search.DistributionSearch;
import se.dirigent.routing.network.SharedTravelTimes;
import se.dirigent.server.platform.region.RegionPack.PackFacility;

/** Says who goes to which hospital, by what and in which order, at a mass-casualty event. */
@Command(
    name = "distribute",
    description = {
      "Say who goes to which hospital, by what and in which order, at a mass-casualty event.",
      "An event is a YAML file (docs/events.md), or the name of one that comes with the program",
      "(--list). It is a proposal: a person decides."
    })
final class DistributeCommand implements Callable<Integer> {
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  private static final int COURSES_MAX = 1000;

  /** Words of the option. */
  private enum Harm {
    SURVIVAL(CategoryRule.bySurvival()),
    DEADLINE(CategoryRule.byDeadline());

    private final List<CategoryRule> rules;

    Harm(List<CategoryRule> rules) {
      this.rules = rules;
    }
  }

  @Mixin private final JsonReport report = new JsonReport();
  @Mixin private final ServiceOptions.DataFolder data = new ServiceOptions.DataFolder();

  @Parameters(index = "0", arity = "0..1", paramLabel = "EVENT", description = "The event")
  private @Nullable String name;

  @Option(names = "--list", description = "Name the events that come with the program")
  private boolean list;

  @Option(
      names = "--plan-for",
      paramLabel = "TIME",
      description =
          "Move the event to another moment, such as 2026-12-24T18:00 by the clock of Sweden")
  private @Nullable String planFor;

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      description = {
        "Do not search: nearest, start_nearest or key show what a simple rule would do;",
        "key takes the shares that the event names"
      })
  private @Nullable Rule rule;

  @Option(
      names = "--harm",
      paramLabel = "HARM",
      defaultValue = "deadline",
      description = {
        "What waiting costs: deadline, minutes that weigh more after 10-1-2, or survival, the",
        "chance that published curves say it takes (default: ${DEFAULT-VALUE})"
      })
  private Harm harm = Harm.DEADLINE;

  @Option(
      names = "--compare",
      paramLabel = "N",
      defaultValue = "0",
      description = {
        "Follow the event in N simulated courses in which everything takes another time than",
        "planned: ours beside simple rules, with critical deaths by published curves of survival"
      })
  private int courses;

  @Option(
      names = "--test-key",
      paramLabel = "FILE",
      description = {
        "Do not distribute: try a distribution key, as JSON, on random events (a hospital gone, a",
        "closed road, night, three places at once) and show where it breaks"
      })
  private @Nullable Path testKey;

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Events of each sort that --test-key tries (default: ${DEFAULT-VALUE})")
  private int events;

  @Option(
      names = "--trips",
      paramLabel = "N",
      defaultValue = "40",
      description = "Trips to print at most (default: ${DEFAULT-VALUE})")
  private int trips;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of all chance (default: ${DEFAULT-VALUE})")
  private long seed;

  @Override
  public Integer call() throws IOException {
    if (list) {
      EventFile.ready().forEach(System.out::println);
      return Exit.DONE;
    }
    if (testKey != null) {
      SharedTravelTimes roads = SharedTravelTimes.of(data.path().resolve("roads"));
      KeyTestRun run = KeyTestRun.of(testKey, new Packs(), roads, events, seed);
      if (!report.takesOutput()) {
        run.lines().forEach(System.out::println);
      }
      report.write(run.map());
      return Exit.DONE;
    }
    if (name == null) {
      throw new IllegalArgumentException(
          "no event is named; give a file, or one of " + String.join(", ", EventFile.ready()));
    }
    Packs packs = new Packs();
    List<PackFacility> hospitals = EventQuestion.hospitals(packs);
    Set<String> ids = hospitals.stream().map(PackFacility::id).collect(Collectors.toSet());
    MassEvent event = new EventFile(Set.copyOf(packs.codes()), ids).read(name);
    Instant at = planFor == null ? event.at() : when(planFor);
    SharedTravelTimes times = SharedTravelTimes.of(data.path().resolve("roads"));
    DistributionProblem problem = new EventQuestion(packs, times).of(event, at, harm.rules);
    if (courses > 0) {
      return compare(event, problem, hospitals);
    }
    DistributionReport found = answer(event, problem, at, hospitals);
    List<String> faults =
        rule == null
            ? DistributionChecker.faults(problem, found.answer())
            : DistributionChecker.faultsWithDoors(problem, found.answer());
    if (!faults.isEmpty()) {
      throw new IllegalStateException("the checker refuses the answer: " + faults.getFirst());
    }
    if (!report.takesOutput()) {
      found.lines(trips).forEach(System.out::println);
    }
    report.write(found.map());
    return found.answer().unplaced().isEmpty() ? Exit.DONE : Exit.NOT_DONE;
  }

  private int compare(MassEvent event, DistributionProblem problem, List<PackFacility> hospitals) {
    if (courses == 1 || courses > COURSES_MAX) {
      throw new IllegalArgumentException(
          "--compare is " + courses + "; give 2 to " + COURSES_MAX + " courses");
    }
    Shares key =
        event.key().isEmpty()
            ? DistributionComparison.sharesByIntake(problem)
            : key(event, hospitals);
    DistributionComparison found = DistributionComparison.run(problem, key, seed, courses);
    if (!report.takesOutput()) {
      System.out.println(event.title());
      found.lines().forEach(System.out::println);
    }
    report.write(found.map());
    return Exit.DONE;
  }

  private static Shares key(MassEvent event, List<PackFacility> hospitals) {
    return new Shares(hospitals.stream().map(h -> event.key().getOrDefault(h.id(), 0.0)).toList());
  }

  private DistributionReport answer(
      MassEvent event, DistributionProblem problem, Instant at, List<PackFacility> hospitals) {
    if (rule == null) {
      DistributionSearch search = DistributionSearch.of(problem, DistributionBudget.standard(seed));
      return new DistributionReport(event, problem, search.answer(), search.choices(), at);
    }
    if (rule == Rule.KEY && event.key().isEmpty()) {
      throw new IllegalArgumentException("the event has no key; add 'key' or take another rule");
    }
    Shares shares = rule == Rule.KEY ? key(event, hospitals) : Shares.equal(hospitals.size());
    Distribution ruled = RuleDistribution.run(problem, rule, shares);
    return new DistributionReport(event, problem, ruled, List.of(), at);
  }

  private static Instant when(String text) {
    try {
      return LocalDateTime.parse(text).atZone(SWEDEN).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "--plan-for is '" + text + "'; give a time such as 2026-12-24T18:00", e);
    }
  }
}
