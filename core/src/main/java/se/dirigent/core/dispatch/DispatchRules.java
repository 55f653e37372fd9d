package se.dirigent.core.dispatch;

import java.time.Duration;
import java.util.Map;
import se.dirigent.core.Refused;
import se.dirigent.core.incident.IncidentRules;

/**
 * A region's rules for dispatch.
 *
 * @param retaskAfterHandover how long after hand-over a unit may be sent out again though it has
 *     not said it is clear (Region Skåne's routine: 15 min)
 * @param lapseStep from one step of a lapsed deadline to the next [assumption: 30 s]
 */
public record DispatchRules(
    IncidentRules incidents, Duration retaskAfterHandover, Duration lapseStep) {
  public DispatchRules {
    if (retaskAfterHandover.isNegative()) {
      throw new Refused(
          "duration.negative",
          "retaskAfterHandover",
          Map.of("value", retaskAfterHandover.toString()));
    }
    if (!lapseStep.isPositive()) {
      throw new Refused("duration.positive", "lapseStep", Map.of("value", lapseStep.toString()));
    }
  }

  /** The rules of a region that has set none of its own. */
  public static DispatchRules standard(IncidentRules incidents) {
    return new DispatchRules(incidents, Duration.ofMinutes(15), Duration.ofSeconds(30));
  }
}
