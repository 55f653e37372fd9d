package se.dirigent.core.incident;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Texts;

/** What may be asked of the second stage of an incident's triage. */
public sealed interface TriageCommand {
  IncidentId incident();

  /**
   * Put the incident before the doctor on call.
   *
   * @param unit the special unit that is asked for, or null
   */
  record Ask(IncidentId incident, String text, @Nullable String unit) implements TriageCommand {
    public Ask {
      text = Texts.require("text", text, 3, 1000);
      unit = unit == null ? null : Texts.require("unit", unit, 1, 64);
    }
  }

  /**
   * The doctor on call answers.
   *
   * @param priority the one proposed, or null for none
   * @param approved whether the special unit may be sent; required exactly when one was asked for
   */
  record Reply(
      IncidentId incident,
      int question,
      String advice,
      @Nullable String priority,
      @Nullable Boolean approved)
      implements TriageCommand {
    public Reply {
      advice = Texts.require("advice", advice, 2, 500);
      priority = priority == null ? null : Texts.require("priority", priority, 1, 4);
    }
  }

  record Withdraw(IncidentId incident, int question, String reason) implements TriageCommand {
    public Withdraw {
      reason = Texts.require("reason", reason, 2, 500);
    }
  }

  /** Take a case of the waiting room for assessment, or go on with one's own. */
  record Take(IncidentId incident) implements TriageCommand {}

  /** Let a case go with nothing decided: one's own, or that of somebody who has left. */
  record Release(IncidentId incident, String reason) implements TriageCommand {
    public Release {
      reason = Texts.require("reason", reason, 2, 500);
    }
  }

  /**
   * End one's assessment: the case waits on, or needs an ambulance.
   *
   * @param priority the one it is to have; null leaves it, which an ambulance must not
   */
  record Conclude(IncidentId incident, boolean ambulance, @Nullable String priority, String text)
      implements TriageCommand {
    public Conclude {
      priority = ambulance || priority != null ? Texts.require("priority", priority, 1, 4) : null;
      text = Texts.require("text", text, 2, 500);
    }
  }

  /**
   * End one's assessment by referring the case.
   *
   * @param acceptedBy who has taken it on at the receiver, or empty
   * @param toldTo who of the patient's has been told, or empty when not reached
   * @param callBackAt when the caller is rung; required as long as somebody is still to be told
   */
  record Refer(
      IncidentId incident,
      Referral.Plan plan,
      String acceptedBy,
      String toldTo,
      @Nullable Instant callBackAt)
      implements TriageCommand {
    public Refer {
      Objects.requireNonNull(plan, "plan");
      acceptedBy = Texts.optional("acceptedBy", acceptedBy, 120);
      toldTo = Texts.optional("toldTo", toldTo, 120);
    }
  }

  /**
   * Somebody else carries what was referred.
   *
   * @param acceptedBy as in {@link Refer}; empty when it was told before
   * @param toldTo as in {@link Refer}; empty when it was told before
   */
  record Carry(IncidentId incident, String acceptedBy, String toldTo) implements TriageCommand {
    public Carry {
      acceptedBy = Texts.optional("acceptedBy", acceptedBy, 120);
      toldTo = Texts.optional("toldTo", toldTo, 120);
    }
  }

  record CancelReferral(IncidentId incident, String reason) implements TriageCommand {
    public CancelReferral {
      reason = Texts.require("reason", reason, 2, 500);
    }
  }
}
