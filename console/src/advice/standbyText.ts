import type { Unit } from '../api/contract';
import { t } from '../text';

export type Standby = NonNullable<Unit['standby']>;

/** Where a unit is to stand, in the words the radio would use. */
export function standbyText(standby: Standby): string {
  const place = standby.place.name;
  switch (standby.state) {
    case 'ORDERED':
      return t('standby.ordered', { place });
    case 'ON_WAY':
      return t('standby.onWay', { place });
    case 'THERE':
      return t(standby.by === '' ? 'standby.ownMove' : 'standby.there', { place });
  }
}
