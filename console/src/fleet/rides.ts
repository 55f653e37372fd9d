import type { Unit } from '../api/contract';
import { t } from '../text';

const WEIGHTIEST = ['ON_BOARD', 'UNDER_WAY', 'LOCKED'] as const;

/** What a unit does with care transports, the weightiest first; empty when it has none. */
export function ridesText(unit: Unit): string {
  return WEIGHTIEST.map((stage) => ({
    stage,
    count: (unit.rides ?? []).filter((ride) => ride.stage === stage).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ stage, count }) => t(`careRide.${stage}`) + (count > 1 ? ` (${count})` : ''))
    .join(', ');
}

/** Whether it is on its way with a care transport, to the patient or with the patient. */
export function drives(unit: Unit): boolean {
  return (unit.rides ?? []).some((ride) => ride.stage !== 'LOCKED');
}
