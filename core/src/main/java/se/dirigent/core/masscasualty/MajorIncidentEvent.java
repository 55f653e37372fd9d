package se.dirigent.core.masscasualty;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Event;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.masscasualty.capacity.CapacityReport;
import se.dirigent.core.masscasualty.capacity.DistributionKey;
import se.dirigent.core.masscasualty.capacity.TypeEvent;

/** What can happen to a major incident. */
public sealed interface MajorIncidentEvent extends Event {
  MajorIncidentId majorIncident();

  record MajorIncidentDeclared(
      MajorIncidentId majorIncident,
      RegionCode region,
      IncidentId from,
      TypeEvent kind,
      Level level,
      Instant happenedAt)
      implements MajorIncidentEvent {}

  /**
   * A report from the scene.
   *
   * @param oldOf when it was written, of one that came after a newer report: it adds only what that
   *     leaves empty; null of one that is now in force
   */
  record MethaneTold(MajorIncidentId majorIncident, Methane methane, @Nullable Instant oldOf)
      implements MajorIncidentEvent {}

  /** The preset response has been called; who was sent stands in the incidents' own entries too. */
  record ResponseCalled(
      MajorIncidentId majorIncident,
      String preset,
      int version,
      List<String> units,
      List<String> calls,
      String without)
      implements MajorIncidentEvent {
    String inWords() {
      return preset + " " + version + ": " + String.join(", ", units);
    }
  }

  record LevelDecided(MajorIncidentId majorIncident, Level level, String reason)
      implements MajorIncidentEvent {}

  record TypeChanged(MajorIncidentId majorIncident, TypeEvent kind, String reason)
      implements MajorIncidentEvent {}

  record PlaceOrganised(MajorIncidentId majorIncident, Organisation organisation)
      implements MajorIncidentEvent {}

  /** How many relatives have asked for, and for how many of them they have been answered. */
  record MissingCounted(MajorIncidentId majorIncident, int asked, int answered)
      implements MajorIncidentEvent {}

  record IncidentCollected(MajorIncidentId majorIncident, IncidentId collected)
      implements MajorIncidentEvent {}

  record IncidentLetGo(MajorIncidentId majorIncident, IncidentId letGo, String reason)
      implements MajorIncidentEvent {}

  record KeyTaken(MajorIncidentId majorIncident, DistributionKey key)
      implements MajorIncidentEvent {}

  /**
   * A hospital has said what it can take.
   *
   * @param old whether it was so before the event, or before a later report: kept, but not reckoned
   *     with
   */
  record CapacityReported(MajorIncidentId majorIncident, CapacityReport report, boolean old)
      implements MajorIncidentEvent {}

  record HelpExpected(MajorIncidentId majorIncident, MajorIncident.Help help)
      implements MajorIncidentEvent {}

  record HelpCalledOff(MajorIncidentId majorIncident, String name) implements MajorIncidentEvent {}

  record DecisionNoted(MajorIncidentId majorIncident, String text) implements MajorIncidentEvent {}

  record MajorIncidentEnded(MajorIncidentId majorIncident, String reason)
      implements MajorIncidentEvent {}
}
