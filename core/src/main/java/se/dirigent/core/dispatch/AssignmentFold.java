package se.dirigent.core.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Stamp;
import se.dirigent.core.dispatch.Assignment.State;
import se.dirigent.core.dispatch.AssignmentEvent.AssignmentOnPaper;
import se.dirigent.core.dispatch.AssignmentEvent.DeadlineLapsed;
import se.dirigent.core.dispatch.AssignmentEvent.DestinationChosen;
import se.dirigent.core.dispatch.AssignmentEvent.DeviationWritten;
import se.dirigent.core.dispatch.AssignmentEvent.MilestonePassed;
import se.dirigent.core.dispatch.AssignmentEvent.ReceptionChanged;
import se.dirigent.core.dispatch.AssignmentEvent.UnitAssigned;
import se.dirigent.core.dispatch.AssignmentEvent.UnitRedirected;
import se.dirigent.core.dispatch.AssignmentEvent.UnitStoodDown;

/** What events make of an assignment. */
final class AssignmentFold {
  private AssignmentFold() {}

  static Assignment fold(@Nullable Assignment a, AssignmentEvent event, Stamp stamp) {
    if (event instanceof UnitAssigned e) {
      return assigned(e, stamp);
    }
    if (event instanceof AssignmentOnPaper e) {
      return onPaper(a, e);
    }
    if (a == null) {
      throw new IllegalStateException("event before the assignment was made: " + event);
    }
    return switch (event) {
      case UnitAssigned e -> assigned(e, stamp);
      case AssignmentOnPaper e -> onPaper(a, e);
      case MilestonePassed e -> passed(a, e);
      case DeadlineLapsed e -> lapsed(a, e, stamp);
      case DeviationWritten _ -> with(a, a.state(), a.checkAt(), a.reason());
      case DestinationChosen e -> received(a, e.facility(), Reception.NONE);
      case ReceptionChanged e ->
          received(a, a.destination(), new Reception(e.state(), stamp.at(), stamp.by()));
      case UnitStoodDown e -> with(a, State.STOOD_DOWN, null, e.reason());
      case UnitRedirected e -> with(a, State.REDIRECTED, null, e.reason());
    };
  }

  private static Assignment assigned(UnitAssigned e, Stamp stamp) {
    return new Assignment(
        e.assignment(),
        e.assignment().incident(),
        e.unit(),
        e.region(),
        e.priority(),
        State.OPEN,
        Milestone.ASSIGNED,
        AssignmentTimes.assigned(stamp.at()),
        e.acknowledgeBy(),
        e.rollBy(),
        e.acknowledgeBy(),
        List.of(),
        null,
        Reception.NONE,
        stamp.by(),
        null,
        1);
  }

  private static Assignment onPaper(@Nullable Assignment before, AssignmentOnPaper e) {
    return new Assignment(
        e.assignment(),
        e.assignment().incident(),
        e.unit(),
        e.region(),
        e.priority(),
        e.state(),
        e.milestone(),
        e.times(),
        e.acknowledgeBy(),
        e.rollBy(),
        null,
        before == null ? List.of() : before.lapses(),
        e.destination(),
        before == null ? Reception.NONE : before.reception(),
        e.by(),
        e.reason(),
        before == null ? 1 : before.version() + 1);
  }

  private static Assignment passed(Assignment a, MilestonePassed e) {
    State state = e.milestone() == Milestone.CLEAR ? State.CLEARED : a.state();
    AssignmentTimes times = a.times().with(e.milestone(), e.at());
    return copy(
        a,
        state,
        e.milestone(),
        times,
        e.checkAt(),
        a.lapses(),
        a.destination(),
        a.reception(),
        a.reason());
  }

  private static Assignment lapsed(Assignment a, DeadlineLapsed e, Stamp stamp) {
    List<Lapse> lapses = new ArrayList<>(a.lapses());
    lapses.add(new Lapse(e.deadline(), e.step(), stamp.at()));
    return copy(
        a,
        a.state(),
        a.milestone(),
        a.times(),
        e.checkAt(),
        lapses,
        a.destination(),
        a.reception(),
        a.reason());
  }

  private static Assignment received(Assignment a, @Nullable String facility, Reception reception) {
    return copy(
        a,
        a.state(),
        a.milestone(),
        a.times(),
        a.checkAt(),
        a.lapses(),
        facility,
        reception,
        a.reason());
  }

  private static Assignment with(
      Assignment a, State state, @Nullable Instant checkAt, @Nullable String reason) {
    return copy(
        a,
        state,
        a.milestone(),
        a.times(),
        checkAt,
        a.lapses(),
        a.destination(),
        a.reception(),
        reason);
  }

  private static Assignment copy(
      Assignment a,
      State state,
      Milestone milestone,
      AssignmentTimes times,
      @Nullable Instant checkAt,
      List<Lapse> lapses,
      @Nullable String destination,
      Reception reception,
      @Nullable String reason) {
    return new Assignment(
        a.id(),
        a.incident(),
        a.unit(),
        a.region(),
        a.priority(),
        state,
        milestone,
        times,
        a.acknowledgeBy(),
        a.rollBy(),
        checkAt,
        lapses,
        destination,
        reception,
        a.by(),
        reason,
        a.version() + 1);
  }
}
