import { describe, expect, it } from 'vitest';
import type { RegionPack } from '../api/contract';
import { scaleOf } from '../model/lists';
import { EMPTY, fold } from '../model/picture';
import { assignment, at, incident, NOON, picture, priority, unit } from '../model/samples';
import { isInside } from './boundary';
import { countyOf } from './figures';

const SQUARE = [
  [10, 60],
  [20, 60],
  [20, 65],
  [10, 65],
  [10, 60],
];
const HOLE = [
  [14, 62],
  [16, 62],
  [16, 63],
  [14, 63],
  [14, 62],
];
const BORDER: GeoJSON.MultiPolygon = { type: 'MultiPolygon', coordinates: [[SQUARE, HOLE]] };
const priorities = [priority('1A', 1), priority('2A', 2)];
const region = {
  stations: [{ id: 's1', name: 'Östersund' }],
  priorities,
  boundary: BORDER,
  code: 'here',
  destinations: [
    { id: 'near', name: 'Nära', region: 'here' },
    { id: 'far', name: 'Långt', region: 'there' },
  ],
} as unknown as RegionPack;
const noon = Date.parse(NOON);

function county(over: Parameters<typeof picture>[1]) {
  const model = fold(EMPTY, [{ type: 'snapshot', picture: picture(1, over), at: 0 }]);
  return countyOf(model, region, scaleOf(priorities), noon);
}

describe('01 border', () => {
  it('01 inside, outside, in a hole and in nothing that is a border', () => {
    expect(isInside({ lat: 61, lon: 15 }, BORDER)).toBe(true);
    expect(isInside({ lat: 61, lon: 21 }, BORDER)).toBe(false);
    expect(isInside({ lat: 62.5, lon: 15 }, BORDER)).toBe(false);
    expect(isInside({ lat: 61, lon: 15 }, { type: 'Point', coordinates: [15, 61] })).toBe(false);
  });
});

describe('02 units', () => {
  it('01 by station and status; every unit is counted once', () => {
    const units = [
      unit('1', { station: 's1' }),
      unit('2', { station: 's1', status: 'ROLLING' }),
      unit('3', { station: 's1', status: 'UNAVAILABLE' }),
      unit('4', { station: 's1', status: 'OFF_DUTY' }),
      unit('5', { station: 's9', kind: 'DOCTOR_CAR' }),
    ];
    const { stations, onDuty, freeAmbulances, ambulancesOnDuty, freeByKind } = county({ units });
    expect(stations).toEqual([
      { id: 's9', name: 's9', free: 1, bound: 0, out: 0, offDuty: 0 },
      { id: 's1', name: 'Östersund', free: 1, bound: 1, out: 1, offDuty: 1 },
    ]);
    expect([onDuty, freeAmbulances, ambulancesOnDuty]).toEqual([4, 1, 3]);
    expect(freeByKind).toEqual([
      ['AMBULANCE', 1],
      ['DOCTOR_CAR', 1],
    ]);
  });

  it('02 outside the county by the last position; who never told is counted apart', () => {
    const place = (lon: number) => ({ lat: 61, lon });
    const positions = [
      { unit: '1', position: place(15), at: NOON },
      { unit: '2', position: place(25), at: at(-60) },
    ];
    const { outside, unplaced } = county({
      units: [unit('1'), unit('2'), unit('3'), unit('4', { status: 'OFF_DUTY' })],
      positions,
    });
    expect(outside.map(({ unit: { id }, at: when }) => [id, when])).toEqual([['2', noon - 60_000]]);
    expect(unplaced).toBe(1);
  });

  it('03 leaving the county: those with a receiver in another, as long as they are inside', () => {
    const units = ['1', '2', '3'].map((id) => unit(id, { assignment: `a${id}` }));
    const to = (id: string, destination: string) => assignment(`a${id}`, 'a', id, { destination });
    const { leaving } = county({
      units: [...units, unit('4')],
      assignments: [to('1', 'near'), to('2', 'far'), to('3', 'far')],
      positions: [{ unit: '3', position: { lat: 61, lon: 25 }, at: NOON }],
    });
    expect(leaving.map((one) => [one.unit.id, one.to.id])).toEqual([['2', 'far']]);
  });

  it('04 overtime ahead only for who is bound, meals only while they can still be had', () => {
    const shift = (end: number, meal: number) => ({
      start: at(-36_000),
      end: at(end),
      mealStart: at(meal),
      mealEnd: at(meal + 3_600),
    });
    const units = [
      unit('1', { assignment: 'a', shift: shift(600, -10_000) }),
      unit('2', { assignment: 'b', shift: shift(-60, 100) }),
      unit('3', { shift: shift(600, 7_300) }),
      unit('4', { shift: shift(-30, -10_000) }),
    ];
    const { overtime, meals } = county({ units });
    expect(overtime.map((one) => one.unit.id)).toEqual(['2', '4', '1']);
    expect(meals.map((one) => one.unit.id)).toEqual(['2']);
  });
});

describe('03 cases', () => {
  it('01 by priority and municipality, the longest wait first, duplicates once', () => {
    const location = { address: '', municipality: 'Åre', quality: 'AREA' as const };
    const {
      priorities: rows,
      municipalities,
      longest,
    } = county({
      incidents: [
        incident('a', { receivedAt: at(-60) }),
        incident('b', { receivedAt: at(-600), location }),
        incident('c', { phase: 'ASSIGNED', priority: '1A', location }),
        incident('d', { duplicateOf: 'a' }),
      ],
    });
    expect(rows.map(({ code, waiting, ongoing }) => [code, waiting, ongoing])).toEqual([
      ['1A', 0, 1],
      ['2A', 2, 0],
    ]);
    expect(municipalities).toEqual([
      ['Åre', 2],
      ['', 1],
    ]);
    expect(longest.map((one) => one.id)).toEqual(['b', 'a']);
  });

  it('02 deadlines missed on assignments that are still open', () => {
    const lapses = [{ deadline: 'ACKNOWLEDGE' as const, at: NOON, step: 1 }];
    const { lapses: found } = county({
      assignments: [
        assignment('1', 'a', 'u', { lapses }),
        assignment('2', 'a', 'v', { lapses, state: 'CLEARED' }),
        assignment('3', 'a', 'w'),
      ],
    });
    expect(found.map((one) => one.id)).toEqual(['1']);
  });
});
