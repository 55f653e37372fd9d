import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PlannedRide, PlannedVehicle, RidePlan } from '../api/contract';
import { moved, ridesReducer, startOf } from './desk';
import { figuresOf, filtered, linesOf, nextOf, placeOf, rowsOf } from './plan';
import { when } from '../text/format';
import { unplannedText } from '../transport/RowLines';
import { csvOf } from './table';
import { extent, spanOf, ticksOf, zoomed } from './window';
import { reasonsOf } from './why';
import { reasonText, timesText, unplannedReason } from './words';

const DAY = '2026-11-23T';
const at = (clock: string) => `${DAY}${clock}:00Z`;
const ms = (clock: string) => Date.parse(at(clock));

function ride(transport: string, over: Partial<PlannedRide> = {}): PlannedRide {
  return {
    transport,
    ride: 'APPROVED',
    held: false,
    mode: 'LYING_TRANSPORT',
    from: 'Medicin',
    to: 'Rehab',
    pickupFrom: at('10:00'),
    pickupUntil: at('10:30'),
    posture: 'LIES',
    persons: 1,
    ...over,
  };
}

type Halt = PlannedVehicle['stops'][number];

function halt(kind: Halt['kind'], transport: string, come: string, begin = come): Halt {
  const place = { id: '', name: transport, position: { lat: 63, lon: 14 } };
  const times = { arriveAt: at(come), beginAt: at(begin), endAt: at(begin) };
  return { kind, transport, place, ...times, onBoard: 1 };
}

function vehicle(unit: string, kind: PlannedVehicle['kind'], ...stops: Halt[]): PlannedVehicle {
  return {
    unit,
    callSign: unit.slice(3),
    kind,
    station: 'ostersund',
    from: at('07:00'),
    to: at('16:00'),
    stops,
    drivenSeconds: 600,
    kronor: 400,
  };
}

const LATE = ride('late', { arriveBy: at('11:00') });
const PLAN: RidePlan = {
  now: at('09:00'),
  seq: 7,
  search: { running: false, lastMillis: 300, rounds: 1, refused: 0 },
  vehicles: [
    vehicle(
      '23-3311',
      'TRANSPORT_AMBULANCE',
      halt('PICKUP', 'a', '10:00', '10:10'),
      halt('PICKUP', 'late', '10:20'),
      halt('DELIVERY', 'a', '10:50'),
      halt('DELIVERY', 'late', '11:05'),
    ),
    vehicle('23-3312', 'TRANSPORT_AMBULANCE', halt('DELIVERY', 'on', '09:40')),
    vehicle('23-3313', 'AMBULANCE'),
  ],
  rides: [
    ride('a', { held: true }),
    LATE,
    ride('on', { ride: 'LOADED', pickupUntil: at('08:00') }),
    ride('left', { from: '=Hemmet; Byn' }),
  ],
  unplanned: [{ transport: 'left', code: 'noneOnDuty', values: { mode: 'LYING_TRANSPORT' } }],
  bought: [],
};
const ROWS = rowsOf(PLAN);
const NOW = ms('09:00');

describe('01 lines', () => {
  it('01 a ride lies from pick-up to arrival, with its wait before it', () => {
    expect(placeOf(ROWS, 'a')).toMatchObject({
      come: ms('10:00'),
      pickup: ms('10:10'),
      arrive: ms('10:50'),
      mark: 'HELD',
      lane: 0,
    });
  });

  it('02 rides that share the vehicle lie above each other', () => {
    expect(placeOf(ROWS, 'late')?.lane).toBe(1);
    expect(ROWS.find((row) => row.vehicle.unit === '23-3311')?.lanes).toBe(2);
  });

  it('02b what is fetched next is told across the lines, and not who is on board', () => {
    const told = nextOf(ROWS).map(({ bar, vehicle: { callSign } }) => [
      bar.ride.transport,
      callSign,
    ]);
    expect(told).toEqual([
      ['a', '3311'],
      ['late', '3311'],
    ]);
  });

  it('03 late by the arrival that was promised, in whole minutes', () => {
    expect(placeOf(ROWS, 'late')?.lateMinutes).toBe(5);
    expect(placeOf(ROWS, 'a')?.lateMinutes).toBe(0);
  });

  it('04 who is on board has no stop to be fetched at, and cannot be fetched late', () => {
    const on = placeOf(ROWS, 'on');
    expect(on).toMatchObject({ pickup: ms('09:00'), arrive: ms('09:40'), mark: 'LOADED' });
    expect(on?.lateMinutes).toBe(0);
  });

  it('05 by kind, those with rides first; a filter finds vehicles by their rides', () => {
    const grouped = linesOf(ROWS, true).map((line) => line.row?.vehicle.callSign ?? line.kind);
    expect(grouped).toEqual(['AMBULANCE', '3313', 'TRANSPORT_AMBULANCE', '3311', '3312']);
    const kind = (code: string) => code.toLowerCase();
    expect(filtered(ROWS, 'rehab', kind).map((row) => row.vehicle.callSign)).toEqual([
      '3311',
      '3312',
    ]);
    expect(filtered(ROWS, '3313', kind)).toHaveLength(1);
  });

  it('06 the figures on top count the very bars', () => {
    expect(figuresOf(PLAN, ROWS)).toMatchObject({
      served: 3,
      unplanned: 1,
      late: 1,
      lateMinutes: 5,
      kronor: 1200,
    });
  });
});

describe('02 window', () => {
  it('01 follows the clock until it is moved, and goes to a ride chosen outside of it', () => {
    const desk = startOf(false);
    expect(spanOf(null, 8, ms('09:00'))).toEqual({ from: ms('08:00'), to: ms('16:00') });
    const later = ridesReducer(desk, { type: 'shift', step: 1, now: ms('09:00') });
    expect(later.start).toBe(ms('12:00'));
    const choose = { type: 'choose', unit: 'u', transport: 'a', now: ms('09:00') } as const;
    expect(ridesReducer(later, { ...choose, at: ms('13:00') }).start).toBe(ms('12:00'));
    expect(ridesReducer(later, { ...choose, at: ms('10:00') }).start).toBe(ms('09:00'));
    expect(ridesReducer(later, { type: 'now' }).start).toBeNull();
  });

  it('02 only what is in the window has an extent', () => {
    const span = { from: ms('08:00'), to: ms('12:00') };
    expect(extent(span, ms('07:00'), ms('09:00'))).toEqual({ left: 0, width: 25 });
    expect(extent(span, ms('12:00'), ms('13:00'))).toBeNull();
    expect(ticksOf(span)).toHaveLength(8);
    expect(zoomed(2, -1)).toBe(2);
    expect(zoomed(8, 1)).toBe(12);
  });
});

describe('03 arrows', () => {
  const lines = linesOf(ROWS, true);
  const start = { unit: '23-3311', transport: 'a', at: undefined };

  it('01 along the line between its rides, and no farther', () => {
    expect(moved(lines, start, 'ArrowRight')?.transport).toBe('late');
    expect(moved(lines, start, 'ArrowLeft')?.transport).toBe('a');
  });

  it('02 up and down to the ride nearest in time, over headings', () => {
    expect(moved(lines, start, 'ArrowDown')).toMatchObject({ unit: '23-3312', transport: 'on' });
    expect(moved(lines, start, 'ArrowUp')).toMatchObject({ unit: '23-3313', transport: null });
    expect(moved(lines, null, '')?.unit).toBe('23-3313');
    expect(moved(lines, start, 'q')).toBeNull();
  });

  it('03 another ride closes the form that was about the first', () => {
    const open = { ...startOf(true), transport: 'a', form: 'move' as const };
    const choose = { type: 'choose', unit: 'u', now: 0 } as const;
    expect(ridesReducer(open, { ...choose, transport: 'b' }).form).toBeNull();
    expect(ridesReducer(open, { ...choose, transport: 'a' }).form).toBe('move');
  });
});

describe('04 words', () => {
  it('01 a reason is a sentence, and an unknown code is not hidden', () => {
    expect(reasonText('lacks', { abilities: 'OXYGEN,AMBULANCE' }, NOW)).toBe(
      'Saknar: syrgas, ambulans.',
    );
    expect(reasonText('bound', { unit: '23-3311' }, NOW)).toContain('annat fordon');
    expect(reasonText('anotherRide', { transport: 'a', minutes: '4' }, NOW, PLAN.rides)).toBe(
      'Då kommer en annan resa 4 min för sent: Medicin → Rehab.',
    );
    expect(reasonText('new.code', {}, NOW)).toBe('new.code');
  });

  it('04 a ride of another day says which', () => {
    const bar = placeOf(ROWS, 'a');
    expect(bar && timesText(bar, NOW)).toBe('11:10–11:50');
    const midnight = bar && { ...bar, pickup: ms('23:00'), arrive: ms('23:40') };
    expect(midnight && timesText(midnight, NOW)).toMatch(/^24 nov\.\s00:00–00:40$/);
  });

  it('04b vehicles with the same reason are one line, and shifts are told apart by theirs', () => {
    const off = { code: 'offDuty', values: {}, from: at('07:00') };
    const full = { code: 'full', values: {}, from: at('19:00') };
    const told = reasonsOf(
      [
        { unit: 'a', callSign: '3311', ...off },
        { unit: 'b', callSign: '3312', ...off },
        { unit: 'b', callSign: '3312', ...off, from: at('19:00') },
        { unit: 'c', callSign: '3313', ...off },
        { unit: 'c', callSign: '3313', ...full },
      ],
      NOW,
    );
    const clock = when(at('19:00'), NOW);
    expect(told.map(({ who }) => who.length)).toEqual([3, 1]);
    expect(told[0]?.who.slice(0, 2)).toEqual(['3311', '3312']);
    expect(told[1]?.who).toEqual([`3313 (pass från ${clock})`]);
  });

  it('05 who said no does not hide why own vehicles cannot take it', () => {
    const left = { ...PLAN.unplanned[0], declinedBy: 'Testtaxi' } as (typeof PLAN.unplanned)[0];
    expect(unplannedReason(left, NOW)).toBe(
      'Testtaxi kör den inte. Inget fordon för liggande sjuktransport är i tjänst.',
    );
  });

  it('03 every reason that the planner gives has words, at the desk and at the ward', () => {
    const folder = '../server/src/main/java/se/dirigent/server/plan/';
    const java = readdirSync(folder)
      .map((name) => readFileSync(folder + name, 'utf8'))
      .join('');
    const said = /(?:Reason\.of|new Reason)\(\s*(?:\w+\.\w+\(\) \? )?"(\w+)"/g;
    const given = java.matchAll(said);
    const codes = [...given].map(([, code = '']) => code);
    expect(codes.length).toBeGreaterThan(20);
    for (const code of [...codes, 'ofOthers', 'byLegs']) {
      expect(reasonText(code, {}, NOW), code).not.toBe(code);
      expect(unplannedText(code), code).not.toBe(code);
    }
    expect(unplannedText('acute')).toContain('akut');
    expect(unplannedText('Anhörig kör')).toBe('Anhörig kör');
  });

  it('02 the table has every order, and none is reckoned as a formula', () => {
    const csv = csvOf(PLAN, ROWS);
    expect(csv.split('\r\n')).toHaveLength(6);
    expect(csv).toContain(`"'=Hemmet; Byn"`);
    expect(csv).toContain('Inget fordon för liggande sjuktransport är i tjänst.');
  });
});
