package se.dirigent.core.transport.mode;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;

/**
 * The answer to which mode, why, and what else there is.
 *
 * @param mode recommended
 * @param rule id of the rule that decided
 * @param version of its table
 * @param instead what to compare with, or null when nothing else can take the patient
 * @param options every mode that can, the recommended first, then the cheapest first
 * @param outside whether the way leads out of the region, or begins outside it
 * @param ways how far it is
 */
public record ModeAdvice(
    Mode mode,
    String rule,
    String version,
    String why,
    String whyEn,
    @Nullable Mode instead,
    List<Option> options,
    boolean outside,
    Ways ways) {
  public ModeAdvice {
    options = List.copyOf(options);
  }

  /**
   * A mode that can take the patient.
   *
   * @param kronor cost, the empty way back included
   * @param syntheticPrice whether the price is assumed
   * @param busyMinutes of vehicle and crew, handling and the way back included
   * @param flightMinutes in the air, the way back included
   * @param awayMinutes an ambulance of the region is out of it
   * @param tripMinutes from door to door, handling included
   * @param pickupFrom earliest pick-up
   * @param pickupUntil end of the window that can be promised before there is a plan
   * @param arrivesAt at the earliest
   * @param inTime whether that is before the patient must be there
   * @param orderBy last moment to order for that day, or null without a deadline
   * @param missed the deadline that has passed for the day asked for, or null
   * @param onCall when arrival falls in on-call hours, or null
   * @param approval whether inner command must approve it
   */
  public record Option(
      Mode mode,
      int kronor,
      boolean syntheticPrice,
      int busyMinutes,
      int flightMinutes,
      int awayMinutes,
      int tripMinutes,
      Instant pickupFrom,
      Instant pickupUntil,
      Instant arrivesAt,
      boolean inTime,
      @Nullable Instant orderBy,
      @Nullable Missed missed,
      @Nullable OnCall onCall,
      boolean approval) {}

  /** A deadline that has passed. */
  public record Missed(Instant orderBy, String why, String whyEn) {}

  /**
   * An arrival when only on-call staff receives.
   *
   * @param latestPickup the latest before it that would have avoided it
   * @param nextPickup the first after it that avoids it
   * @param nextLatest the latest that day that avoids it
   */
  public record OnCall(Instant latestPickup, Instant nextPickup, Instant nextLatest) {}

  /**
   * The option of a mode.
   *
   * @throws Refused {@code transport.unsuitable} when it cannot take the patient
   */
  public Option get(Mode wanted) {
    return options.stream()
        .filter(o -> o.mode() == wanted)
        .findAny()
        .orElseThrow(() ->
            new Refused(
                "transport.unsuitable",
                "mode",
                Map.of("mode", wanted.name(), "recommended", mode.name())));
  }
}
