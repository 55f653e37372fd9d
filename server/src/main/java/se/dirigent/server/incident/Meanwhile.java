package se.dirigent.server.incident;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.dirigent.core.Refused;
import se.dirigent.core.incident.IncidentEvent;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.journal.Journal;

/** Stops a command that was written before its author saw what another person has changed. */
@Component
class Meanwhile {
  /** The name the journal shows for what the clock did, which surprises nobody's decision. */
  private static final String CLOCK = "dirigent";

  /** What people at desks decide; a crew's statuses and the clock's deadlines stop no form. */
  private static final Set<String> DECISIONS =
      Stream.of(
              IncidentEvent.PriorityChanged.class,
              IncidentEvent.DowngradeProposed.class,
              IncidentEvent.DowngradeRejected.class,
              IncidentEvent.ContactLogged.class,
              IncidentEvent.NoteAdded.class,
              IncidentEvent.LocationChanged.class,
              IncidentEvent.CallbackNumberChanged.class,
              IncidentEvent.ThreatAdded.class,
              IncidentEvent.ThreatWithdrawn.class,
              IncidentEvent.MarkedDuplicate.class,
              IncidentEvent.DuplicateFound.class,
              IncidentEvent.PaperAdded.class,
              IncidentEvent.AssignmentOpened.class,
              IncidentEvent.IncidentClosed.class,
              IncidentEvent.IncidentReopened.class)
          .map(Class::getSimpleName)
          .collect(Collectors.toUnmodifiableSet());

  private final Journal journal;

  Meanwhile(Journal journal) {
    this.journal = journal;
  }

  /**
   * Checks that nobody else has decided anything about the incident since the person saw it.
   *
   * @throws Refused {@code incident.meanwhile}; nothing is then changed
   */
  void requireNone(CommandOrigin origin, IncidentId incident) {
    Long seen = origin.seen();
    if (seen == null) {
      return;
    }
    var ours = List.of(origin.by(), CLOCK);
    journal
        .findByOthers(origin.region(), incident.toString(), seen, ours, DECISIONS)
        .ifPresent(news -> {
          throw Refused.state("incident.meanwhile", "", Map.of("by", news.actor()));
        });
  }
}
