package se.dirigent.app.study;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.app.study.SavedScenario.Shared;
import se.dirigent.app.twin.ScenarioFile;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.platform.problem.Language;
import se.dirigent.server.platform.region.Regions;

/**
 * Scenarios over HTTP: those that come with the program, those that are kept, and what one says.
 */
@RestController
@RequestMapping("/api/regions/{region}/scenarios")
class ScenarioController {
  private final ScenarioRepository scenarios;
  private final Regions regions;
  private final InstantSource clock;

  ScenarioController(ScenarioRepository scenarios, Regions regions, InstantSource clock) {
    this.scenarios = scenarios;
    this.regions = regions;
    this.clock = clock;
  }

  /**
   * One that comes with the program.
   *
   * @param tree its keys and values
   */
  record Ready(String name, String title, String text, @Nullable Object tree) {
    /** Its title alone is read: what it says is read when it is chosen. */
    static Ready of(String name) {
      String text = ScenarioFile.readyText(name);
      Object tree = ScenarioTree.find(text).orElse(null);
      return new Ready(name, ScenarioTree.title(tree, name), text, tree);
    }
  }

  /** What there is to begin with. */
  record Shelf(List<Ready> ready, List<SavedScenario.Line> saved) {}

  @GetMapping
  @Allowed(
      roles = {Role.PLANNER, Role.INNER_COMMAND, Role.NATIONAL_COORDINATOR, Role.ADMINISTRATOR})
  Shelf list(@PathVariable String region, Actor actor) {
    return new Shelf(
        ScenarioFile.ready().stream().map(Ready::of).toList(),
        scenarios.list(served(region), actor.username()));
  }

  /** Body of a scenario to be kept. */
  record SaveBody(String name, String text, Shared shared) {}

  /** A scenario that was kept. */
  record Saved(UUID id) {}

  /** Keeps a scenario as the next version of its name, also one that cannot be used yet. */
  @PostMapping
  @Allowed(
      roles = {Role.PLANNER, Role.INNER_COMMAND, Role.NATIONAL_COORDINATOR, Role.ADMINISTRATOR})
  Saved save(CommandOrigin origin, @RequestBody SaveBody body) {
    String region = served(origin.region().value());
    Study.Part part = new Study.Part(body.name(), body.text());
    if (scenarios.namesBeside(region, part.name()) >= ScenarioRepository.NAMES_MAX) {
      String max = Integer.toString(ScenarioRepository.NAMES_MAX);
      throw Refused.state("scenario.tooMany", "name", Map.of("max", max));
    }
    Instant now = clock.instant();
    scenarios.save(
        new SavedScenario(
            origin.id(), region, part.name(), 0, origin.by(), body.shared(), now, part.text()));
    return new Saved(origin.id());
  }

  /** A kept scenario, for who was given its address. */
  @GetMapping("/{scenario}")
  @Allowed(
      roles = {Role.PLANNER, Role.INNER_COMMAND, Role.NATIONAL_COORDINATOR, Role.ADMINISTRATOR})
  SavedScenario get(@PathVariable String region, @PathVariable UUID scenario, Actor actor) {
    return scenarios
        .find(served(region), actor.username(), scenario)
        .orElseThrow(() ->
            Refused.unknown(
                "scenario.unknown", "scenario", Map.of("scenario", scenario.toString())));
  }

  /** Body of a question about a text. */
  record TextBody(@Nullable String name, String text) {}

  /** What a text says and whether it can be run; asks only, though it is too long for a GET. */
  @PostMapping("/reading")
  @Allowed(
      roles = {Role.PLANNER, Role.INNER_COMMAND, Role.NATIONAL_COORDINATOR, Role.ADMINISTRATOR})
  Reading read(
      @PathVariable String region, @RequestBody TextBody body, HttpServletRequest request) {
    served(region);
    String name = body.name() == null || body.name().isBlank() ? "scenario" : body.name();
    Study.Part part = new Study.Part(name, body.text());
    return Reading.of(part.name(), part.text(), Language.of(request).code());
  }

  private String served(String region) {
    return regions.getServed(new RegionCode(region)).code().value();
  }
}
