import { describe, expect, it } from 'vitest';
import { countByStatus, dueAt, ongoing, scaleOf, unitsByStatus, waitingRoom } from './lists';
import { EMPTY, fold } from './picture';
import { at, incident, picture, priority, unit, waiting } from './samples';
import { connectionState, secondsBetween, serverTime } from './time';
import { isFree } from './units';

const SCALE = scaleOf([priority('1A', 1), priority('2A', 2), priority('3', 3)]);
const modelOf = (over: Parameters<typeof picture>[1]) =>
  fold(EMPTY, [{ type: 'snapshot', picture: picture(1, over), at: 0 }]);

describe('01 waiting room', () => {
  it('01 the most overdue first, then next due, then what has no time', () => {
    const untimed = incident('never');
    delete untimed.waiting;
    const model = modelOf({
      incidents: [
        incident('later', { waiting: waiting({ nextDueAt: at(600), missedContacts: 0 }) }),
        untimed,
        incident('overdue', { waiting: waiting({ nextDueAt: at(-60), missedContacts: 1 }) }),
        incident('soon', { waiting: waiting({ nextDueAt: at(60), missedContacts: 0 }) }),
      ],
    });
    const order = waitingRoom(model, SCALE).map((one) => one.id);
    expect(order).toEqual(['overdue', 'soon', 'later', 'never']);
  });

  it('02 an alarm that is due before the contact counts', () => {
    const both = waiting({ nextDueAt: at(300), unassignedAlarmAt: at(60) });
    expect(dueAt(incident('a', { waiting: both }))).toBe(Date.parse(at(60)));
  });

  it('03 the same due: the more urgent first, then the older', () => {
    const model = modelOf({
      incidents: [
        incident('b', { receivedAt: at(5) }),
        incident('urgent', { priority: '1A', receivedAt: at(9) }),
        incident('a', { receivedAt: at(1) }),
      ],
    });
    expect(waitingRoom(model, SCALE).map((one) => one.id)).toEqual(['urgent', 'a', 'b']);
  });

  it('04 linked duplicates are handled through the case they point to', () => {
    const model = modelOf({ incidents: [incident('a'), incident('b', { duplicateOf: 'a' })] });
    expect(waitingRoom(model, SCALE).map((one) => one.id)).toEqual(['a']);
  });

  it('05 an assigned case is under way, not waiting', () => {
    const model = modelOf({ incidents: [incident('a', { phase: 'ASSIGNED' })] });
    expect(waitingRoom(model, SCALE)).toEqual([]);
    expect(ongoing(model, SCALE).length).toBe(1);
  });
});

describe('02 units', () => {
  it('01 by status in the order of an assignment, the longest in it first', () => {
    const model = modelOf({
      units: [
        unit('off', { status: 'OFF_DUTY' }),
        unit('new', { statusSince: at(50) }),
        unit('rolling', { status: 'ROLLING' }),
        unit('old', { statusSince: at(10) }),
      ],
    });
    expect(unitsByStatus(model).map((one) => one.id)).toEqual(['old', 'new', 'rolling', 'off']);
  });

  it('02 every status has a count, also none', () => {
    const counts = countByStatus([unit('a'), unit('b', { status: 'LOADED' })]);
    expect([counts.get('AVAILABLE'), counts.get('LOADED'), counts.get('TASKED')]).toEqual([
      1, 1, 0,
    ]);
  });

  it('03 a unit that hands over is free after the region\u2019s time, not before', () => {
    const rules = { retaskAfterHandoverSeconds: 900 };
    const handing = unit('a', { status: 'HANDING_OVER', assignment: 'x', statusSince: at(0) });
    expect(isFree(handing, rules, Date.parse(at(899)))).toBe(false);
    expect(isFree(handing, rules, Date.parse(at(900)))).toBe(true);
    expect(isFree(handing, null, Date.parse(at(9_000)))).toBe(false);
    expect(isFree({ ...handing, status: 'ROLLING' }, rules, Date.parse(at(9_000)))).toBe(false);
    expect(isFree(unit('b'), rules, 0)).toBe(true);
  });
});

describe('03 time', () => {
  it('01 the server\u2019s time runs on at its own speed', () => {
    const clock = { now: 1_000_000, speed: 10, heardAt: 500 };
    expect(serverTime(clock, 1_500)).toBe(1_010_000);
    expect(serverTime(null, 77)).toBe(77);
  });

  it('02 a silent connection is lost within three seconds', () => {
    const connection = { state: 'LIVE', heardAt: 10_000 } as const;
    expect(connectionState(connection, 12_000)).toBe('LIVE');
    expect(connectionState(connection, 13_000)).toBe('LOST');
    expect(connectionState({ state: 'CONNECTING', heardAt: null }, 99_999)).toBe('CONNECTING');
  });

  it('03 seconds between are whole and may be negative', () => {
    expect(secondsBetween(at(0), at(90))).toBe(90);
    expect(secondsBetween(at(90), at(0))).toBe(-90);
  });
});
