package se.dirigent.core.masscasualty.plan;

import se.dirigent.core.Event;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.capacity.BedPlan;
import se.dirigent.core.masscasualty.capacity.DistributionKey;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity;

/** What can happen to what a region has prepared. */
public sealed interface PreparednessEvent extends Event {
  RegionCode region();

  record CapacityDocumented(RegionCode region, HospitalCapacity capacity)
      implements PreparednessEvent {}

  record BedsPlanned(RegionCode region, BedPlan plan) implements PreparednessEvent {}

  record KeyDrafted(RegionCode region, KeyDraft draft) implements PreparednessEvent {}

  record DraftDropped(RegionCode region, String code) implements PreparednessEvent {}

  record GoalSet(RegionCode region, Goal goal) implements PreparednessEvent {}

  record KeySettled(RegionCode region, DistributionKey key) implements PreparednessEvent {}
}
