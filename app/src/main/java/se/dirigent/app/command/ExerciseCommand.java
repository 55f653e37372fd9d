package se.dirigent.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.dirigent.app.demo.DemoConfiguration;
import se.dirigent.app.demo.Driver;
import se.dirigent.app.demo.ScaledClock;
import se.dirigent.app.exercise.ExerciseConfiguration;
import se.dirigent.app.exercise.ExerciseRun;
import se.dirigent.app.exercise.ExerciseRun.Role;
import se.dirigent.app.masscasualty.EventFile;
import se.dirigent.app.pack.Packs;
import se.dirigent.app.study.StudyConfiguration;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.server.identity.account.DemoUsers;

/** Practises a mass-casualty event on a service of its own. */
@Command(
    name = "exercise",
    description = {
      "Practise a mass-casualty event on a service of its own, with a clock of its own.",
      "A scenario is a YAML file (docs/events.md), or the name of one that comes with the program",
      "(--list). Who is not played is you; everything says that it is an exercise."
    })
final class ExerciseCommand implements Callable<Integer> {
  private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** Units are on duty and everyday cases under way when the alarm comes. */
  private static final int BEFORE_MINUTES = 3;

  /** How often it is looked whether an exercise that nobody leads is over. */
  private static final long LOOK_MILLIS = 1_000;

  @Mixin private final ServiceOptions options = new ServiceOptions();
  @Mixin private final JsonReport json = new JsonReport();

  @Parameters(index = "0", arity = "0..1", paramLabel = "SCENARIO", description = "The scenario")
  private @Nullable String name;

  @Option(names = "--list", description = "Name the scenarios that come with the program")
  private boolean list;

  @Option(
      names = "--play",
      paramLabel = "scene,hospitals,command",
      split = ",",
      defaultValue = "scene,hospitals",
      description = {
        "Who is played by the program (default: ${DEFAULT-VALUE});",
        "with command too, nobody is needed"
      })
  private List<String> played = List.of();

  @Option(
      names = "--speed",
      defaultValue = "1",
      description = "How fast the clock runs, 0.1 to 1000 (default: ${DEFAULT-VALUE})")
  private double speed;

  @Option(
      names = "--demand",
      defaultValue = "1",
      paramLabel = "X",
      description = "Everyday calls beside it, as a multiple of the region's own (default: 1)")
  private double demand;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Decides everything that chance decides (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = {
        "When it is over, write the result (.pdf or .html) and stop;",
        "without it the service goes on until it is stopped"
      })
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (list) {
      EventFile.ready().forEach(System.out::println);
      return Exit.DONE;
    }
    if (name == null) {
      throw new IllegalArgumentException(
          "no scenario is named; give a file, or one of " + String.join(", ", EventFile.ready()));
    }
    ScaledClock.require(speed);
    if (!(demand >= 0.01 && demand <= 100)) {
      throw new IllegalArgumentException("demand is " + demand + "; give 0.01 to 100");
    }
    Set<Role> roles = roles();
    requireWritable();
    // Before anything is started: a fault in the file is told at once.
    ExerciseRun read = ExerciseConfiguration.read(name);
    String region = read.exercise().event().region();
    options.serve(region);
    options.keepIn(folder());
    requireNew();
    String token = PlayedService.secret();
    try (Service service =
        Service.start(
            properties(read, token, roles),
            System.err,
            DemoConfiguration.class,
            StudyConfiguration.class,
            ExerciseConfiguration.class)) {
      if (service == null) {
        return Exit.START_FAILED;
      }
      PlayedService.writeAccess(options, token);
      List<Driver> drivers = new ArrayList<>();
      try {
        PlayedService.play(service, options, token, demand, seed, drivers);
        ExerciseRun run = service.bean(ExerciseRun.class);
        TravelTimes times = service.bean(TravelTimes.class);
        run.begin(drivers.getFirst(), new Packs().get(region), times, roles, seed);
        announce(service, run);
        return file == null ? awaitStop(service) : awaitEnd(run, file);
      } finally {
        drivers.forEach(Driver::close);
      }
    }
  }

  private Set<Role> roles() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String one : played) {
      try {
        roles.add(Role.valueOf(one.strip().toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "--play has '" + one + "'; give some of scene, hospitals, command", e);
      }
    }
    return roles;
  }

  private void requireWritable() {
    Path to = file;
    if (to != null) {
      String text = to.toString().toLowerCase(Locale.ROOT);
      if (!text.endsWith(".pdf") && !text.endsWith(".html")) {
        throw new IllegalArgumentException("--report is '" + to + "'; give a .pdf or a .html");
      }
      Path parent = to.toAbsolutePath().getParent();
      if (parent == null || !Files.isDirectory(parent)) {
        throw new IllegalArgumentException("--report: there is no folder " + parent);
      }
    }
  }

  /** A folder for each exercise: none ever meets another's data, and no real ones. */
  private Path folder() {
    String of = Path.of(String.valueOf(name)).getFileName().toString().replaceAll("\\.ya?ml$", "");
    return options
        .data()
        .resolve("exercises")
        .resolve(of + "-" + LocalDateTime.now(ZoneId.systemDefault()).format(FOLDER));
  }

  private void requireNew() throws IOException {
    if (!options.database().isEmpty()) {
      throw new IllegalArgumentException(
          "--database is another's; an exercise keeps its data in a folder of its own (--data)");
    }
    Path data = options.data();
    if (holdsAnything(data)) {
      throw new IllegalArgumentException(
          "--data " + data + " holds data already; an exercise needs a folder of its own");
    }
  }

  private static boolean holdsAnything(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isPresent();
    }
  }

  private Map<String, Object> properties(ExerciseRun read, String token, Set<Role> roles) {
    // Without a person everyday cases are dispatched at once; else somebody has a minute for it.
    String automatic = roles.contains(Role.COMMAND) ? "all" : "unclaimed:60";
    Map<String, Object> properties = PlayedService.properties(options, token, speed, automatic);
    properties.put(
        DemoConfiguration.BEGIN,
        read.exercise().event().at().minusSeconds(60L * BEFORE_MINUTES).toString());
    properties.put(ExerciseConfiguration.FILE, String.valueOf(name));
    return properties;
  }

  private void announce(Service service, ExerciseRun run) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("ÖVNING", run.exercise().title());
    lines.put(
        "Logga in",
        "demo.dirigent, demo.inre, demo.planerare (leder), lösenord / password "
            + service.bean(DemoUsers.class).password());
    service.sayReady(options.url(), lines);
    if (options.browser()) {
      Browser.open(options.url());
    }
  }

  private static int awaitStop(Service service) throws InterruptedException {
    service.awaitStop();
    return Exit.DONE;
  }

  /** Follows it to its end on one line, then writes the result. */
  private int awaitEnd(ExerciseRun run, Path to) throws IOException, InterruptedException {
    try (Progress progress = Progress.of("exercise", 100)) {
      while (!run.over()) {
        progress.to(run.percent());
        Thread.sleep(LOOK_MILLIS);
      }
    }
    String text = to.toString().toLowerCase(Locale.ROOT);
    byte[] bytes = run.report(text.endsWith(".pdf"), "sv");
    if (bytes == null) {
      throw new IllegalStateException("the exercise ended before its alarm");
    }
    Files.write(to, bytes);
    json.write(run.map("sv"));
    System.err.println("Rapport / report " + to.toAbsolutePath());
    return run.allMet() ? Exit.DONE : Exit.NOT_DONE;
  }
}
