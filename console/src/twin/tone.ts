import type { Cell } from './contract';

/** Measures of which more is better. */
const MORE_IS_BETTER = ['WITHIN_GOAL', 'MEALS'];

/** Whether a difference that shows is for the better; the words beside it say which way it goes. */
export function toneOf(kind: string, verdict: Cell['kind'] | undefined) {
  if (verdict !== 'LOWER' && verdict !== 'HIGHER') return 'same';
  return MORE_IS_BETTER.includes(kind) === (verdict === 'HIGHER') ? 'better' : 'worse';
}
