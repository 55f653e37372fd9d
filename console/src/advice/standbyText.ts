import type { Unit } from '../api/contract';
import { t } from '../text';
import { clockTime } from '../text/format';

export type Standby = NonNullable<Unit['standby']>;

/** Where a unit is to stand, in the words the radio would use. */
export function standbyText(standby: Standby): string {
  const place = standby.place.name;
  switch (standby.state) {
    case 'ORDERED':
      return standby.answerBy
        ? t('standby.orderedBy', { place, time: clockTime(standby.answerBy) })
        : t('standby.ordered', { place });
    case 'ON_WAY':
      return t('standby.onWay', { place });
    case 'THERE':
      return t(standby.by === '' ? 'standby.ownMove' : 'standby.there', { place });
  }
}

/** Whether a crew has let the time to answer pass. */
export function unanswered({ state, answerBy }: Standby, now: number): boolean {
  return state === 'ORDERED' && answerBy != null && Date.parse(answerBy) < now;
}
