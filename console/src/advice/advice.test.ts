import { describe, expect, it } from 'vitest';
import type { CoverPicture, FollowUp } from '../api/contract';
import { coverFeatures } from '../map/cover';
import { NOON, unit } from '../model/samples';
import { coverChangeText, coverStep } from './coverText';
import { barsOf, csvOf, followedShare, lastDays, momentsOf } from './followUp';
import { standbyText } from './standbyText';

const PLACE = { id: 'are', name: 'Åre', position: { lat: 63.4, lon: 13.08 } };
const STEPS = { coverGood: 0.9, coverThin: 0.7 };
const STANDBY = { place: PLACE, state: 'ON_WAY', by: 'demo.dirigent', reason: '', orderedAt: NOON };

describe('01 where a unit is to stand', () => {
  it('01 is said as the radio would', () => {
    const on = (over: object) => unit('1', { standby: { ...STANDBY, ...over } as never }).standby;
    const text = (over: object) => standbyText(on(over) as never);
    expect(text({})).toBe('På väg till beredskapspunkt Åre');
    expect(text({ state: 'ORDERED' })).toContain('obesvarad');
    expect(text({ state: 'ORDERED', answerBy: NOON })).toContain('svar senast');
    expect(text({ state: 'THERE' })).toBe('Står i beredskap vid Åre');
    expect(text({ state: 'THERE', by: '' })).toContain('eget initiativ');
  });
});

describe('02 cover', () => {
  it('01 says from where to where, and when nothing changes', () => {
    expect(coverChangeText(0.91, 0.87)).toBe('Beredskapen sjunker från 91 till 87\u00a0%');
    expect(coverChangeText(0.87, 0.91)).toContain('stiger');
    expect(coverChangeText(0.871, 0.869)).toContain('förblir');
  });

  it('02 has three steps', () => {
    expect([0.95, 0.9, 0.89, 0.7, 0.69, 0].map((share) => coverStep(share, STEPS))).toEqual([
      'good',
      'good',
      'thin',
      'thin',
      'bare',
      'bare',
    ]);
  });

  it('03 shows one level on the map, and no place where nobody calls', () => {
    const zone = (id: string, callsNextHour: number) => ({
      id,
      area: '2321',
      name: id,
      position: PLACE.position,
      callsNextHour,
      share: 0.5,
      units: 1,
      levels: [
        { level: 1, share: 0.5, units: 1 },
        { level: 2, share: 0.95, units: 2 },
      ],
    });
    const cover = { zones: [zone('a', 0.2), zone('b', 0)] } as unknown as CoverPicture;
    const { features } = coverFeatures(cover, 2, STEPS);
    expect(features.map((one) => one.properties)).toMatchObject([{ step: 'good', label: '95 %' }]);
  });
});

const DAY = { kind: 'UNIT', accepted: 3, changed: 1, refused: 0 } as const;
const FOLLOW_UP: FollowUp = {
  from: NOON,
  to: NOON,
  fewest: 10,
  more: false,
  kinds: [],
  days: [
    { day: '2026-11-22', ...DAY },
    { day: '2026-11-21', ...DAY },
    { day: '2026-11-22', ...DAY, kind: 'JOINT' },
  ],
  reasons: [{ kind: 'UNIT', answer: 'REFUSED', reason: '=1+1; "nej"', count: 2 }],
  comparisons: [
    { level: 1, followed: { count: 12, medianSeconds: 700 }, other: { count: 3 } },
  ] as FollowUp['comparisons'],
  relocated: { arrived: 0, declined: 0, dispatched: 0, other: 0 },
};

describe('03 follow-up', () => {
  it('01 has a bar a day, of all kinds or one', () => {
    expect(barsOf(FOLLOW_UP.days, null).map((one) => [one.day, one.accepted])).toEqual([
      ['2026-11-21', 3],
      ['2026-11-22', 6],
    ]);
    expect(barsOf(FOLLOW_UP.days, 'JOINT')).toHaveLength(1);
    expect(followedShare(DAY)).toBe(0.75);
    expect(followedShare({ accepted: 0, changed: 0, refused: 0 })).toBeNull();
  });

  it('02 asks by the region’s own days', () => {
    const period = lastDays(2, Date.parse('2026-11-22T23:30:00Z'));
    expect(period).toEqual({ from: '2026-11-22', to: '2026-11-23' });
    expect(momentsOf(period)).toEqual({
      from: '2026-11-21T23:00:00.000Z',
      to: '2026-11-23T23:00:00.000Z',
    });
  });

  it('03 gives a table that no spreadsheet runs as a formula', () => {
    const csv = csvOf(FOLLOW_UP);
    expect(csv).toContain(`"'=1+1; ""nej"""`);
    expect(csv.split('\r\n').length).toBeGreaterThan(10);
  });
});
