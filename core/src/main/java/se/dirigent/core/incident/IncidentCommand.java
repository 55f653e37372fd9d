package se.dirigent.core.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;
import se.dirigent.core.geo.RegionCode;

/** What may be asked of an incident. Dispatching units to it is another room's matter. */
public sealed interface IncidentCommand {
  IncidentId incident();

  /**
   * A call becomes an incident.
   *
   * @param threats at most 10
   */
  record Open(
      IncidentId incident,
      RegionCode region,
      Source source,
      @Nullable Instant queuedAt,
      @Nullable Instant answeredAt,
      @Nullable Instant prioritisedAt,
      String callbackNumber,
      Location location,
      String indexCode,
      String description,
      String priority,
      List<Threat> threats)
      implements IncidentCommand {
    public Open {
      Objects.requireNonNull(incident, "incident");
      Objects.requireNonNull(region, "region");
      Objects.requireNonNull(source, "source");
      callbackNumber = CallbackNumber.normalise(callbackNumber);
      Objects.requireNonNull(location, "location");
      indexCode = Texts.optional("indexCode", indexCode, 20);
      description = Texts.require("description", description, 1, 2000);
      priority = Texts.require("priority", priority, 1, 4);
      threats = List.copyOf(threats);
      if (threats.size() > 10) {
        throw new Refused("list.long", "threats", Map.of("max", "10"));
      }
    }
  }

  /**
   * Later facts from the centre that took the call; what is null stays as it was. A closed incident
   * takes none, for nobody may look at it again.
   *
   * @param priority a new priority: a raise holds at once, a lowering waits for a second person
   */
  record Update(
      IncidentId incident,
      @Nullable String text,
      @Nullable Location location,
      @Nullable String priority,
      @Nullable String callbackNumber)
      implements IncidentCommand {
    public Update {
      text = text == null ? null : Texts.require("text", text, 1, 2000);
      priority = priority == null ? null : Texts.require("priority", priority, 1, 4);
      callbackNumber = callbackNumber == null ? null : CallbackNumber.normalise(callbackNumber);
      if (text == null && location == null && priority == null && callbackNumber == null) {
        throw new Refused("update.empty", "text", Map.of());
      }
    }
  }

  /** Raise the priority, or propose to lower it. */
  record ChangePriority(IncidentId incident, String priority, String reason)
      implements IncidentCommand {
    public ChangePriority {
      priority = Texts.require("priority", priority, 1, 4);
      reason = Texts.require("reason", reason, 2, 500);
    }
  }

  /**
   * The second person agrees to the lower priority.
   *
   * @param priority the one the person saw proposed, so that another proposed meanwhile is not
   *     confirmed unseen; null for whichever stands
   */
  record ConfirmDowngrade(IncidentId incident, @Nullable String priority)
      implements IncidentCommand {
    public ConfirmDowngrade {
      priority = priority == null ? null : Texts.require("priority", priority, 1, 4);
    }
  }

  record RejectDowngrade(IncidentId incident, String reason) implements IncidentCommand {
    public RejectDowngrade {
      reason = Texts.require("reason", reason, 2, 500);
    }
  }

  /**
   * A contact with the caller, made or tried.
   *
   * @param condition required when somebody answered
   * @param nextDueAt when to call next, or null for the priority's interval
   */
  record LogContact(
      IncidentId incident,
      boolean answered,
      String condition,
      String decision,
      @Nullable Instant nextDueAt)
      implements IncidentCommand {
    public LogContact {
      condition =
          answered
              ? Texts.require("condition", condition, 2, 1000)
              : Texts.optional("condition", condition, 1000);
      decision = Texts.optional("decision", decision, 1000);
    }
  }

  record AddNote(IncidentId incident, String text) implements IncidentCommand {
    public AddNote {
      text = Texts.require("text", text, 1, 2000);
    }
  }

  /**
   * What was made of a proposal to send a unit.
   *
   * @param proposed unit that was proposed
   * @param answer accepted, changed for another, or refused
   * @param chosen unit sent instead, exactly when changed
   * @param reason why; may be empty only when accepted
   * @param basis whether the incident was looked at alone, or with all who waited
   */
  record AnswerProposal(
      IncidentId incident,
      String proposed,
      Answer answer,
      @Nullable String chosen,
      String reason,
      Basis basis)
      implements IncidentCommand {
    /** What was made of it. */
    public enum Answer {
      ACCEPTED,
      CHANGED,
      REFUSED
    }

    /** What the proposal was made for. */
    public enum Basis {
      /** For the incident alone. */
      SINGLE,
      /** For all who waited, together. */
      JOINT
    }

    public AnswerProposal {
      Objects.requireNonNull(basis, "basis");
      proposed = Texts.require("unit", proposed, 1, 64);
      Objects.requireNonNull(answer, "answer");
      reason =
          answer == Answer.ACCEPTED
              ? Texts.optional("reason", reason, 500)
              : Texts.require("reason", reason, 2, 500);
      if ((answer == Answer.CHANGED) != (chosen != null)) {
        throw new Refused("proposal.chosen", "chosen", Map.of("answer", answer.name()));
      }
      chosen = chosen == null ? null : Texts.require("chosen", chosen, 1, 64);
    }
  }

  record MoveTo(IncidentId incident, Location location) implements IncidentCommand {
    public MoveTo {
      Objects.requireNonNull(location, "location");
    }
  }

  record AddThreat(IncidentId incident, Threat threat) implements IncidentCommand {
    public AddThreat {
      Objects.requireNonNull(threat, "threat");
    }
  }

  record WithdrawThreat(IncidentId incident, int threat, String reason) implements IncidentCommand {
    public WithdrawThreat {
      reason = Texts.require("reason", reason, 2, 500);
    }
  }

  record AttachPatient(IncidentId incident, PatientId patient) implements IncidentCommand {
    public AttachPatient {
      Objects.requireNonNull(patient, "patient");
    }
  }

  record Close(IncidentId incident, Outcome outcome) implements IncidentCommand {
    public Close {
      Objects.requireNonNull(outcome, "outcome");
    }
  }

  record Reopen(IncidentId incident, String reason) implements IncidentCommand {
    public Reopen {
      reason = Texts.require("reason", reason, 2, 500);
    }
  }

  /** Something the clock, not a person, asks: has a deadline of the waiting room passed? */
  record CheckDeadlines(IncidentId incident) implements IncidentCommand {}
}
