import { describe, expect, it } from 'vitest';
import { at, incident, NOON, waiting } from '../model/samples';
import { columnsOf, lastContact, NOW_SECONDS, proposals } from './board';

const noon = Date.parse(NOON);
const due = (id: string, seconds: number) =>
  incident(id, { waiting: waiting({ nextDueAt: at(seconds) }) });

describe('01 columns', () => {
  it('01 overdue, due now and later, each case in exactly one', () => {
    const all = [due('a', -1), due('b', 0), due('c', NOW_SECONDS), due('d', NOW_SECONDS + 1)];
    const columns = columnsOf(all, noon);
    expect(columns.overdue.map((one) => one.id)).toEqual(['a']);
    expect(columns.now.map((one) => one.id)).toEqual(['b', 'c']);
    expect(columns.later.map((one) => one.id)).toEqual(['d']);
  });

  it('02 a prio 1 that has no unit counts by its alarm when that is sooner', () => {
    const one = incident('a', {
      waiting: waiting({ nextDueAt: at(900), unassignedAlarmAt: at(-5) }),
    });
    expect(columnsOf([one], noon).overdue).toEqual([one]);
  });
});

describe('02 proposals', () => {
  it('01 the oldest first, closed cases left out', () => {
    const asked = (id: string, seconds: number, over = {}) =>
      incident(id, {
        pendingDowngrade: { to: '3', reason: 'x', by: 'other', at: at(seconds) },
        ...over,
      });
    const all = [incident('a'), asked('b', 20), asked('c', 10), asked('d', 0, { phase: 'CLOSED' })];
    expect(proposals(all).map((one) => one.id)).toEqual(['c', 'b']);
  });
});

describe('03 contact', () => {
  it('01 the last one, if any', () => {
    expect(lastContact(incident('a'))).toBeUndefined();
  });
});
