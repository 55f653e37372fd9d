package se.dirigent.app.study;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.app.study.Study.State;
import se.dirigent.app.study.outcome.Comparison;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.platform.problem.Language;
import se.dirigent.server.platform.region.Regions;

/** Studies over HTTP. Nothing in them is about a patient or about what happens now. */
@RestController
@RequestMapping("/api/regions/{region}/studies")
class StudyController {
  private final Studies studies;
  private final Regions regions;

  StudyController(Studies studies, Regions regions) {
    this.studies = studies;
    this.regions = regions;
  }

  /**
   * A study in the list.
   *
   * @param of runs in all
   * @param secondsLeft estimated by the runs so far; null when nothing is known
   */
  record Line(
      UUID id,
      String author,
      Instant at,
      List<String> scenarios,
      int replications,
      int days,
      long seed,
      State state,
      int done,
      int of,
      double seconds,
      @Nullable Double secondsLeft,
      @Nullable String problem) {
    static Line of(Study study) {
      Study.Plan plan = study.plan();
      boolean runs = study.state() == State.RUNNING && study.done() > 0;
      return new Line(
          study.id(),
          study.author(),
          study.at(),
          plan.scenarios().stream().map(Study.Part::name).toList(),
          plan.replications(),
          plan.days(),
          plan.seed(),
          study.state(),
          study.done(),
          plan.runs(),
          study.seconds(),
          runs ? study.seconds() / study.done() * (plan.runs() - study.done()) : null,
          study.problem());
    }
  }

  /**
   * A whole study.
   *
   * @param scenarios as they were run
   * @param comparison null until it is done, and when it is outdated
   * @param outdated whether it was counted otherwise than now, or of what there no longer is
   */
  record Whole(
      Line study, List<Study.Part> scenarios, @Nullable Comparison comparison, boolean outdated) {}

  /** A study that was asked for. */
  record Asked(UUID id) {}

  /** Studies of the region, the latest first; those that still wait or run tell how far. */
  @GetMapping
  @Allowed(
      roles = {Role.PLANNER, Role.INNER_COMMAND, Role.NATIONAL_COORDINATOR, Role.ADMINISTRATOR})
  List<Line> list(@PathVariable String region) {
    return studies.list(served(region)).stream().map(Line::of).toList();
  }

  /** Asks for a study. */
  @PostMapping
  @Allowed(
      roles = {Role.PLANNER, Role.INNER_COMMAND, Role.NATIONAL_COORDINATOR, Role.ADMINISTRATOR})
  Asked ask(CommandOrigin origin, @RequestBody Study.Plan plan, HttpServletRequest request) {
    served(origin.region().value());
    studies.ask(origin, plan, Language.of(request).code());
    return new Asked(origin.id());
  }

  @GetMapping("/{study}")
  @Allowed(
      roles = {Role.PLANNER, Role.INNER_COMMAND, Role.NATIONAL_COORDINATOR, Role.ADMINISTRATOR})
  Whole get(@PathVariable String region, @PathVariable UUID study, HttpServletRequest request) {
    Study found = studies.get(served(region), study);
    boolean done = found.state() == State.DONE;
    Comparison comparison =
        done ? studies.comparison(found, Language.of(request).code()).orElse(null) : null;
    return new Whole(
        Line.of(found), found.plan().scenarios(), comparison, done && comparison == null);
  }

  /** Ends a study that waits or runs; one that has ended stays as it is. */
  @PostMapping("/{study}/cancellation")
  @Allowed(
      roles = {Role.PLANNER, Role.INNER_COMMAND, Role.NATIONAL_COORDINATOR, Role.ADMINISTRATOR})
  Asked cancel(CommandOrigin origin, @PathVariable UUID study) {
    served(origin.region().value());
    studies.cancel(origin, study);
    return new Asked(study);
  }

  /** Asks for the same study again. */
  @PostMapping("/{study}/repetition")
  @Allowed(
      roles = {Role.PLANNER, Role.INNER_COMMAND, Role.NATIONAL_COORDINATOR, Role.ADMINISTRATOR})
  Asked repeat(CommandOrigin origin, @PathVariable UUID study, HttpServletRequest request) {
    served(origin.region().value());
    studies.repeat(origin, study, Language.of(request).code());
    return new Asked(origin.id());
  }

  /** In which form a report is wanted. */
  enum Format {
    PDF(MediaType.APPLICATION_PDF),
    HTML(MediaType.TEXT_HTML),
    XLSX(
        MediaType.parseMediaType(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));

    private final MediaType type;

    Format(MediaType type) {
      this.type = type;
    }
  }

  /** The comparison as a file to read, print or count on. */
  @GetMapping("/{study}/report")
  @Allowed(
      roles = {Role.PLANNER, Role.INNER_COMMAND, Role.NATIONAL_COORDINATOR, Role.ADMINISTRATOR})
  ResponseEntity<byte[]> report(
      @PathVariable String region,
      @PathVariable UUID study,
      @RequestParam Format format,
      @RequestParam(defaultValue = "sv") String language) {
    Study found = studies.get(served(region), study);
    String name = "dirigent-" + region + "." + format.name().toLowerCase(Locale.ROOT);
    return ResponseEntity.ok()
        .contentType(format.type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(studies.report(found, name, language.equals("en") ? "en" : "sv"));
  }

  /** The comparison as {@code dirigent simulate --json} writes it. */
  @GetMapping("/{study}/findings")
  @Allowed(
      roles = {Role.PLANNER, Role.INNER_COMMAND, Role.NATIONAL_COORDINATOR, Role.ADMINISTRATOR})
  Map<String, Object> findings(@PathVariable String region, @PathVariable UUID study) {
    return studies.json(studies.get(served(region), study));
  }

  /** Said instead of a film that is not made yet. */
  record Making(boolean making) {}

  /**
   * One day of one run, see {@link se.dirigent.app.study.outcome.FilmFile}; while it is made the
   * answer is 202, ask again.
   */
  @GetMapping("/{study}/film")
  @Allowed(
      roles = {Role.PLANNER, Role.INNER_COMMAND, Role.NATIONAL_COORDINATOR, Role.ADMINISTRATOR})
  ResponseEntity<?> film(
      @PathVariable String region,
      @PathVariable UUID study,
      @RequestParam(defaultValue = "0") int scenario,
      @RequestParam(defaultValue = "0") int run,
      @RequestParam(defaultValue = "1") int day) {
    Study found = studies.get(served(region), study);
    Optional<byte[]> film = studies.film(found, scenario, run, day);
    return film.isEmpty()
        ? ResponseEntity.accepted().body(new Making(true))
        : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(film.get());
  }

  private String served(String region) {
    return regions.getServed(new RegionCode(region)).code().value();
  }
}
