import type { Casualty } from './contract';
import { categoryOf } from './counts';

/** What may have been told by mistake of somebody: the last step, the category, who it is. */
export type Mistake = 'STEP' | 'CATEGORY' | 'IDENTITY';

export function mistakesOf(one: Casualty): Mistake[] {
  return [
    ...(one.stage === 'AT_SCENE' ? [] : (['STEP'] as const)),
    ...(categoryOf(one) === null ? [] : (['CATEGORY'] as const)),
    ...(one.patient === undefined ? [] : (['IDENTITY'] as const)),
  ];
}
