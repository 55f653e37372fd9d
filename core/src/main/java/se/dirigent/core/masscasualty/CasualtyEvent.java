package se.dirigent.core.masscasualty;

import java.time.Instant;
import java.util.List;
import se.dirigent.core.Event;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.masscasualty.Casualty.Categorised;
import se.dirigent.core.masscasualty.Casualty.Fact;
import se.dirigent.core.masscasualty.Casualty.Identified;
import se.dirigent.core.masscasualty.Casualty.Stage;
import se.dirigent.core.masscasualty.Casualty.Stated;
import se.dirigent.core.masscasualty.sieve.Verdict;

/** What can happen to a casualty. */
public sealed interface CasualtyEvent extends Event {
  CasualtyId casualty();

  /**
   * Somebody wears a tag.
   *
   * @param facts known from the beginning
   * @param foundAt when the tag was put on
   */
  record CasualtyRegistered(
      CasualtyId casualty, RegionCode region, List<Fact> facts, Instant foundAt)
      implements CasualtyEvent {
    public CasualtyRegistered {
      facts = List.copyOf(facts);
    }
  }

  /** Its card was given to another too, who has a name of its own. */
  record TagUsedTwice(CasualtyId casualty, CasualtyId other) implements CasualtyEvent {}

  record CasualtyCategorised(CasualtyId casualty, Verdict verdict, Instant foundAt)
      implements CasualtyEvent {}

  record CasualtyDescribed(CasualtyId casualty, Fact fact, Instant foundAt)
      implements CasualtyEvent {}

  record CasualtyIdentified(CasualtyId casualty, PatientId patient, boolean reserve)
      implements CasualtyEvent {}

  record DestinationDecided(CasualtyId casualty, String facility, String proposed, String reason)
      implements CasualtyEvent {}

  record CasualtyDeparted(CasualtyId casualty, String vehicle, Instant departedAt)
      implements CasualtyEvent {}

  record CasualtyArrived(CasualtyId casualty, String facility, Instant arrivedAt)
      implements CasualtyEvent {}

  record CasualtyAdmitted(CasualtyId casualty, String ward) implements CasualtyEvent {}

  record CasualtySettled(CasualtyId casualty, String reason) implements CasualtyEvent {}

  /** Its last step was a mistake: it is where it was before. */
  record CasualtyReopened(CasualtyId casualty, Stage stage, String reason)
      implements CasualtyEvent {}

  /** What was last held for true is not; it stays to be read. */
  record CasualtyCorrected(CasualtyId casualty, CasualtyCommand.Mistake mistake, String reason)
      implements CasualtyEvent {}

  /** It was the same person as another. */
  record CasualtyMerged(CasualtyId casualty, CasualtyId into) implements CasualtyEvent {}

  /**
   * It takes over all that was done under another tag of the same person.
   *
   * @param other as it was
   */
  record CasualtyTookOver(CasualtyId casualty, Casualty other) implements CasualtyEvent {}

  /** Another tag was not of the same person after all: what was said under it is no longer its. */
  record CasualtySplit(CasualtyId casualty, CasualtyId apart, String reason)
      implements CasualtyEvent {}

  /** It is a person of its own again, where it was, with what was said under its tag. */
  record CasualtyCameBack(
      CasualtyId casualty,
      CasualtyId from,
      List<Categorised> history,
      List<Stated> stated,
      List<Identified> identities)
      implements CasualtyEvent {
    public CasualtyCameBack {
      history = List.copyOf(history);
      stated = List.copyOf(stated);
      identities = List.copyOf(identities);
    }
  }
}
