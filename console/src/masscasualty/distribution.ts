import type { RegionPack } from '../api/contract';
import { t, tCode, textOf } from '../text';
import { clockTime } from '../text/format';
import type {
  DistributionAnswer,
  DistributionReason,
  ProposedCasualty,
  ProposedTrip,
  ProposedWave,
} from './contract';
import { hospitalName } from './words';

/** One casualty of the proposal and the hospital it is proposed to. */
export interface Proposed {
  readonly tag: string;
  readonly facility: string;
}

/** Whether a person may decide on it now: it has no hospital yet, and there is room now. */
export function decidable(one: ProposedCasualty): boolean {
  return !one.decided && one.against === undefined;
}

/** Those of a wave that may be decided on now, in the order they leave. */
export function decidableOf(wave: ProposedWave): Proposed[] {
  return wave.trips.flatMap((trip) =>
    trip.casualties.filter(decidable).map(({ tag }) => ({ tag, facility: trip.facility })),
  );
}

/** Of those ticked, the ones the proposal still has and that may be decided on now. */
export function tickedOf(plan: DistributionAnswer, ticked: ReadonlySet<string>): Proposed[] {
  return plan.waves.flatMap(decidableOf).filter(({ tag }) => ticked.has(tag));
}

/** What a deviation costs, in words: minutes that one who is red waits longer. */
export function costText(minutes: number): string {
  return minutes <= 0 ? t('distribution.nothing') : t('distribution.cost', { count: minutes });
}

// Beyond these shares a person would bet on it, or would not.
const SURE = 90;
const FAIR = 65;

export function sureText(percent: number): string {
  if (percent >= SURE) return t('distribution.sureHigh', { percent });
  if (percent >= FAIR) return t('distribution.sureFair', { percent });
  return t('distribution.sureEven', { percent });
}

/** What the next best would cost and how sure that is; that there is none when there is none. */
export function otherText(region: RegionPack, { other }: ProposedTrip): string {
  if (!other) return t('distribution.noOther');
  return t('distribution.next', {
    name: hospitalName(region, other.facility),
    cost: costText(other.dearerMinutes),
    sure: sureText(other.surePercent),
  });
}

/** Why a journey goes where it goes; the code when the server has grown one since. */
export function reasonText(region: RegionPack, { code, values }: DistributionReason): string {
  return textOf('distributionWhy', code, said(region, values));
}

/** What the proposal rests on; as {@link reasonText}. */
export function doubtText(region: RegionPack, { code, values }: DistributionReason): string {
  return textOf('distributionDoubt', code, said(region, values));
}

function said(region: RegionPack, values: DistributionReason['values']): Record<string, string> {
  const { facility, specialty, at } = values;
  return {
    ...values,
    ...(facility !== undefined && { facility: hospitalName(region, facility) }),
    ...(specialty !== undefined && { specialty: tCode('specialty', specialty).toLowerCase() }),
    ...(at !== undefined && { at: clockTime(at) }),
  };
}

/** Why somebody cannot be decided on now. */
export function againstText({ against }: ProposedCasualty): string {
  if (against === undefined) return '';
  const why = against === 'FULL' ? t('distribution.nextRoom') : tCode('against', against);
  return t('distribution.room', { why });
}
