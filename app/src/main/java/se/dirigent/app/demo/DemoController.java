package se.dirigent.app.demo;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.Refused;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Role;

/** Shows and changes how the demonstration runs. */
@RestController
@RequestMapping("/api/demo")
class DemoController {
  private final DemoControls controls;

  DemoController(DemoControls controls) {
    this.controls = controls;
  }

  /**
   * How the demonstration runs.
   *
   * @param region code of the region, or several with commas between
   * @param speed seconds of its clock per second
   * @param automatic what is dispatched automatically
   */
  record Demo(String region, double speed, AutomaticDispatch automatic) {}

  /**
   * What is dispatched automatically.
   *
   * @param afterSeconds how long persons have, for UNCLAIMED
   */
  record AutomaticDispatch(Automatic.Mode mode, int afterSeconds) {}

  /**
   * A change; what is absent stays as it is.
   *
   * @param region may be sent back as it was shown; which region is played cannot be changed
   */
  record DemoChange(
      @Nullable String region, @Nullable Double speed, @Nullable AutomaticDispatch automatic) {}

  @GetMapping
  @Allowed(
      roles = {
        Role.DISPATCHER,
        Role.WAITING_ROOM_NURSE,
        Role.INNER_COMMAND,
        Role.PLANNER,
        Role.ADMINISTRATOR,
        Role.INTEGRATION
      },
      region = Allowed.Region.NONE)
  Demo show() {
    Automatic automatic = controls.automatic();
    return new Demo(
        controls.region(),
        controls.clock().speed(),
        new AutomaticDispatch(automatic.mode(), (int) automatic.after().toSeconds()));
  }

  @PutMapping
  @Allowed(
      roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.PLANNER, Role.ADMINISTRATOR},
      region = Allowed.Region.NONE)
  Demo change(@RequestBody DemoChange change) {
    if (change.region() != null && !change.region().equals(controls.region())) {
      throw Refused.unknown("region.notServed", "region", Map.of("region", change.region()));
    }
    AutomaticDispatch wanted = change.automatic();
    Automatic automatic = wanted == null ? null : automatic(wanted);
    Double speed = change.speed();
    if (speed != null && controls.led()) {
      throw Refused.state("exercise.led", "speed", Map.of());
    }
    if (speed != null) {
      controls.clock().setSpeed(ScaledClock.requireAsked(speed));
    }
    if (automatic != null) {
      controls.setAutomatic(automatic);
    }
    return show();
  }

  private static Automatic automatic(AutomaticDispatch wanted) {
    try {
      return new Automatic(wanted.mode(), Duration.ofSeconds(wanted.afterSeconds()));
    } catch (IllegalArgumentException e) {
      String max = String.valueOf(Automatic.AFTER_MAX.toSeconds());
      throw range("automatic.afterSeconds", wanted.afterSeconds(), "0", max);
    }
  }

  private static Refused range(String field, Number value, String min, String max) {
    return new Refused(
        "number.range", field, Map.of("value", value.toString(), "min", min, "max", max));
  }
}
