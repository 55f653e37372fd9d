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

/**
 * The mode that was chosen, and what was advised then.
 *
 * @param rule id of the rule that decided the advice
 * @param version of its table
 * @param reason why this mode; may be empty when it is the recommended
 * @param kronor cost of the chosen mode
 * @param instead what to compare with: the recommended when another was chosen; null for nothing
 * @param insteadKronor cost of that; null for nothing
 * @param flightMinutes of the chosen mode
 * @param pickupFrom earliest pick-up as it was known
 * @param pickupUntil end of the window promised
 * @param approval whether inner command must approve it
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
    boolean approval) {
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
        option.approval());
  }
}
