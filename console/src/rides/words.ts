import { t, tCode, type Values } from '../text';
import type { PlannedRide, RidePlan } from '../api/contract';
import { bookingText } from '../transport/words';
import { number, when } from '../text/format';
import type { Bar } from './plan';

type Said = Readonly<Record<string, string>>;

const INSTANT = /^\d{4}-\d\d-\d\dT.*Z$/;

/** A value of a reason as people write it: moments, sums, and names instead of codes. */
function readable(name: string, value: string, now: number, rides: readonly PlannedRide[]): string {
  if (INSTANT.test(value)) return when(value, now);
  switch (name) {
    case 'mode':
      return tCode('mode', value).toLowerCase();
    case 'place':
      return tCode('rideSpace', value);
    case 'abilities':
      return value.split(',').map(abilityText).join(', ');
    case 'unit':
      // Without the county before it, as it is called.
      return value.replace(/^\d\d-/, '');
    case 'transport': {
      const ride = rides.find((one) => one.transport === value);
      return ride ? wayText(ride) : value;
    }
    case 'kronor':
    case 'minutes':
    case 'max':
      return number(Number(value));
    default:
      return value;
  }
}

/** What a vehicle may lack: equipment, a crew, or the right to carry out the mode. */
function abilityText(name: string): string {
  const known = tCode('rideAbility', name);
  return known === name ? tCode('mode', name).toLowerCase() : known;
}

/** A reason of the planner's in a sentence; a code this page does not know stands as it is. */
export function reasonText(
  code: string,
  values: Said,
  now: number,
  rides: readonly PlannedRide[] = [],
): string {
  if (tCode('rideReason', code) === code) return code;
  const named = Object.entries(values).map(([name, value]) => [
    name,
    readable(name, value, now, rides),
  ]);
  return t(`rideReason.${code}` as 'rideReason.waiting', Object.fromEntries(named) as Values);
}

/** From where to where. */
export function wayText({ from, to, leg }: PlannedRide): string {
  const way = `${from} → ${to}`;
  return leg ? `${way} (${t(`legPart.${leg.part}`).toLowerCase()})` : way;
}

/** 10:20–11:05, with the day where it is not today's: 24 nov. 00:00–01:10. */
export function timesText({ pickup, arrive }: Bar, now: number): string {
  return `${when(pickup, now)}–${when(arrive, pickup)}`;
}

/** All that a bar shows, as a screen reader says it. */
export function barText(bar: Bar, now: number): string {
  const parts = [timesText(bar, now), wayText(bar.ride)];
  if (bar.mark) parts.push(t(`rideMark.${bar.mark}`));
  if (bar.lateMinutes > 0) parts.push(t('rides.lateBy', { minutes: bar.lateMinutes }));
  return parts.join(', ');
}

/** What a ride that others drive costs, and how far its booking has come. */
export function boughtText({ kronor, booking }: RidePlan['bought'][number], now: number): string {
  const cost = t('transport.kronor', { count: kronor });
  return booking ? `${cost} · ${bookingText(booking, now)}` : cost;
}

/** Why no vehicle has a ride; who was asked to drive it and said no does not hide the rest. */
export function unplannedReason(one: RidePlan['unplanned'][number], now: number): string {
  const why = reasonText(one.code, one.values, now);
  return one.declinedBy ? `${t('rides.declinedBy', { carrier: one.declinedBy })} ${why}` : why;
}
