import type { Cost, RecommendedUnit, Rivalry } from '../api/contract';
import { t, tCode } from '../text';
import { span } from '../text/format';

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
  'NEIGHBOUR',
  'OLD_POSITION',
] as const satisfies readonly Cost['part'][];

/** Less than this is not worth a word. */
const WORTH_SAYING_SECONDS = 1;

/** What a choice costs beside its arrival, by name, as seconds of later arrival. */
export function costText(one: RecommendedUnit): string {
  const late =
    one.arrivalLateSeconds == null
      ? []
      : [t('proposal.late', { late: span(one.arrivalLateSeconds) })];
  const parts = one.parts
    .filter(({ part, seconds }) => part !== 'ARRIVAL' && seconds >= WORTH_SAYING_SECONDS)
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
