package se.dirigent.core.masscasualty.rationing;

import se.dirigent.core.Event;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.MajorIncidentId;

/** What can happen to a rationing. */
public sealed interface RationingEvent extends Event {
  String rationing();

  MajorIncidentId majorIncident();

  record RationingBegun(
      String rationing,
      RegionCode region,
      MajorIncidentId majorIncident,
      RationingRule rule,
      String resource,
      String reason,
      String decider,
      long lotSeed)
      implements RationingEvent {}

  /** All that was ranked, with what decided each place: to be read without the program. */
  record CasualtiesRanked(String rationing, MajorIncidentId majorIncident, Ranking ranking)
      implements RationingEvent {}

  record RationingEnded(String rationing, MajorIncidentId majorIncident, String reason)
      implements RationingEvent {}
}
