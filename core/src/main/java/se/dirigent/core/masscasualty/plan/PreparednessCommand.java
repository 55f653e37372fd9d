package se.dirigent.core.masscasualty.plan;

import se.dirigent.core.masscasualty.capacity.DistributionKey;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity;

/** What may be asked of what a region has prepared. */
public sealed interface PreparednessCommand {
  /** Put what a hospital documents in place of what it documented before. */
  record DocumentCapacity(HospitalCapacity capacity) implements PreparednessCommand {}

  /** Settle a key, or the next version of it. */
  record SettleKey(DistributionKey key) implements PreparednessCommand {}
}
