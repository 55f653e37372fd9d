import { describe, expect, it } from 'vitest';
import { CLOSED_MAX, EMPTY, ENTRIES_MAX, fold, type Message, type Model } from './picture';
import { assignment, at, change, entry, incident, NOON, picture, unit } from './samples';

const snap = (seq: number, over = {}): Message => ({
  type: 'snapshot',
  picture: picture(seq, over),
  at: 0,
});
const next = (seq: number, over = {}): Message => ({
  type: 'change',
  change: change(seq, over),
  at: 0,
});

describe('01 snapshot', () => {
  it('01 replaces everything and makes the picture live', () => {
    const model = fold(EMPTY, [snap(5, { incidents: [incident('a')], units: [unit('23-1')] })]);
    expect(model.seq).toBe(5);
    expect([...model.incidents.keys()]).toEqual(['a']);
    expect(model.connection.state).toBe('LIVE');
    const again = fold(model, [snap(9, { incidents: [incident('b')] })]);
    expect([...again.incidents.keys()]).toEqual(['b']);
    expect(again.units.size).toBe(0);
  });

  it('02 with a lower number (a restored server) is still the truth', () => {
    const model = fold(EMPTY, [snap(50, { units: [unit('23-1', { version: 9 })] })]);
    const restored = fold(model, [snap(7, { units: [unit('23-1', { version: 2 })] })]);
    expect(restored.seq).toBe(7);
    expect(restored.units.get('23-1')?.version).toBe(2);
  });

  it('03 keeps closed cases readable', () => {
    const closing = next(6, { incidents: [incident('a', { phase: 'CLOSED', version: 2 })] });
    const model = fold(EMPTY, [snap(5, { incidents: [incident('a')] }), closing, snap(7)]);
    expect(model.incidents.get('a')?.phase).toBe('CLOSED');
  });

  it('04 reopened case in a snapshot wins over the closed one', () => {
    const closing = next(6, { incidents: [incident('a', { phase: 'CLOSED', version: 2 })] });
    const open = incident('a', { version: 3 });
    const model = fold(EMPTY, [snap(5), closing, snap(7, { incidents: [open] })]);
    expect(model.incidents.get('a')?.phase).toBe('WAITING');
  });
});

describe('02 change', () => {
  const start = fold(EMPTY, [snap(5, { incidents: [incident('a')] })]);

  it('01 before any snapshot is not taken', () => {
    expect(fold(EMPTY, [next(1, { incidents: [incident('x')] })]).incidents.size).toBe(0);
  });

  it('02 puts whole new states', () => {
    const model = fold(start, [
      next(6, { incidents: [incident('a', { priority: '1A', version: 2 })] }),
    ]);
    expect(model.incidents.get('a')?.priority).toBe('1A');
    expect(start.incidents.get('a')?.priority).toBe('2A');
  });

  it('03 repeated or late is not taken twice', () => {
    const newer = next(8, { incidents: [incident('a', { priority: '1A', version: 3 })] });
    const late = next(7, { incidents: [incident('a', { priority: '4', version: 2 })] });
    const model = fold(start, [newer, late, newer]);
    expect(model.incidents.get('a')?.priority).toBe('1A');
    expect(model.seq).toBe(8);
  });

  it('04 conflated over a gap is taken whole', () => {
    const model = fold(start, [next(4_000, { incidents: [incident('b')], units: [unit('23-1')] })]);
    expect(model.seq).toBe(4_000);
    expect(model.incidents.size).toBe(2);
  });

  it('05 with an older version of a thing leaves the newer one', () => {
    const model = fold(start, [
      next(6, { units: [unit('23-1', { version: 5, status: 'ROLLING' })] }),
      next(7, { units: [unit('23-1', { version: 4, status: 'TASKED' })] }),
    ]);
    expect(model.units.get('23-1')?.status).toBe('ROLLING');
  });

  it('06 leaves untouched parts the very same, so that nothing is painted for them', () => {
    const model = fold(start, [next(6, { units: [unit('23-1')] })]);
    expect(model.incidents).toBe(start.incidents);
    expect(model.units).not.toBe(start.units);
  });
});

describe('03 positions', () => {
  const report = (seconds: number, lat: number) => ({
    unit: '23-1',
    position: { lat, lon: 14 },
    at: at(seconds),
  });
  const send = (...reports: ReturnType<typeof report>[]): Message => ({
    type: 'positions',
    reports,
    at: 0,
  });

  it('01 only a later report moves a unit', () => {
    const model = fold(EMPTY, [send(report(10, 63)), send(report(5, 62)), send(report(11, 64))]);
    expect(model.positions.get('23-1')?.position.lat).toBe(64);
  });

  it('02 only late reports change nothing at all', () => {
    const model = fold(EMPTY, [send(report(10, 63))]);
    expect(fold(model, [send(report(5, 62))]).positions).toBe(model.positions);
  });
});

describe('04 connection and clock', () => {
  it('01 lost keeps the picture and says when it was last heard', () => {
    const model = fold(EMPTY, [
      { ...snap(5, { incidents: [incident('a')] }), at: 1_000 } as Message,
      { type: 'lost' },
    ]);
    expect(model.connection).toEqual({ state: 'LOST', heardAt: 1_000 });
    expect(model.incidents.size).toBe(1);
  });

  it('02 a resumed stream without a snapshot is live again', () => {
    const model = fold(EMPTY, [snap(5), { type: 'lost' }, { type: 'opened', at: 9 }]);
    expect(model.connection).toEqual({ state: 'LIVE', heardAt: 9 });
  });

  it('03 opened before the first snapshot is not live', () => {
    expect(fold(EMPTY, [{ type: 'opened', at: 1 }]).connection.state).toBe('CONNECTING');
  });

  it('04 a clock that cannot be read leaves the last one', () => {
    const tick = { now: NOON, speed: 2, seq: 1 };
    const good = fold(EMPTY, [{ type: 'clock', clock: tick, at: 7 }]);
    expect(good.clock).toEqual({ now: Date.parse(NOON), speed: 2, heardAt: 7 });
    const bad: Message = { type: 'clock', clock: { ...tick, now: 'never' }, at: 8 };
    expect(fold(good, [bad]).clock).toEqual(good.clock);
  });
});

describe('05 bounds', () => {
  it('01 keeps the newest entries only', () => {
    let model: Model = fold(EMPTY, [snap(0)]);
    for (let seq = 1; seq <= ENTRIES_MAX + 50; seq++)
      model = fold(model, [next(seq, { entries: [entry(seq)] })]);
    expect(model.entries.length).toBe(ENTRIES_MAX);
    expect(model.entries.at(-1)?.seq).toBe(ENTRIES_MAX + 50);
  });

  it('02 keeps the newest closed cases only, and every open one', () => {
    let model: Model = fold(EMPTY, [snap(0, { incidents: [incident('open')] })]);
    for (let seq = 1; seq <= CLOSED_MAX + 20; seq++)
      model = fold(model, [next(seq, { incidents: [incident(`c${seq}`, { phase: 'CLOSED' })] })]);
    expect(model.incidents.size).toBe(CLOSED_MAX + 1);
    expect(model.incidents.has('open')).toBe(true);
    expect(model.incidents.has('c20')).toBe(false);
    expect(model.incidents.has('c21')).toBe(true);
  });

  it('03 forgets ended assignments of cases that are gone', () => {
    let model: Model = fold(EMPTY, [snap(0)]);
    for (let seq = 1; seq <= 500; seq++)
      model = fold(model, [
        next(seq, {
          assignments: [assignment(`a${seq}`, `gone${seq}`, 'u', { state: 'CLEARED' })],
        }),
      ]);
    expect(model.assignments.size).toBeLessThanOrEqual(CLOSED_MAX);
  });
});

describe('06 replay', () => {
  it('01 the same messages in any batches give the same model', () => {
    const random = seeded(20_261_122);
    const messages: Message[] = [snap(0, { units: [unit('u0')] })];
    for (let seq = 1; seq <= 400; seq++) messages.push(randomMessage(seq, random));
    const whole = fold(EMPTY, messages);
    for (let round = 0; round < 20; round++) {
      let model = EMPTY;
      for (let from = 0; from < messages.length;) {
        const size = 1 + Math.floor(random() * 60);
        model = fold(model, messages.slice(from, from + size));
        from += size;
      }
      expect(model).toEqual(whole);
    }
  });

  it('02 a reconnect that repeats what was already seen changes nothing', () => {
    const random = seeded(7);
    const messages: Message[] = [snap(0)];
    for (let seq = 1; seq <= 100; seq++) messages.push(randomMessage(seq, random));
    const seen = fold(EMPTY, messages);
    const changes = messages.filter((one) => one.type === 'change');
    const again = fold(seen, changes.slice(-40));
    expect(again.incidents).toBe(seen.incidents);
    expect(again.units).toBe(seen.units);
    expect(again.seq).toBe(seen.seq);
  });
});

function randomMessage(seq: number, random: () => number): Message {
  const id = String(Math.floor(random() * 12));
  const kind = random();
  if (kind < 0.4) {
    const phase = random() < 0.2 ? 'CLOSED' : 'WAITING';
    return next(seq, { incidents: [incident(id, { version: seq, phase })], entries: [entry(seq)] });
  }
  if (kind < 0.7) return next(seq, { units: [unit(`u${id}`, { version: seq })] });
  const state = random() < 0.5 ? 'OPEN' : 'CLEARED';
  return next(seq, { assignments: [assignment(`a${id}`, id, `u${id}`, { version: seq, state })] });
}

/** A small generator with a seed (mulberry32), so that a failure can be repeated. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
