package se.dirigent.core.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Outcome;

/** What may be asked about units on incidents. */
public sealed interface DispatchCommand {
  /** Most units in one command: a whole region's preset response fits. */
  int UNITS_MAX = 50;

  /**
   * Send one or more free units: the first, or extra ones beside those already there.
   *
   * @param medical whether the medical dispatcher decides; only then may special units be among
   *     them
   */
  record Assign(IncidentId incident, List<UnitId> units, boolean medical)
      implements DispatchCommand {
    /** Decided by who may not decide over special units. */
    public Assign(IncidentId incident, List<UnitId> units) {
      this(incident, units, false);
    }

    public Assign {
      Objects.requireNonNull(incident, "incident");
      units = List.copyOf(units);
      if (units.isEmpty()) {
        throw new Refused("list.empty", "units", Map.of());
      }
      if (units.stream().distinct().count() != units.size()) {
        throw new Refused("list.repeated", "units", Map.of());
      }
      if (units.size() > UNITS_MAX) {
        throw new Refused("list.long", "units", Map.of("max", String.valueOf(UNITS_MAX)));
      }
    }
  }

  /** The hub, which assesses the incident, sends a car of the kind that can go on doing so. */
  record SendAssessmentCar(IncidentId incident, UnitId unit) implements DispatchCommand {
    public SendAssessmentCar {
      Objects.requireNonNull(incident, "incident");
      Objects.requireNonNull(unit, "unit");
    }
  }

  /**
   * A step of the assignment is passed.
   *
   * @param at when it happened, or null for now
   * @param outcome with CLEAR: how it ended for the patient; null after LOADED means conveyed
   */
  record Pass(
      AssignmentId assignment, Milestone milestone, @Nullable Instant at, @Nullable Outcome outcome)
      implements DispatchCommand {
    public Pass {
      Objects.requireNonNull(assignment, "assignment");
      Objects.requireNonNull(milestone, "milestone");
    }
  }

  record StandDown(AssignmentId assignment, String reason) implements DispatchCommand {
    public StandDown {
      Objects.requireNonNull(assignment, "assignment");
      reason = Texts.require("reason", reason, 2, 500);
    }
  }

  /**
   * Take a busy unit from the incident it serves to another.
   *
   * @param medical whether the medical dispatcher decides; only then may the unit be special
   */
  record Redirect(UnitId unit, IncidentId to, String reason, boolean medical)
      implements DispatchCommand {
    /** Decided by who may not decide over special units. */
    public Redirect(UnitId unit, IncidentId to, String reason) {
      this(unit, to, reason, false);
    }

    public Redirect {
      Objects.requireNonNull(unit, "unit");
      Objects.requireNonNull(to, "incident");
      reason = Texts.require("reason", reason, 2, 500);
    }
  }

  record ChooseDestination(AssignmentId assignment, String facility) implements DispatchCommand {
    public ChooseDestination {
      Objects.requireNonNull(assignment, "assignment");
      facility = Texts.require("facility", facility, 1, 64);
    }
  }

  record ChangeReception(AssignmentId assignment, Reception.State state)
      implements DispatchCommand {
    public ChangeReception {
      Objects.requireNonNull(assignment, "assignment");
      if (state == Reception.State.NONE) {
        throw new Refused("reception.none", "state", Map.of());
      }
    }
  }

  /** Something the clock asks: has a deadline passed? */
  record CheckDeadlines(AssignmentId assignment) implements DispatchCommand {}
}
