package se.dirigent.core.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import se.dirigent.core.Texts;
import se.dirigent.core.transport.mode.Needs;
import se.dirigent.core.transport.mode.Urgency;

/**
 * What the ward asks for.
 *
 * @param reason why the patient travels, 2–500 characters; it goes with the patient
 * @param ordainedBy who ordained the transport, 2–100 characters: a care transport needs a
 *     physician's ordination (SOSFS 2009:10)
 * @param note whatever else the crew must know; may be empty
 */
public record Request(
    Stop from,
    Stop to,
    Timing timing,
    Needs needs,
    Urgency urgency,
    Resuscitation resuscitation,
    String ordainedBy,
    String reason,
    String note) {
  /** The decision about resuscitation on the way. */
  public enum Resuscitation {
    /** Everything is done. */
    FULL,
    /** Decided that it is not begun. */
    NOT_BEGUN,
    /** Nobody has decided; then everything is done. */
    UNDECIDED
  }

  /**
   * Checks each value.
   *
   * @throws se.dirigent.core.Refused of {@link Texts}
   */
  public Request {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(timing, "timing");
    Objects.requireNonNull(needs, "needs");
    Objects.requireNonNull(urgency, "urgency");
    Objects.requireNonNull(resuscitation, "resuscitation");
    ordainedBy = Texts.require("ordainedBy", ordainedBy, 2, 100);
    reason = Texts.require("reason", reason, 2, 500);
    note = Texts.optional("note", note, 1000);
  }

  /** JSON names of what is another than before, in order. */
  List<String> differences(Request before) {
    List<String> names = new ArrayList<>();
    note(names, "from", from, before.from);
    note(names, "to", to, before.to);
    note(names, "timing", timing, before.timing);
    note(names, "needs", needs, before.needs);
    note(names, "urgency", urgency, before.urgency);
    note(names, "resuscitation", resuscitation, before.resuscitation);
    note(names, "ordainedBy", ordainedBy, before.ordainedBy);
    note(names, "reason", reason, before.reason);
    note(names, "note", note, before.note);
    return names;
  }

  private static void note(List<String> names, String name, Object now, Object before) {
    if (!now.equals(before)) {
      names.add(name);
    }
  }
}
