package se.dirigent.core.incident;

import static se.dirigent.core.incident.IncidentChange.merged;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import se.dirigent.core.Stamp;
import se.dirigent.core.incident.IncidentEvent.PaperAdded;
import se.dirigent.core.incident.IncidentEvent.PaperCaseOpened;

/** What re-entered paper makes of an incident: its times are the paper's, not the entry's. */
final class PaperFold {
  private PaperFold() {}

  static Incident opened(PaperCaseOpened e, Stamp stamp) {
    List<ThreatFlag> threats =
        IntStream.range(0, e.threats().size())
            .mapToObj(n -> ThreatFlag.of(n + 1, e.threats().get(n), e.writtenBy()))
            .toList();
    return new Incident(
        e.incident(),
        e.region(),
        e.source(),
        Phase.WAITING,
        e.openedAt(),
        new CallTimes(null, null, e.openedAt(), e.openedAt(), null),
        e.callbackNumber(),
        e.location(),
        e.indexCode(),
        e.description(),
        e.priority(),
        threats,
        threats.size(),
        List.of(),
        null,
        List.of(),
        List.of(),
        0,
        null,
        List.of(),
        null,
        List.of(),
        null,
        null,
        new Paper(e.paperNumber(), e.writtenBy(), stamp.by(), stamp.at()),
        null,
        1);
  }

  static void added(IncidentChange c, PaperAdded e) {
    c.contacts = merged(c.contacts, e.contacts(), Comparator.comparing(Contact::at));
    c.notes = merged(c.notes, e.notes(), Comparator.comparing(Note::at));
    List<String> open = new ArrayList<>(c.openAssignments);
    open.addAll(e.opened());
    open.removeAll(e.ended());
    c.openAssignments = open;
    c.assignmentCount += e.opened().size();
    c.waiting = e.waiting();
    c.outcome = e.outcome();
    if (e.leftWaitingRoomAt() != null) {
      c.times = c.times.out(e.leftWaitingRoomAt());
    }
    if (e.outcome() != null) {
      c.phase = Phase.CLOSED;
      c.pendingDowngrade = null;
      c.triage = c.triage == null ? null : c.triage.closed();
    } else {
      c.phase = open.isEmpty() ? Phase.WAITING : Phase.ASSIGNED;
      boolean left = c.phase == Phase.ASSIGNED;
      c.triage = c.triage == null || !left ? c.triage : c.triage.left();
    }
  }
}
