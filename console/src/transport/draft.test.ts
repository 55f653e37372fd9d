import { describe, expect, it } from 'vitest';
import type { RegionPack, Transport } from '../api/contract';
import { actsOf, decidedFirst, doubled } from './acts';
import {
  draftFrom,
  nextDay,
  NOWHERE,
  questionOf,
  relevant,
  requestOf,
  unreadable,
  type Draft,
} from './draft';

const NOW = Date.parse('2026-11-24T09:05:00Z');
const REGION = {
  places: [
    { name: 'Åre', municipality: '2321', population: 1, position: { lat: 63.4, lon: 13.1 } },
  ],
  destinations: [],
} as unknown as RegionPack;
const WARD = { ...NOWHERE, facility: 'ostersund', department: 'Medicinavdelning' };

function draft(part: Partial<Draft> = {}): Draft {
  const to = { ...NOWHERE, facility: 'sundsvall', department: 'Thorax' };
  return { ...draftFrom(WARD, NOW), to, ...part };
}

function transport(part: Partial<Transport>): Transport {
  const request = { timing: { returnTrip: false } };
  const base = { id: 'a', ride: 'APPROVED', reception: 'ASKED', resembles: [], request };
  return { ...base, ...part } as unknown as Transport;
}

describe('01 an order as it is written', () => {
  it('01 a new one is ready in an hour, at a whole quarter', () => {
    const one = draft();
    expect([one.day, one.ready]).toEqual(['2026-11-24', '11:15']);
    expect(questionOf(one, REGION)?.timing.readyAt).toBe('2026-11-24T10:15:00.000Z');
  });

  it('02 there is no question until both ends and the time are there', () => {
    expect(questionOf(draft({ to: NOWHERE }), REGION)).toBeNull();
    expect(questionOf(draft({ ready: '' }), REGION)).toBeNull();
    const home = { ...NOWHERE, kind: 'HOME' as const, address: 'Byvägen 1', town: 'Åre' };
    expect(questionOf(draft({ to: home }), REGION)?.to).toMatchObject({
      address: 'Byvägen 1, Åre',
      position: { lat: 63.4, lon: 13.1 },
    });
    expect(questionOf(draft({ to: { ...home, town: 'Nowhere' } }), REGION)).toBeNull();
  });

  it('03 there by a clock time that has been is there the next day', () => {
    const timing = questionOf(draft({ arriveBy: '08:00' }), REGION)?.timing;
    expect(timing?.arriveBy).toBe('2026-11-25T07:00:00.000Z');
    expect(questionOf(draft({ arriveBy: '14:00' }), REGION)?.timing.arriveBy).toBe(
      '2026-11-24T13:00:00.000Z',
    );
  });

  it('07 letters where a number belongs are told, and nothing is asked of half a number', () => {
    const home = { ...NOWHERE, kind: 'HOME' as const, address: 'Byvägen 1', town: 'Åre' };
    expect(unreadable(draft({ oxygen: '2', weight: '' }))).toEqual([]);
    expect(unreadable(draft({ oxygen: '2 liter' }))).toEqual(['oxygenLitres']);
    expect(unreadable(draft({ posture: 'LIES', weight: '80kg' }))).toEqual(['weightKg']);
    expect(unreadable(draft({ weight: '80kg' })), 'not asked, not meant').toEqual([]);
    expect(unreadable(draft({ to: { ...home, floor: '2 tr' } }))).toEqual(['to.floor']);
    expect(unreadable(draft({ to: { ...home, floor: '-1' } }))).toEqual([]);
    expect(questionOf(draft({ oxygen: 'två' }), REGION)).toBeNull();
  });

  it('06 a time of the next day is told, so that a slip is seen', () => {
    const told = (arriveBy: string) => nextDay(draft({ arriveBy }), arriveBy);
    expect([told('08:00'), told('11:15'), told('14:00'), told('')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('05 the next day is the calendar’s, in the night that summer time ends too', () => {
    const late = draft({ day: '2026-10-24', ready: '22:00', arriveBy: '08:00' });
    expect(Date.parse(questionOf(late, REGION)?.timing.arriveBy ?? '')).toBe(
      Date.parse('2026-10-25T07:00:00Z'),
    );
  });

  it('04 only what the answers so far make relevant is asked, and only that counts', () => {
    expect(relevant(draft())).toMatchObject({ drips: false, intensive: false, stairs: false });
    expect(relevant(draft({ care: 'SKILLED' }))).toMatchObject({ skilled: true, intensive: false });
    const hidden = draft({ care: 'NONE', monitoring: true, ventilator: true, escort: 'NURSE' });
    expect(requestOf(hidden, REGION)?.needs).toMatchObject({
      monitoring: false,
      ventilator: false,
      escort: 'NONE',
    });
    const shown = draft({ care: 'INTENSIVE', monitoring: true, ventilator: true, weight: '80' });
    expect(requestOf(shown, REGION)?.needs).toMatchObject({
      monitoring: true,
      ventilator: true,
      weightKg: 80,
    });
  });
});

describe('02 what may be done', () => {
  it('01 the ward changes until it is locked', () => {
    expect(actsOf(transport({}), 'WARD')).toEqual(['change', 'cancel', 'fate']);
    expect(actsOf(transport({ ride: 'LOCKED' }), 'WARD')).toEqual(['fate']);
    expect(actsOf(transport({ ride: 'LOADED' }), 'WARD')).toEqual([]);
  });

  it('02 the receiver may answer after arrival too, and think again', () => {
    expect(actsOf(transport({ ride: 'ARRIVED' }), 'RECEIVER')).toEqual(['accept', 'decline']);
    expect(actsOf(transport({ reception: 'DECLINED' }), 'RECEIVER')).toEqual(['accept']);
    expect(actsOf(transport({ reception: 'NONE' }), 'RECEIVER')).toEqual([]);
  });

  it('03 inner command approves what waits for it', () => {
    expect(actsOf(transport({ ride: 'ORDERED' }), 'COMMAND')[0]).toBe('approve');
    expect(actsOf(transport({ ride: 'APPROVED' }), 'COMMAND')[0]).toBe('mode');
    expect(actsOf(transport({ ride: 'REFUSED' }), 'COMMAND')).toEqual([]);
    expect(actsOf(transport({}), 'READER')).toEqual([]);
  });

  it('06 the way back is ordered by who has the patient, once', () => {
    const request = { timing: { readyAt: '', returnTrip: true } } as Transport['request'];
    const there = transport({ ride: 'ARRIVED', request });
    const back = transport({ id: 'a-r1', leg: { of: 'a', part: 'RETURN' } });
    expect(actsOf(there, 'RECEIVER')).toContain('return');
    expect(actsOf(there, 'WARD', [back])).not.toContain('return');
    expect(actsOf(there, 'WARD', [{ ...back, ride: 'CANCELLED' }])).toContain('return');
    expect(actsOf(back, 'WARD')).toEqual(['change', 'cancel', 'fate']);
  });

  it('08 what others drive is told of by who has them on the telephone', () => {
    const asked = {
      state: 'ASKED',
      carrier: 'Taxi',
      askedAt: '',
      reference: '',
      text: '',
    } as const;
    const sure = { ...asked, state: 'CONFIRMED' } as const;
    expect(actsOf(transport({ booking: asked }), 'COMMAND')).not.toContain('arrived');
    expect(actsOf(transport({ ride: 'LOCKED', booking: sure }), 'COMMAND')).toContain('arrived');
    const aboard = actsOf(transport({ ride: 'LOADED', booking: sure }), 'COMMAND');
    expect(aboard).toContain('arrived');
    expect(aboard).not.toContain('declineBooking');
    expect(actsOf(transport({ ride: 'ARRIVED', booking: sure }), 'COMMAND')).not.toContain(
      'arrived',
    );
    expect(actsOf(transport({ ride: 'LOCKED', booking: sure }), 'WARD')).toEqual(['fate']);
  });

  it('07 what leads to a flight follows its order', () => {
    const leg = transport({ id: 'a-a1', leg: { of: 'a', part: 'TO_AIRCRAFT' } });
    expect(actsOf(leg, 'WARD')).toEqual(['fate']);
    expect(actsOf(leg, 'COMMAND')[0]).toBe('mode');
  });

  it('04 a duplicate is marked while the other is open', () => {
    const one = transport({ resembles: ['b'] });
    expect(doubled(one, [one, transport({ id: 'b' })], true)).toBe(true);
    expect(doubled(one, [one], true)).toBe(false);
    expect(doubled(one, [one], false), 'it may be on another page').toBe(true);
  });

  it('05 the coordination answers what is asked, and inner command asks again after a no', () => {
    const asked = { state: 'REQUESTED', askedAt: '2026-11-23T08:00:00Z', text: '' } as const;
    const refused = { ...asked, state: 'DECLINED' } as const;
    expect(actsOf(transport({}), 'CENTRE')).toEqual([]);
    expect(actsOf(transport({ air: asked }), 'CENTRE')).toEqual(['giveFlight', 'noFlight']);
    expect(actsOf(transport({ air: refused }), 'CENTRE')).toEqual(['giveFlight']);
    expect(actsOf(transport({ ride: 'ENDED', air: asked }), 'CENTRE')).toEqual([]);
    expect(actsOf(transport({ air: refused }), 'COMMAND')).toContain('askFlight');
    expect(actsOf(transport({ air: asked }), 'COMMAND')).not.toContain('askFlight');
  });
});

describe('09 the list of who decides', () => {
  it('01 what waits for approval stands first, the rest in order', () => {
    const ids = (list: readonly Transport[]) => list.map((one) => one.id).join('');
    const all = [
      transport({ id: 'a' }),
      transport({ id: 'b', ride: 'ORDERED' }),
      transport({ id: 'c', ride: 'LOCKED' }),
      transport({ id: 'd', ride: 'ORDERED' }),
    ];
    expect(ids(decidedFirst(all))).toBe('bdac');
  });
});
