package se.dirigent.server.incident;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.dirigent.core.Refused;
import se.dirigent.core.dispatch.AssignmentEvent;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentEvent;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.journal.Entry;
import se.dirigent.server.journal.Journal;
import se.dirigent.server.journal.JournalSearch;

/** Stops a command that was written before its author saw what another person has changed. */
@Component
public class Meanwhile {
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
              AssignmentEvent.UnitStoodDown.class,
              AssignmentEvent.UnitRedirected.class,
              IncidentEvent.QuestionAnswered.class,
              IncidentEvent.AssessmentEnded.class,
              IncidentEvent.Referred.class,
              IncidentEvent.ReferralCancelled.class,
              IncidentEvent.IncidentClosed.class,
              IncidentEvent.IncidentReopened.class)
          .map(Class::getSimpleName)
          .collect(Collectors.toUnmodifiableSet());

  /** What a person may wish to hear of besides, though it stops nobody. */
  private static final Set<String> NEWS =
      Stream.concat(
              DECISIONS.stream(),
              Stream.of(
                      IncidentEvent.PatientAttached.class,
                      IncidentEvent.AssignmentEnded.class,
                      AssignmentEvent.DestinationChosen.class)
                  .map(Class::getSimpleName))
          .collect(Collectors.toUnmodifiableSet());

  /** The latest news that are told at once: more than anybody reads one by one. */
  private static final int NEWS_MAX = 500;

  private final Journal journal;
  private final JournalSearch search;

  Meanwhile(Journal journal, JournalSearch search) {
    this.journal = journal;
    this.search = search;
  }

  /**
   * Checks that nobody else has decided anything about the incident since the person saw it.
   *
   * @throws Refused {@code incident.meanwhile}; nothing is then changed
   */
  public void requireNone(CommandOrigin origin, IncidentId incident) {
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

  /** What others than this person have decided after an entry, in order; the latest of many. */
  List<Entry> news(RegionCode region, String person, long after) {
    return search.byOthers(region, after, List.of(person, CLOCK), NEWS, NEWS_MAX);
  }
}
