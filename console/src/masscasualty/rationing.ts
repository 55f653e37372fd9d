import type { Casualty, Criterion, Principle } from './contract';
import { categoryOf } from './counts';

/** The principle each criterion follows from, as the server says it too. */
export const PRINCIPLE_OF: Readonly<Record<Criterion, Principle>> = {
  CATEGORY: 'NEED_AND_SOLIDARITY',
  BENEFIT: 'NEED_AND_SOLIDARITY',
  SPENT: 'COST_EFFECTIVENESS',
  WAITED: 'HUMAN_DIGNITY',
  LOT: 'HUMAN_DIGNITY',
};

/** The most first; what the treatment is expected to do, as a physician judges. */
export const BENEFITS = ['LARGE', 'SOME', 'NONE'] as const;

/** More than one person judges one by one in a form. */
export const RANKED_MAX = 60;

/** Who may be ranked: those who live and have been sieved. */
export function rankable(casualties: readonly Casualty[]): Casualty[] {
  return casualties.filter((one) => {
    const category = categoryOf(one);
    return category !== null && category !== 'DEAD' && one.stage !== 'SETTLED';
  });
}
