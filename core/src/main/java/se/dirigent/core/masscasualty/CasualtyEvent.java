package se.dirigent.core.masscasualty;

import java.time.Instant;
import se.dirigent.core.Event;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.masscasualty.Casualty.About;
import se.dirigent.core.masscasualty.sieve.Verdict;

/** What can happen to a casualty. */
public sealed interface CasualtyEvent extends Event {
  CasualtyId casualty();

  record CasualtyRegistered(CasualtyId casualty, RegionCode region, About about)
      implements CasualtyEvent {}

  record CasualtyCategorised(CasualtyId casualty, Verdict verdict) implements CasualtyEvent {}

  record CasualtyDescribed(CasualtyId casualty, About about) implements CasualtyEvent {}

  record CasualtyIdentified(CasualtyId casualty, PatientId patient) implements CasualtyEvent {}

  record DestinationDecided(CasualtyId casualty, String facility, String proposed, String reason)
      implements CasualtyEvent {}

  record CasualtyDeparted(CasualtyId casualty, String vehicle, Instant departedAt)
      implements CasualtyEvent {}

  record CasualtyArrived(CasualtyId casualty, String facility, Instant arrivedAt)
      implements CasualtyEvent {}

  record CasualtyAdmitted(CasualtyId casualty, String ward) implements CasualtyEvent {}

  record CasualtySettled(CasualtyId casualty, String reason) implements CasualtyEvent {}

  /** It was the same person as another. */
  record CasualtyMerged(CasualtyId casualty, CasualtyId into) implements CasualtyEvent {}

  /**
   * It takes over all that was done under another tag of the same person.
   *
   * @param other as it was
   */
  record CasualtyTookOver(CasualtyId casualty, Casualty other) implements CasualtyEvent {}
}
