package se.dirigent.app.command;

import java.io.IOException;
import java.io.Reader;
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
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.dirigent.app.demo.DemoConfiguration;
import se.dirigent.app.demo.DemoControls;
import se.dirigent.app.demo.Driver;
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
  @Mixin private final PlayedOptions living = new PlayedOptions();
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
      names = "--report",
      paramLabel = "FILE",
      description = {
        "When it is over, write the result (.pdf or .html) and stop;",
        "without it the service goes on until it is stopped"
      })
  private @Nullable Path file;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = {
        "Go on with an exercise that was broken off, from its data folder:",
        "everything that was told or done there stays"
      })
  private @Nullable Path resume;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (list) {
      EventFile.ready().forEach(System.out::println);
      return Exit.DONE;
    }
    Kept kept = resume == null ? null : Kept.read(resume);
    if (kept != null) {
      name = kept.scenario().toString();
      played = kept.played();
    }
    if (name == null) {
      throw new IllegalArgumentException(
          "no scenario is named; give a file, or one of " + String.join(", ", EventFile.ready()));
    }
    living.require();
    Set<Role> roles = roles();
    requireWritable();
    // Before anything is started: a fault in the file is told at once.
    ExerciseRun read = ExerciseConfiguration.read(name);
    String region = read.exercise().event().region();
    options.serve(region);
    if (kept == null) {
      options.keepIn(folder());
      requireNew();
      Kept.write(options.data(), EventFile.source(name), played, living.seed());
    } else {
      options.keepIn(kept.folder());
    }
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
        PlayedService.play(service, options, token, living, drivers);
        ExerciseRun run = service.bean(ExerciseRun.class);
        TravelTimes times = service.bean(TravelTimes.class);
        run.begin(
            drivers.getFirst(),
            service.bean(DemoControls.class),
            living.speed(),
            new Packs().get(region),
            times,
            roles,
            kept == null ? living.seed() : kept.seed());
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
    Map<String, Object> properties =
        PlayedService.properties(options, token, living.speed(), automatic);
    properties.put(
        DemoConfiguration.BEGIN,
        read.exercise().event().at().minusSeconds(60L * BEFORE_MINUTES).toString());
    properties.put(ExerciseConfiguration.FILE, String.valueOf(name));
    properties.put(DemoConfiguration.LED, true);
    // A browser keeps cookies by machine: who is logged in to the real service beside stays so.
    properties.put("dirigent.session-cookie", "EXERCISE");
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

  /**
   * What an exercise is resumed by, in its data folder.
   *
   * @param scenario a copy of the file it was begun with
   */
  private record Kept(Path folder, Path scenario, List<String> played, long seed) {
    private static final String SCENARIO = "exercise.yaml";
    private static final String BEGUN = "exercise.properties";

    static Kept read(Path folder) throws IOException {
      Path scenario = folder.resolve(SCENARIO).toAbsolutePath();
      if (!Files.exists(scenario) || !Files.exists(folder.resolve(BEGUN))) {
        throw new IllegalArgumentException(
            "--resume " + folder + " holds no exercise; give the data folder of one");
      }
      Properties begun = new Properties();
      try (Reader in = Files.newBufferedReader(folder.resolve(BEGUN))) {
        begun.load(in);
      }
      return new Kept(
          folder.toAbsolutePath(),
          scenario,
          List.of(begun.getProperty("play", "scene,hospitals").split(",")),
          Long.parseLong(begun.getProperty("seed", "1")));
    }

    static void write(Path folder, String scenario, List<String> played, long seed)
        throws IOException {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(SCENARIO), scenario);
      Files.writeString(
          folder.resolve(BEGUN), "play=%s%nseed=%d%n".formatted(String.join(",", played), seed));
    }
  }
}
