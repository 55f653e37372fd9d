import type { PlannedRide, RideWhy } from '../api/contract';
import { t } from '../text';
import { when } from '../text/format';
import { reasonText } from './words';

type Answer = RideWhy['answers'][number];

/** One reason, and all vehicles that it holds for. */
export interface Reason {
  /** Call signs, with the shift where another shift of the vehicle has another reason. */
  readonly who: readonly string[];
  readonly said: string;
}

/** The answers by reason, in the server's order: twenty vehicles off duty are one line to read. */
export function reasonsOf(
  answers: readonly Answer[],
  now: number,
  rides: readonly PlannedRide[] = [],
): Reason[] {
  const saying = (one: Answer) => reasonText(one.code, one.values, now, rides);
  const byUnit = new Map<string, Set<string>>();
  for (const one of answers)
    byUnit.set(one.unit, (byUnit.get(one.unit) ?? new Set()).add(saying(one)));
  const reasons = new Map<string, Set<string>>();
  for (const one of answers) {
    const said = saying(one);
    const differs = (byUnit.get(one.unit)?.size ?? 0) > 1;
    const who = differs
      ? t('rides.whyShift', { callSign: one.callSign, at: when(one.from, now) })
      : one.callSign;
    reasons.set(said, (reasons.get(said) ?? new Set()).add(who));
  }
  return [...reasons].map(([said, who]) => ({ said, who: [...who] }));
}
