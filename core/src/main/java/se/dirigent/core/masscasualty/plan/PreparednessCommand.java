package se.dirigent.core.masscasualty.plan;

import se.dirigent.core.masscasualty.capacity.BedPlan;
import se.dirigent.core.masscasualty.capacity.DistributionKey;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity;
import se.dirigent.core.masscasualty.plan.KeyDraft.Approval;

/** What may be asked of what a region has prepared. */
public sealed interface PreparednessCommand {
  /** Put what a hospital documents in place of what it documented before. */
  record DocumentCapacity(HospitalCapacity capacity) implements PreparednessCommand {}

  /** Put what a hospital plans to free of beds in place of what it planned before. */
  record PlanBeds(BedPlan plan) implements PreparednessCommand {}

  /** Settle a key, or the next version of it. */
  record SettleKey(DistributionKey key) implements PreparednessCommand {}

  /** Keep a draft of a key in place of an earlier draft of it. */
  record DraftKey(KeyDraft draft) implements PreparednessCommand {}

  /** Approve the draft of a key as its first or next version. */
  record ApproveKey(String code, Approval approval) implements PreparednessCommand {}

  /** Throw the draft of a key away. */
  record DropDraft(String code) implements PreparednessCommand {}

  /** Set a goal in place of the one there was for that sort of event. */
  record SetGoal(Goal goal) implements PreparednessCommand {}
}
