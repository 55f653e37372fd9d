package se.dirigent.core.transport;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.core.transport.mode.ModeAdvice;
import se.dirigent.core.transport.mode.ModeAdvice.Option;
import se.dirigent.core.transport.mode.Ways;

/**
 * The mode that was chosen, and what was advised then.
 *
 * @param rule id of the rule that decided the advice
 * @param version of its table
 * @param reason why this mode, in a person's words, or {@code RETURN_WITHOUT_FLIGHT} or {@code
 *     PART_OF_FLIGHT} for a leg of a journey; may be empty when it is the recommended
 * @param kronor cost of the chosen mode
 * @param instead what to compare with: the recommended when another was chosen; null for nothing
 * @param insteadKronor cost of that; null for nothing
 * @param flightMinutes of the chosen mode
 * @param pickupFrom earliest pick-up as it was known
 * @param pickupUntil end of the window promised
 * @param approval whether inner command must approve it
 * @param trip what the advice went by; null with an order older than this was kept
 */
public record Choice(
    Mode mode,
    Mode recommended,
    String rule,
    String version,
    String reason,
    int kronor,
    @Nullable Mode instead,
    @Nullable Integer insteadKronor,
    int flightMinutes,
    Instant pickupFrom,
    Instant pickupUntil,
    boolean approval,
    @Nullable Trip trip) {
  /**
   * What the advice went by, kept so that another table can be tried on the order as it was.
   *
   * @param outside whether the way leads out of the region, or begins outside it
   * @param busyMinutes of vehicle and crew, the way back included
   * @param awayMinutes an ambulance of the region is out of it
   * @param insteadFlightMinutes of what to compare with; 0 for nothing
   * @param insteadAwayMinutes of what to compare with; 0 for nothing
   */
  public record Trip(
      boolean outside,
      Ways ways,
      int busyMinutes,
      int awayMinutes,
      int insteadFlightMinutes,
      int insteadAwayMinutes) {
    static Trip of(ModeAdvice advice, Option option, @Nullable Mode instead) {
      return new Trip(
          advice.outside(),
          advice.ways(),
          option.busyMinutes(),
          option.awayMinutes(),
          instead == null ? 0 : advice.get(instead).flightMinutes(),
          instead == null ? 0 : advice.get(instead).awayMinutes());
    }

    /** Of a vehicle that is on its way home anyway. */
    Trip homeward() {
      return new Trip(false, ways, busyMinutes, 0, 0, 0);
    }
  }

  public Choice {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(recommended, "recommended");
    reason = Texts.optional("modeReason", reason, 300);
  }

  /**
   * The choice of a mode.
   *
   * @throws Refused {@code transport.unsuitable} when it cannot take the patient, {@code
   *     transport.modeReason} when it is another than the recommended and no reason is given
   */
  static Choice of(Mode mode, String reason, ModeAdvice advice) {
    Option option = advice.get(mode);
    boolean other = mode != advice.mode();
    if (other && reason.isBlank()) {
      throw new Refused(
          "transport.modeReason",
          "modeReason",
          Map.of("mode", mode.name(), "recommended", advice.mode().name()));
    }
    Mode instead = other ? advice.mode() : advice.instead();
    return new Choice(
        mode,
        advice.mode(),
        advice.rule(),
        advice.version(),
        reason,
        option.kronor(),
        instead,
        instead == null ? null : advice.get(instead).kronor(),
        option.flightMinutes(),
        option.pickupFrom(),
        option.pickupUntil(),
        option.approval(),
        Trip.of(advice, option, instead));
  }

  /** The same with another window for the pick-up. */
  Choice within(Instant from, Instant until) {
    return copy(from, until, approval);
  }

  /** The same, with or without anybody's approval. */
  Choice approved(boolean already) {
    return copy(pickupFrom, pickupUntil, !already);
  }

  /** The same, with another account of the trip. */
  Choice by(@Nullable Trip other) {
    return copy(pickupFrom, pickupUntil, approval, other);
  }

  private Choice copy(Instant from, Instant until, boolean asks) {
    return copy(from, until, asks, trip);
  }

  private Choice copy(Instant from, Instant until, boolean asks, @Nullable Trip how) {
    return new Choice(
        mode,
        recommended,
        rule,
        version,
        reason,
        kronor,
        instead,
        insteadKronor,
        flightMinutes,
        from,
        until,
        asks,
        how);
  }
}
