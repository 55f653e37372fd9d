import { describe, expect, it } from 'vitest';
import {
  closedHospitals,
  freeName,
  newUnit,
  restored,
  shownUnits,
  withHospital,
  withoutUnit,
  withUnit,
  withUnitItem,
} from './changes';
import type { Base, Tree } from './contract';
import { itemsAt } from './scenario';

const DAY = { days: 'MON-SUN', from: '07:00:00', to: '19:00:00' };
const BASE: Base = {
  region: 'jamtland-harjedalen',
  perDay: 60,
  types: [],
  stations: [],
  hospitals: [],
  units: [
    { id: '23-1110', kind: 'AMBULANCE', station: 'ostersund', shifts: [DAY] },
    { id: '23-1120', kind: 'AMBULANCE', station: 'are', shifts: [DAY] },
  ],
};
const NONE: Tree = { region: 'jamtland-harjedalen' };

function unit(tree: Tree, id: string) {
  const found = shownUnits(tree, BASE).find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
}

describe('01 units of a scenario', () => {
  it('01 are those of the base until something is changed', () => {
    expect(shownUnits(NONE, BASE).map(({ mark }) => mark)).toEqual(['SAME', 'SAME']);
  });

  it('02 one is moved, then gets other hours, in one line of the file', () => {
    const moved = withUnit(NONE, unit(NONE, '23-1110'), { station: 'are' });
    expect(unit(moved, '23-1110').mark).toBe('MOVED');
    const longer = withUnit(moved, unit(moved, '23-1110'), { shifts: [{ ...DAY, to: '21:00' }] });
    expect(unit(longer, '23-1110')).toMatchObject({ mark: 'CHANGED', station: 'are' });
    expect(itemsAt(longer, 'units')).toEqual([
      {
        change: '23-1110',
        station: 'are',
        shifts: [{ days: 'MON-SUN', from: '07:00', to: '21:00' }],
      },
    ]);
  });

  it('03 one is removed and comes back', () => {
    const gone = withoutUnit(NONE, unit(NONE, '23-1120'));
    expect(unit(gone, '23-1120').mark).toBe('REMOVED');
    expect(restored(gone, unit(gone, '23-1120'))).toEqual(NONE);
  });

  it('04 a new one has a free name, and is taken back as if it had never been', () => {
    const units = shownUnits(NONE, BASE);
    const more = withUnitItem(NONE, -1, newUnit(units, 'are'));
    expect(unit(more, '23-9001')).toMatchObject({ mark: 'ADDED', station: 'are' });
    expect(freeName(shownUnits(more, BASE))).toBe('23-9002');
    const named = withUnit(more, unit(more, '23-9001'), { id: '23-9050' });
    expect(unit(named, '23-9050').mark).toBe('ADDED');
    expect(withoutUnit(named, unit(named, '23-9050'))).toEqual(NONE);
  });
});

describe('02 hospitals', () => {
  it('01 close and open again', () => {
    const closed = withHospital(NONE, 'ostersund', true);
    expect(closedHospitals(closed)).toEqual(['ostersund']);
    expect(withHospital(closed, 'ostersund', false)).toEqual(NONE);
  });
});
