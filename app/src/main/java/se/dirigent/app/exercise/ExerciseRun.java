package se.dirigent.app.exercise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.demo.DemoControls;
import se.dirigent.app.demo.Driver;
import se.dirigent.app.demo.Part;
import se.dirigent.app.demo.Play;
import se.dirigent.app.exercise.Result.State;
import se.dirigent.app.exercise.play.Carriers;
import se.dirigent.app.exercise.play.CommandRoom;
import se.dirigent.app.exercise.play.Course;
import se.dirigent.app.exercise.play.Course.Fed;
import se.dirigent.app.exercise.play.HospitalRoom;
import se.dirigent.app.exercise.play.InjectFeed;
import se.dirigent.app.exercise.play.Journeys;
import se.dirigent.app.exercise.play.Person;
import se.dirigent.app.exercise.play.Preparation;
import se.dirigent.app.exercise.play.SceneRoom;
import se.dirigent.app.exercise.play.Waiting;
import se.dirigent.app.exercise.scenario.Exercise;
import se.dirigent.app.exercise.scenario.Goals.Step;
import se.dirigent.app.exercise.scenario.Inject;
import se.dirigent.app.masscasualty.FreeUnit;
import se.dirigent.app.masscasualty.MassEvent;
import se.dirigent.app.pack.Packs;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.geo.Position;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.server.identity.account.DemoUsers.Played;
import se.dirigent.server.platform.region.RegionPack;
import se.dirigent.server.platform.region.RegionPack.PackFacility;
import se.dirigent.server.platform.region.RegionPack.PackStation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** One exercise as it runs: who is played, how far it has come, and its result. */
public final class ExerciseRun {
  /** Who can be played, for those nobody practises as. */
  public enum Role {
    /** Crews on the scene: they report, sieve, load and hand over. */
    SCENE,
    /** Hospitals: whoever has come gets a bed. */
    HOSPITALS,
    /** Command: it declares, takes a key, sends units and decides hospitals. */
    COMMAND
  }

  /** Played parts look at what there is to do so often, by the machine's clock. */
  private static final long BEAT_MILLIS = 500;

  /** Units come on duty before the clock goes; no more do when so many looks find as many. */
  private static final int STILL_LOOKS = 4;

  private static final long LOOK_MILLIS = 1_000;

  /** Longer is not waited for units: a region may have none on duty at the hour. */
  private static final int LOOKS_MAX = 90;

  private final Exercise exercise;
  private final List<PackFacility> hospitals;
  private final Course course;
  private @Nullable Play play;
  private volatile @Nullable Pace pace;
  private volatile boolean ended;

  /**
   * @param hospitals all of the country
   */
  ExerciseRun(Exercise exercise, List<PackFacility> hospitals) {
    this.exercise = exercise;
    this.hospitals = List.copyOf(hospitals);
    this.course = new Course(exercise);
  }

  public Exercise exercise() {
    return exercise;
  }

  /**
   * Prepares the region, lets the clock go once its units are on duty, and the event happen when
   * the clock comes to it. Until then the clock stands still: however slow the machine, an exercise
   * begins at its beginning.
   *
   * @param driver plays the region where it happens
   * @param controls of its clock
   * @param speed of the clock
   * @param roles who is played
   * @param seed decides everything that chance decides
   */
  public void begin(
      Driver driver,
      DemoControls controls,
      double speed,
      RegionPack pack,
      TravelTimes times,
      Set<Role> roles,
      long seed)
      throws InterruptedException {
    Map<String, Position> lie =
        hospitals.stream().collect(Collectors.toMap(PackFacility::id, PackFacility::position));
    Journeys journeys = new Journeys(exercise, times, lie);
    List<Position> stations = pack.stations().stream().map(PackStation::position).toList();
    Set<String> airborne =
        pack.units().stream()
            .filter(u -> u.kind() == UnitKind.HELICOPTER)
            .map(u -> u.id().value())
            .collect(Collectors.toSet());
    List<FreeUnit> helpers = helpers(pack);
    String priority = pack.priorities().getFirst().code();
    Pace clock = new Pace(controls.clock(), speed, BEAT_MILLIS, System::nanoTime);
    add(
        driver,
        "exercise",
        clock,
        all -> {
          Play callers = all.as(Played.CALLERS);
          play = callers;
          new Preparation(all.as(Played.COMMAND), exercise.event(), hospitals, journeys).make(pack);
          return new InjectFeed(callers, all.as(Played.DISPATCHER), course, priority);
        });
    if (roles.contains(Role.SCENE)) {
      add(
          driver,
          "exercise-scene",
          clock,
          all -> {
            Play crews = all.as(Played.CREWS);
            Waiting waiting = new Waiting(course, journeys);
            return new SceneRoom(
                crews,
                course,
                driver::waitAt,
                waiting,
                new Carriers(crews, course, waiting, journeys, helpers),
                airborne,
                seed);
          });
    }
    if (roles.contains(Role.HOSPITALS)) {
      add(driver, "exercise-beds", clock, all -> new HospitalRoom(all.as(Played.WARDS), course));
    }
    if (roles.contains(Role.COMMAND)) {
      add(
          driver,
          "exercise-command",
          clock,
          all ->
              new CommandRoom(
                  all.as(Played.COMMAND), all.as(Played.DISPATCHER), course, stations, journeys));
    }
    awaitCrews();
    pace = clock;
    if (ended) {
      clock.end();
    } else {
      clock.setSpeed(speed);
    }
  }

  private void awaitCrews() throws InterruptedException {
    long before = 0;
    int still = 0;
    for (int look = 0; look < LOOKS_MAX && still < STILL_LOOKS; look++) {
      Thread.sleep(LOOK_MILLIS);
      Play all = Objects.requireNonNull(play, "the feed is made before");
      long onDuty =
          all.picture().units().stream().filter(u -> !u.status().equals("OFF_DUTY")).count();
      still = onDuty > 0 && onDuty == before ? still + 1 : 0;
      before = onDuty;
    }
  }

  private static void add(Driver driver, String name, Pace pace, Function<Play, Part> made) {
    driver.add(name, BEAT_MILLIS, all -> pace.of(name, made.apply(all)));
  }

  /** Its clock; null before it is begun. */
  @Nullable Pace pace() {
    return pace;
  }

  /** Whoever leads ends it: nothing more is told or done, and what is not reached is missed. */
  void end() {
    ended = true;
    Pace clock = pace;
    if (clock != null) {
      clock.end();
    }
  }

  /** Whether whoever leads has ended it. */
  boolean ended() {
    return ended;
  }

  /** Units of other regions that are free to come, as the file says. */
  private List<FreeUnit> helpers(RegionPack own) {
    MassEvent event = exercise.event();
    Packs packs = new Packs();
    return event.regions().stream()
        .filter(code -> !code.equals(own.code().value()))
        .flatMap(code -> FreeUnit.of(packs.get(code), event.availableShare()).stream())
        .toList();
  }

  /** Whether everybody who was hurt is at a hospital or let go, or the time of the file is over. */
  public boolean over() {
    Play all = play;
    if (ended) {
      return true;
    }
    if (all == null || course.alarmAt() == null) {
      return false;
    }
    List<Person> persons = course.persons();
    boolean everybody =
        persons.size() >= exercise.casualties()
            && persons.stream()
                .noneMatch(p -> p.stage().equals("AT_SCENE") || p.stage().equals("DEPARTED"));
    return everybody || all.picture().now().isAfter(exercise.end());
  }

  /** How much of it is done: those at a hospital or let go, or of its time, whichever is more. */
  public int percent() {
    Play all = play;
    if (all == null) {
      return 0;
    }
    long there =
        course.persons().stream()
            .filter(p -> !p.stage().equals("AT_SCENE") && !p.stage().equals("DEPARTED"))
            .count();
    Duration passed = Duration.between(exercise.at(), all.picture().now());
    Duration whole = Duration.between(exercise.at(), exercise.end());
    long time = 100 * Math.max(0, passed.toSeconds()) / Math.max(1, whole.toSeconds());
    return (int) Math.min(100, Math.max(time, 100 * there / Math.max(1, exercise.casualties())));
  }

  /** Whether every goal is reached. */
  public boolean allMet() {
    Result result = result();
    return result != null
        && result.goals().stream().noneMatch(goal -> goal.state() == State.MISSED);
  }

  /** What was told so far, and what is still to come. */
  List<Fed> fed() {
    return course.fed();
  }

  /** Injects that are not told yet, for whoever leads: {@code minute} and {@code text}. */
  List<Map<String, Object>> coming(String language) {
    ExerciseWords words = words(language);
    List<Inject> told = fed().stream().map(Fed::inject).toList();
    return exercise.injects().stream()
        .filter(inject -> !told.contains(inject))
        .map(inject -> Map.<String, Object>of("minute", inject.minute(), "text", words.say(inject)))
        .toList();
  }

  /** The result so far; null before the alarm. */
  @Nullable Result result() {
    Play all = play;
    Instant alarm = course.alarmAt();
    if (all == null || alarm == null) {
      return null;
    }
    course.read(all);
    Map<Step, Instant> reached = new EnumMap<>(Step.class);
    Instant onScene = course.onSceneAt();
    if (onScene != null) {
      reached.put(Step.ON_SCENE, onScene);
    }
    Map<String, Instant> closed = new HashMap<>();
    course.major().ifPresent(m -> read(m, reached, closed));
    return Result.of(
        exercise,
        new Result.Facts(
            all.picture().now(),
            alarm,
            reached,
            course.persons(),
            closed,
            over(),
            limit(all, alarm, course.major().orElse(null))));
  }

  private static void read(
      JsonNode major, Map<Step, Instant> reached, Map<String, Instant> closed) {
    reached.put(Step.DECLARED, Instant.parse(major.path("declaredAt").asString()));
    for (JsonNode line : major.path("log")) {
      Step step =
          switch (line.path("what").asString("")) {
            case "MethaneTold" -> Step.FIRST_REPORT;
            case "KeyTaken" -> Step.KEY;
            default -> null;
          };
      if (step != null) {
        reached.putIfAbsent(step, Instant.parse(line.path("at").asString()));
      }
    }
    for (JsonNode report : major.path("standings")) {
      if (report.path("closed").asBoolean(false)) {
        closed.put(report.path("facility").asString(), Instant.parse(report.path("at").asString()));
      }
    }
  }

  /**
   * What hospitals have said in the exercise, from the hour they said it; else as documented in the
   * service. What is told nowhere is nobody.
   */
  private static Result.Limit limit(Play play, Instant alarm, @Nullable JsonNode major) {
    JsonNode standings = major == null ? MissingNode.getInstance() : major.path("standings");
    Map<String, HospitalCapacity> capacities = new HashMap<>();
    play.client()
        .get(play.path("preparedness"))
        .path("capacities")
        .forEach(one -> {
          HospitalCapacity of = play.client().json().convertValue(one, HospitalCapacity.class);
          capacities.put(of.facility(), of);
        });
    return (hospital, hour, category) -> {
      JsonNode said = standings.path(hospital);
      JsonNode room = said.path("takes").path(category.name());
      if (room.has("persons")) {
        Instant at = Instant.parse(said.path("at").asString());
        if (hour >= Duration.between(alarm, at).toHours()) {
          return room.path("persons").asInt();
        }
      }
      HospitalCapacity documented = capacities.get(hospital);
      return documented == null ? 0 : documented.takes(hour, category);
    };
  }

  /**
   * The result on paper; null before the alarm.
   *
   * @param pdf else a page
   * @param language {@code sv} or {@code en}
   */
  public byte @Nullable [] report(boolean pdf, String language) throws IOException {
    Result result = result();
    if (result == null) {
      return null;
    }
    Report report = report(language, result);
    return pdf ? report.pdf() : report.html().getBytes(StandardCharsets.UTF_8);
  }

  private Report report(String language, Result result) {
    return new Report(words(language), exercise.title(), result, fed());
  }

  private ExerciseWords words(String language) {
    return new ExerciseWords(
        language,
        hospitals.stream().collect(Collectors.toMap(PackFacility::id, PackFacility::name)));
  }

  /** The result for programs; empty before the alarm. */
  public Map<String, Object> map(String language) {
    Result result = result();
    return result == null ? Map.of() : report(language, result).map();
  }
}
