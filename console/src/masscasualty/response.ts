import type { RecommendedUnit } from '../api/contract';
import type { PresetResponse } from './contract';

/** Units that the preset asks for, and how many of them cannot be had at once. */
export interface Picked {
  readonly units: readonly RecommendedUnit[];
  readonly short: number;
}

/**
 * Those who are there first of each kind the preset asks for, from the ranking for the case. Only
 * who is free is taken: everyday cases keep the units they have.
 */
export function pick(preset: PresetResponse, ranked: readonly RecommendedUnit[]): Picked {
  const units: RecommendedUnit[] = [];
  let short = 0;
  const soon = [...ranked].sort(
    (a, b) => (a.arrivalSeconds ?? Infinity) - (b.arrivalSeconds ?? Infinity),
  );
  for (const wanted of preset.units) {
    const found = soon
      .filter((one) => one.means === 'SEND' && wanted.kinds.includes(one.kind))
      .filter((one) => !units.includes(one))
      .slice(0, wanted.count);
    units.push(...found);
    short += wanted.count - found.length;
  }
  return { units, short };
}
