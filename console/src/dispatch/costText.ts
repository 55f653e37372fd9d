import { coverChangeText } from '../advice/coverText';
import type { Cost, RecommendedUnit, Rivalry, Unit } from '../api/contract';
import { secondsBetween } from '../model/time';
import { t, tCode } from '../text';
import { clockTime, span } from '../text/format';

/** The named parts of what a choice costs, in the order the server gives them. */
export const PARTS = [
  'ARRIVAL',
  'UNCERTAINTY',
  'LATE',
  'OVERQUALIFIED',
  'COVER',
  'OVERTIME',
  'MEAL',
  'HOME',
  'REDIRECT',
  'PROMISE',
  'NEIGHBOUR',
  'OLD_POSITION',
] as const satisfies readonly Cost['part'][];

/** Less than this is not worth a word. */
const WORTH_SAYING_SECONDS = 1;

/** Parts that are said in words of their own, beside what they count as. */
const SAID: readonly string[] = ['ARRIVAL', 'COVER', 'OVERTIME', 'MEAL', 'UNCERTAINTY'];

/** What the choice does to the cover and to the crew's day, in words. */
export function effectTexts(
  one: RecommendedUnit,
  unit: Unit | undefined,
  mealLeastSeconds: number,
): string[] {
  const { cover } = one;
  const amount = (part: string) => one.parts.find((found) => found.part === part)?.amount ?? 0;
  const overtime = Math.round(amount('OVERTIME') / 60);
  return [
    cover ? coverChangeText(cover.before, cover.after) : '',
    overtime >= 1 ? t('proposal.overtime', { time: span(overtime * 60) }) : '',
    mealText(Math.round(amount('MEAL')), unit?.shift, mealLeastSeconds),
  ].filter((text) => text !== '');
}

function mealText(lost: number, shift: Unit['shift'], leastSeconds: number): string {
  if (lost < 60 || !shift?.mealStart || !shift.mealEnd) return '';
  const meal = `${clockTime(shift.mealStart)}–${clockTime(shift.mealEnd)}`;
  const whole = secondsBetween(shift.mealStart, shift.mealEnd);
  return whole - lost < leastSeconds
    ? t('proposal.mealLost', { meal })
    : t('proposal.mealCut', { meal, time: span(lost) });
}

/** What else a choice costs beside its arrival, by name, as seconds of later arrival. */
export function costText(one: RecommendedUnit): string {
  const late =
    one.arrivalLateSeconds == null
      ? []
      : [t('proposal.late', { late: span(one.arrivalLateSeconds) })];
  const parts = one.parts
    .filter(({ part, seconds }) => !SAID.includes(part) && seconds >= WORTH_SAYING_SECONDS)
    .map(({ part, seconds }) => `${tCode('cost', part)} +${span(Math.round(seconds))}`);
  return [...late, ...parts].join(' · ');
}

/** Why the first stands before the second, and what alone decides it. */
export function rivalryText(rivalry: Rivalry, units: readonly RecommendedUnit[]): string {
  const callSign = (id: string) => units.find((one) => one.unit === id)?.callSign ?? id;
  const margin = t('proposal.margin', {
    first: callSign(rivalry.first),
    second: callSign(rivalry.second),
    margin: span(Math.round(rivalry.marginSeconds)),
  });
  if (rivalry.decidedBy.length === 0) return margin;
  const parts = rivalry.decidedBy.map((part) => tCode('cost', part)).join(', ');
  return `${margin}; ${t('proposal.decided', { parts })}`;
}
