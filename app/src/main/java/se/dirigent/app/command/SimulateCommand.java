package se.dirigent.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.dirigent.app.measures.MeasuresReport;
import se.dirigent.app.pack.Packs;
import se.dirigent.app.study.outcome.FilmFile;
import se.dirigent.app.study.outcome.FindingsJson;
import se.dirigent.app.twin.FindingsText;
import se.dirigent.app.twin.PartFile;
import se.dirigent.app.twin.ScenarioFile;
import se.dirigent.app.twin.TwinReport;
import se.dirigent.routing.network.NationalNetwork;
import se.dirigent.simulator.twin.Experiment;
import se.dirigent.simulator.twin.Findings;
import se.dirigent.simulator.twin.Part;
import se.dirigent.simulator.twin.Scenario;
import se.dirigent.simulator.twin.Worlds;

/** Tries decisions in fast time: scenarios under the same calls, compared with the first. */
@Command(
    name = "simulate",
    description = {
      "Try decisions in fast time: scenarios under the same calls, compared with the first.",
      "A scenario is a YAML file, or the name of one that comes with the program (--list)."
    })
final class SimulateCommand implements Callable<Integer> {
  @Mixin private final JsonReport json = new JsonReport();

  @Parameters(paramLabel = "SCENARIO", arity = "0..*", description = "The first is the base")
  private List<String> names = List.of();

  @Option(names = "--list", description = "Name the scenarios that come with the program")
  private boolean list;

  @Option(
      names = "--measures",
      description = {
        "Run the review's five measures on secondary transports; their report is in Swedish"
      })
  private boolean measures;

  @Option(
      names = "--region",
      paramLabel = "CODE",
      description = "Begin as this region instead of the one that the scenarios name")
  private @Nullable String region;

  @Option(
      names = "--replications",
      paramLabel = "N",
      defaultValue = "20",
      description = "Runs of each scenario (default: ${DEFAULT-VALUE})")
  private int replications;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "28",
      description = "Days counted in each run (default: ${DEFAULT-VALUE})")
  private int days;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the first run; the next has the next (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "T",
      defaultValue = "0",
      description = "Runs at once; the answer is the same (default: one for each core)")
  private int threads;

  @Option(
      names = "--part",
      paramLabel = "K/N",
      description = {
        "Make only the runs of part K of N, from 0, and write them to --runs: for many machines",
        "(docs/machines.md)"
      })
  private @Nullable String part;

  @Option(
      names = "--runs",
      paramLabel = "FILE",
      split = ",",
      description = "With --part the file to write; without, files to put together instead")
  private List<Path> files = List.of();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      split = ",",
      description = "Write a report: a file that ends with .html, .pdf or .xlsx, or several")
  private List<Path> reports = List.of();

  @Option(
      names = "--progress",
      description = {
        "Write how many runs are done on standard error, a line each, for a program that waits;",
        "ends when nobody reads them any more"
      })
  private boolean lines;

  @Option(
      names = "--film",
      paramLabel = "DAY",
      defaultValue = "0",
      description = {
        "Instead of comparing, write one day of the first run as a film for the page, with --json;",
        "one scenario, a day from 1 to --days"
      })
  private int filmDay;

  @Option(
      names = "--language",
      paramLabel = "sv|en",
      defaultValue = "sv",
      description = "Of the report and the table (default: ${DEFAULT-VALUE})")
  private String language = "";

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (list) {
      ScenarioFile.ready().forEach(System.out::println);
      return Exit.DONE;
    }
    if (measures && names.isEmpty()) {
      names = MeasuresReport.SCENARIOS;
    }
    if (names.isEmpty()) {
      throw new IllegalArgumentException(
          "no scenario is named; give a file, or one of "
              + String.join(", ", ScenarioFile.ready()));
    }
    reports.forEach(TwinReport::requireFormat);
    List<Scenario> scenarios = new ArrayList<>();
    ScenarioFile reader = new ScenarioFile(region);
    for (String name : names) {
      scenarios.add(reader.read(name));
    }
    int workers = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    Experiment experiment = new Experiment(replications, days, seed, workers);
    if (filmDay != 0) {
      return film(scenarios, experiment);
    }
    if (part != null) {
      return write(scenarios, experiment, Part.parse(part));
    }
    List<Experiment.Run> runs =
        files.isEmpty()
            ? run(scenarios, experiment, Part.WHOLE)
            : PartFile.read(files, scenarios, experiment);
    Findings findings =
        Findings.of(scenarios, experiment, experiment.arranged(scenarios.size(), runs));
    if (!json.takesOutput()) {
      System.out.print(FindingsText.of(findings, language));
    }
    for (Path file : reports) {
      Files.write(
          file,
          measures
              ? MeasuresReport.of(file, findings, regionName(findings))
              : TwinReport.of(file, findings, language));
    }
    json.write(FindingsJson.of(findings));
    return Exit.DONE;
  }

  private List<Experiment.Run> run(List<Scenario> scenarios, Experiment experiment, Part part)
      throws IOException, InterruptedException {
    Worlds worlds = new Worlds(NationalNetwork.load().network(), experiment.threads());
    long all = (long) scenarios.size() * experiment.replications();
    try (Progress bar = Progress.of("Simulating", Math.max(1, all / part.count()))) {
      return experiment.runs(
          scenarios,
          worlds,
          part,
          (done, of) -> {
            bar.to(done);
            return !lines || told(done, of);
          });
    }
  }

  private int write(List<Scenario> scenarios, Experiment experiment, Part own)
      throws IOException, InterruptedException {
    if (files.size() != 1) {
      throw new IllegalArgumentException("--part needs --runs with one file to write");
    }
    PartFile.of(scenarios, experiment, run(scenarios, experiment, own)).write(files.getFirst());
    return Exit.DONE;
  }

  private static String regionName(Findings findings) {
    return new Packs().get(findings.scenarios().getFirst().base().region()).name();
  }

  private int film(List<Scenario> scenarios, Experiment experiment) {
    if (scenarios.size() != 1 || !json.wanted()) {
      throw new IllegalArgumentException(
          "a film is of one scenario, in a file; name one and give --json FILE");
    }
    Scenario scenario = scenarios.getFirst();
    Worlds worlds = new Worlds(NationalNetwork.load().network(), experiment.threads());
    json.write(FilmFile.of(scenario, experiment.film(scenario, worlds, 0, filmDay)));
    return Exit.DONE;
  }

  /** Tells the program that waits; false when it is gone, and with it who wanted the answer. */
  private static boolean told(int done, int of) {
    System.err.println(done + " of " + of);
    return !System.err.checkError();
  }
}
