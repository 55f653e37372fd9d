import { describe, expect, it } from 'vitest';
import type { Alarm } from '../api/contract';
import { EMPTY, fold } from '../model/picture';
import { alarm, at, change, picture } from '../model/samples';
import { ALARM_KINDS as KINDS } from './act';
import { byGravity, FLOOD_MIN, ROWS_MAX, rowsOf, TONES } from './grouping';
import { gravest, isMine, soundName, sounds } from './mine';

const nowhere = () => '';
const kinds = (rows: ReturnType<typeof rowsOf>) =>
  rows.map((row) => `${row.tone} ${row.kind ?? '*'} ${row.place} ${row.alarms.length}`);

/** A small generator of its own, so that a failure can be told by its seed. */
function chance(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

function randomAlarms(seed: number): Alarm[] {
  const next = chance(seed);
  return Array.from({ length: next(seed % 20 === 0 ? 300 : 30) }, (_, n) => {
    const kind = KINDS[next(KINDS.length)] ?? 'UNASSIGNED';
    const tone = TONES[next(3)] ?? 'ACT';
    const seen = next(3) === 0 ? { acknowledgedAt: at(next(900)) } : {};
    return alarm(kind, `s:f:${n}`, { tone, raisedAt: at(next(7200)), ...seen });
  });
}

describe('01 rows', () => {
  it('01 none, and one for one', () => {
    expect(rowsOf([], nowhere)).toEqual([]);
    expect(kinds(rowsOf([alarm('UNASSIGNED', 'a')], nowhere))).toEqual(['ACT UNASSIGNED  1']);
  });

  it('02 the same at one place within minutes is one row; what came hours before is not', () => {
    const near = [0, 60, 120].map((s) => alarm('NOT_ROLLING', `n${s}`, { raisedAt: at(s) }));
    const before = alarm('NOT_ROLLING', 'before', { raisedAt: at(-7200) });
    const rows = rowsOf([...near, before], () => 'Provköping');
    expect(kinds(rows)).toEqual(['ACT NOT_ROLLING Provköping 1', 'ACT NOT_ROLLING Provköping 3']);
  });

  it('03 what is least grave is put together first', () => {
    const grave = [1, 2].map((n) => alarm('UNASSIGNED', `g${n}`, { tone: 'GRAVE' }));
    const low = [1, 2, 3].map((n) => alarm('OLD_POSITION', `o${n}`, { tone: 'INFORM' }));
    const rows = rowsOf([...low, ...grave], (one) => one.id);
    expect(kinds(rows).map((row) => row.slice(0, 20))).toEqual([
      expect.stringContaining('GRAVE UNASSIGNED'),
      expect.stringContaining('GRAVE UNASSIGNED'),
      expect.stringContaining('INFORM OLD_POSITION'),
    ]);
  });

  it('04 whatever comes, every alarm is in exactly one row and the rows are few', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const alarms = randomAlarms(seed);
      const next = chance(seed + 1000);
      const places = new Map(alarms.map((one) => [one.id, `plats ${next(4)}`]));
      const rows = rowsOf(alarms, (one) => places.get(one.id) ?? '');
      expect(rows.length, `seed ${seed}`).toBeLessThanOrEqual(ROWS_MAX);
      const shown = rows.flatMap((row) => row.alarms.map((one) => one.id));
      expect([...shown].sort(), `seed ${seed}`).toEqual(alarms.map((one) => one.id).sort());
      expect(new Set(rows.map((row) => row.key)).size, `seed ${seed}`).toBe(rows.length);
      for (const row of rows)
        for (const one of row.alarms) expect(one.tone, `seed ${seed}`).toBe(row.tone);
      const order = rows.map((row) => TONES.indexOf(row.tone));
      expect([...order].sort(), `seed ${seed}`).toEqual(order);
    }
  });

  it('05 few alarms are never put together', () => {
    const few = KINDS.slice(0, ROWS_MAX).map((kind) => alarm(kind, 'a'));
    expect(rowsOf(few, nowhere)).toHaveLength(ROWS_MAX);
    expect(FLOOD_MIN).toBeGreaterThan(2);
  });
});

describe('02 whose', () => {
  const me = { username: 'demo.jag', roles: ['DISPATCHER' as const] };

  it('01 nobody\u2019s is everybody\u2019s at the desk, until a person has it', () => {
    expect(isMine(alarm('UNASSIGNED', 'a'), me)).toBe(true);
    expect(isMine(alarm('UNASSIGNED', 'a', { owner: 'demo.annan' }), me)).toBe(false);
    expect(isMine(alarm('MISSED_CONTACTS', 'a', { desk: 'WAITING_ROOM_NURSE' }), me)).toBe(false);
    const given = alarm('MISSED_CONTACTS', 'a', { desk: 'WAITING_ROOM_NURSE', owner: 'demo.jag' });
    expect(isMine(given, me)).toBe(true);
  });

  it('02 what is acknowledged is quiet; what lapsed is heard anew', () => {
    const one = alarm('UNASSIGNED', 'a');
    expect(sounds(one, me)).toBe(true);
    expect(sounds({ ...one, acknowledgedAt: at(5) }, me)).toBe(false);
    expect(soundName({ ...one, lapsedAt: at(60) })).not.toBe(soundName(one));
  });

  it('03 the gravest is heard', () => {
    expect(gravest([])).toBeNull();
    const low = alarm('OLD_POSITION', 'a', { tone: 'INFORM' });
    const grave = alarm('UNASSIGNED', 'b', { tone: 'GRAVE' });
    expect(gravest([low, grave])).toBe('GRAVE');
    expect([low, grave].sort(byGravity)).toEqual([grave, low]);
  });
});

describe('03 in the picture', () => {
  it('01 comes with the snapshot, changes, and goes when it has ended', () => {
    const one = alarm('UNASSIGNED', 'a');
    const first = fold(EMPTY, [
      { type: 'snapshot', picture: picture(1, { alarms: [one] }), at: 0 },
    ]);
    expect([...first.alarms.keys()]).toEqual([one.id]);
    const taken = { ...one, owner: 'demo.jag', version: 2 };
    const second = fold(first, [{ type: 'change', change: change(2, { alarms: [taken] }), at: 0 }]);
    expect(second.alarms.get(one.id)?.owner).toBe('demo.jag');
    const over = { ...taken, endedAt: at(9), version: 3 };
    const third = fold(second, [{ type: 'change', change: change(3, { alarms: [over] }), at: 0 }]);
    expect(third.alarms.size).toBe(0);
    expect(first.alarms.size, 'a model is never changed').toBe(1);
  });
});
