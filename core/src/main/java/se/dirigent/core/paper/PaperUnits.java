package se.dirigent.core.paper;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Event;
import se.dirigent.core.Refused;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.dispatch.Assignment.State;
import se.dirigent.core.dispatch.AssignmentEvent.AssignmentOnPaper;
import se.dirigent.core.dispatch.AssignmentId;
import se.dirigent.core.dispatch.AssignmentTimes;
import se.dirigent.core.dispatch.DispatchRules;
import se.dirigent.core.dispatch.Milestone;
import se.dirigent.core.dispatch.Scene;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitEvent.CareRideLeft;
import se.dirigent.core.fleet.UnitEvent.UnitStatusChanged;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.PriorityLevel;
import se.dirigent.core.paper.PaperCase.PaperUnit;

/** The rows of a movement form, taken one by one. */
final class PaperUnits {
  private final Scene scene;
  private final Incident incident;
  private final DispatchRules rules;
  private final List<Event> events = new ArrayList<>();
  private final List<String> opened = new ArrayList<>();
  private final List<String> ended = new ArrayList<>();
  private @Nullable Instant firstSent;
  private @Nullable Instant lastEnd;
  private @Nullable Instant deliveredAt;

  PaperUnits(Scene scene, Incident incident, DispatchRules rules) {
    this.scene = scene;
    this.incident = incident;
    this.rules = rules;
  }

  List<Event> events() {
    return events;
  }

  /** Assignments the form makes. */
  List<String> opened() {
    return opened;
  }

  /** Assignments that have ended by the form. */
  List<String> ended() {
    return ended;
  }

  /** Units on the incident after all rows taken. */
  long stillOpen() {
    return incident.openAssignments().size() + (long) opened.size() - ended.size();
  }

  @Nullable Instant firstSent() {
    return firstSent;
  }

  @Nullable Instant lastEnd() {
    return lastEnd;
  }

  /** When the last unit that had the patient was clear, or null when none had. */
  @Nullable Instant deliveredAt() {
    return deliveredAt;
  }

  /**
   * Takes a row.
   *
   * @param check gives a time as it counts, or refuses one that cannot be
   */
  void take(PaperUnit written, UnaryOperator<Instant> check) {
    PaperUnit row = checked(written, check);
    Unit unit = scene.get(row.unit());
    Assignment begun = begun(unit);
    if (begun == null && !row.times().containsKey(Milestone.ASSIGNED)) {
      throw new Refused("paper.notAssigned", "units", Map.of("unit", unit.callSign()));
    }
    AssignmentTimes times = times(row, begun);
    Milestone last = last(times);
    Instant end = row.stoodDownAt() == null ? times.clearAt() : row.stoodDownAt();
    if (row.stoodDownAt() != null) {
      requireAfter(times, row.stoodDownAt());
    }
    AssignmentId id =
        begun == null
            ? new AssignmentId(incident.id(), incident.assignmentCount() + opened.size() + 1)
            : begun.id();
    events.add(onPaper(row, begun, id, times, last, end));
    status(unit, begun, id, last, end);
    if (begun == null) {
      opened.add(id.toString());
      firstSent = earlier(firstSent, times.assignedAt());
    }
    if (end != null) {
      ended.add(id.toString());
      lastEnd = later(lastEnd, end);
      if (row.stoodDownAt() == null && times.loadedAt() != null) {
        deliveredAt = later(deliveredAt, end);
      }
    }
  }

  private static PaperUnit checked(PaperUnit row, UnaryOperator<Instant> check) {
    Map<Milestone, Instant> times = new EnumMap<>(Milestone.class);
    row.times().forEach((milestone, at) -> times.put(milestone, check.apply(at)));
    Instant end = row.stoodDownAt();
    return new PaperUnit(
        row.unit(),
        row.by(),
        times,
        row.destination(),
        end == null ? null : check.apply(end),
        row.reason());
  }

  /** The unit's assignment on this very incident, open since before the paper; or null. */
  private @Nullable Assignment begun(Unit unit) {
    String assignment = unit.assignment();
    if (assignment == null || !incident.openAssignments().contains(assignment)) {
      return null;
    }
    return scene.get(AssignmentId.parse(assignment));
  }

  private static AssignmentTimes times(PaperUnit row, @Nullable Assignment begun) {
    Instant sent = row.times().get(Milestone.ASSIGNED);
    AssignmentTimes times =
        begun != null ? begun.times() : AssignmentTimes.assigned(Objects.requireNonNull(sent));
    Instant before = times.assignedAt();
    for (Milestone m : Milestone.values()) {
      Instant at = row.times().get(m);
      if (at != null && begun != null && m.compareTo(begun.milestone()) <= 0) {
        throw Refused.state(
            "milestone.passed",
            "units",
            Map.of("milestone", m.name(), "current", begun.milestone().name()));
      }
      times = at == null ? times : times.with(m, at);
      Instant known = times.of(m);
      if (known != null && known.isBefore(before)) {
        throw new Refused(
            "time.order", "units", Map.of("value", known.toString(), "other", before.toString()));
      }
      before = known == null ? before : known;
    }
    return times;
  }

  private static Milestone last(AssignmentTimes times) {
    Milestone last = Milestone.ASSIGNED;
    for (Milestone m : Milestone.values()) {
      last = times.of(m) == null ? last : m;
    }
    return last;
  }

  private static void requireAfter(AssignmentTimes times, Instant stoodDownAt) {
    Instant before = Objects.requireNonNull(times.of(last(times)));
    if (stoodDownAt.isBefore(before)) {
      throw new Refused(
          "time.order",
          "units",
          Map.of("value", stoodDownAt.toString(), "other", before.toString()));
    }
  }

  private AssignmentOnPaper onPaper(
      PaperUnit row,
      @Nullable Assignment begun,
      AssignmentId id,
      AssignmentTimes times,
      Milestone last,
      @Nullable Instant end) {
    PriorityLevel level = rules.incidents().scale().get(incident.priority());
    Duration roll = level.rollWithin();
    Instant rollBy = roll == null ? null : times.assignedAt().plus(roll);
    State ended = row.stoodDownAt() == null ? State.CLEARED : State.STOOD_DOWN;
    String destination = row.destination();
    return new AssignmentOnPaper(
        id,
        row.unit(),
        incident.region(),
        begun == null ? incident.priority() : begun.priority(),
        end == null ? State.OPEN : ended,
        last,
        times,
        begun == null ? times.assignedAt().plus(level.acknowledgeWithin()) : begun.acknowledgeBy(),
        begun == null ? rollBy : begun.rollBy(),
        destination == null && begun != null ? begun.destination() : destination,
        begun == null ? row.by() : begun.by(),
        end,
        row.stoodDownAt() == null ? null : row.reason());
  }

  /** What the unit is doing now: a row that has ended says nothing of a unit that came later. */
  private void status(
      Unit unit,
      @Nullable Assignment begun,
      AssignmentId id,
      Milestone last,
      @Nullable Instant end) {
    if (begun != null) {
      events.add(
          end == null
              ? new UnitStatusChanged(unit.id(), last.status(), id.toString(), "")
              : new UnitStatusChanged(unit.id(), UnitStatus.AVAILABLE, null, ""));
    } else if (end == null) {
      refuseUnlessFree(unit);
      // Also with a patient on board: what the paper says has happened.
      unit.rides()
          .forEach(ride ->
              events.add(
                  new CareRideLeft(unit.id(), ride.transport(), Unit.CareRide.End.DISPATCHED)));
      events.add(new UnitStatusChanged(unit.id(), last.status(), id.toString(), ""));
    }
  }

  private static void refuseUnlessFree(Unit unit) {
    if (unit.status() != UnitStatus.AVAILABLE) {
      throw Refused.state(
          "paper.unitNotFree",
          "units",
          Map.of("unit", unit.callSign(), "assignment", String.valueOf(unit.assignment())));
    }
  }

  private static Instant earlier(@Nullable Instant a, Instant b) {
    return a == null || b.isBefore(a) ? b : a;
  }

  private static Instant later(@Nullable Instant a, Instant b) {
    return a == null || b.isAfter(a) ? b : a;
  }
}
