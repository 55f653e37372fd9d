import { describe, expect, it } from 'vitest';
import { alarms, lapsed } from './alarms';
import { scaleOf } from './lists';
import { EMPTY, fold } from './picture';
import { assignment, at, incident, picture, priority, unit, waiting } from './samples';

const SCALE = scaleOf([priority('1A', 1), priority('2A', 2)]);
const NOW = Date.parse(at(100));
const kinds = (over: Parameters<typeof picture>[1]) => {
  const model = fold(EMPTY, [{ type: 'snapshot', picture: picture(1, over), at: 0 }]);
  return alarms(model, SCALE, NOW).map((one) => `${one.kind} ${one.incident.id}`);
};

describe('01 alarms', () => {
  it('01 none when all is well', () => {
    expect(kinds({ incidents: [incident('a')], units: [unit('u')] })).toEqual([]);
  });

  it('02 a prio 1 without a unit when its time is out, not before', () => {
    const alarmAt = (seconds: number) => waiting({ unassignedAlarmAt: at(seconds) });
    const late = incident('late', { priority: '1A', waiting: alarmAt(60) });
    const fresh = incident('fresh', { priority: '1A', waiting: alarmAt(160) });
    expect(kinds({ incidents: [late, fresh] })).toEqual(['UNASSIGNED late']);
  });

  it('03 missed contacts, by the region\u2019s number or once escalated', () => {
    const twice = incident('twice', { waiting: waiting({ missedContacts: 2 }) });
    const once = incident('once', { waiting: waiting({ missedContacts: 1 }) });
    const escalated = incident('esc', {
      waiting: waiting({ missedContacts: 0, escalatedAt: at(20) }),
    });
    const found = kinds({ incidents: [twice, once, escalated] });
    expect(found).toEqual(['MISSED_CONTACTS esc', 'MISSED_CONTACTS twice']);
  });

  it('04 an assignment nobody acknowledged, and one that does not roll', () => {
    const given = incident('a', { phase: 'ASSIGNED' });
    const silent = assignment('1', 'a', 'u', { acknowledgeBy: at(90), rollBy: at(90) });
    const still = assignment('2', 'a', 'v', {
      times: { assignedAt: at(0), acknowledgedAt: at(30) },
      acknowledgeBy: at(90),
      rollBy: at(90),
    });
    const found = kinds({ incidents: [given], assignments: [still, silent] });
    expect(found).toEqual(['NOT_ACKNOWLEDGED a', 'NOT_ROLLING a']);
  });

  it('05 the gravest kind first, the oldest first within it', () => {
    const late = (id: string, seconds: number) =>
      incident(id, {
        priority: '1A',
        waiting: waiting({ unassignedAlarmAt: at(seconds), missedContacts: 3 }),
      });
    expect(kinds({ incidents: [late('b', 60), late('a', 30)] })).toEqual([
      'UNASSIGNED a',
      'UNASSIGNED b',
      'MISSED_CONTACTS b',
      'MISSED_CONTACTS a',
    ]);
  });

  it('06 a unit that has rolled or is there has no lapse, however late', () => {
    const times = { assignedAt: at(0), atAddressAt: at(50) };
    const there = assignment('1', 'a', 'u', { times, acknowledgeBy: at(1), rollBy: at(1) });
    expect(lapsed(there, NOW)).toBeNull();
  });

  it('07 ended assignments and closed cases alarm no more', () => {
    const closed = incident('a', { phase: 'CLOSED' });
    const ended = assignment('1', 'a', 'u', { state: 'STOOD_DOWN', acknowledgeBy: at(1) });
    expect(kinds({ incidents: [closed], assignments: [ended] })).toEqual([]);
  });
});
