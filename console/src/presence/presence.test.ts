import { describe, expect, it } from 'vitest';
import { START } from '../picture/desk';
import { messageOf } from '../picture/store';
import { EMPTY, fold } from '../model/picture';
import { entry } from '../model/samples';
import { Marks } from './marks';
import { caseInView } from './useMarks';

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

const by = (actor: string, seq: number, incident = 'a', type = 'NoteAdded') => ({
  ...entry(seq),
  actor,
  incident,
  type,
});

/** Marks of somebody who has had case a before them, and then turned away from it. */
function lookedAt(kept = storage(), now?: () => number) {
  const marks = new Marks('me', 'key', kept, now);
  expect(marks.take([], 0)).toBeNull();
  marks.turnTo('a');
  marks.turnTo(null);
  return marks;
}

const seqs = (marks: Marks, incident = 'a') =>
  (marks.get().get(incident) ?? []).map((one) => one.seq);

describe('01 marks', () => {
  it('01 only what another changed, of a case this person has looked at', () => {
    const marks = lookedAt();
    marks.take([by('me', 1), by('other', 2, 'b'), by('dirigent', 3), by('other', 4)], 4);
    expect(seqs(marks)).toEqual([4]);
    expect(marks.get().has('b')).toBe(false);
  });

  it('02 a crew passing a milestone is no change of the case', () => {
    const marks = lookedAt();
    marks.take([by('other', 1, 'a', 'MilestonePassed')], 1);
    expect(marks.get().has('a')).toBe(false);
  });

  it('03 stays while the case is read, is seen when it is left', () => {
    const marks = lookedAt();
    marks.turnTo('b');
    marks.take([by('other', 1)], 1);
    marks.turnTo('a');
    expect(seqs(marks)).toEqual([1]);
    marks.turnTo('b');
    expect(marks.get().has('a')).toBe(false);
  });

  it('04 a reload does not make it seen, nor twice, nor does it keep what was changed', () => {
    const kept = storage();
    lookedAt(kept).take([by('other', 1)], 1);
    expect(kept.getItem('key')).toBe('[["a",0]]');
    const after = new Marks('me', 'key', kept);
    expect(after.take([], 1)).toBe(0);
    after.learn([by('other', 1)], 1);
    after.take([by('other', 2)], 2);
    after.take([by('other', 2)], 2);
    expect(seqs(after)).toEqual([1, 2]);
  });

  it('05 however much is changed, so much is kept', () => {
    const marks = lookedAt();
    for (let seq = 1; seq <= 100; seq++) marks.take([by('other', seq)], seq);
    expect(seqs(marks)).toHaveLength(20);
    expect(seqs(marks).at(-1)).toBe(100);
  });

  it('06 what an older page kept does not stop this one', () => {
    for (const text of ['nonsense', '{"looked":["a"]}', '[["a","b"]]']) {
      const kept = storage();
      kept.setItem('key', text);
      expect(new Marks('me', 'key', kept).take([], 7)).toBeNull();
    }
  });

  it('07 what came while the window was closed or asleep is asked for, and then marked', () => {
    const kept = storage();
    lookedAt(kept);
    const after = new Marks('me', 'key', kept);
    expect(after.take([], 900)).toBe(0);
    // Until the answer is here, what comes is not taken: the order would be lost.
    expect(after.take([by('other', 901)], 901)).toBe(0);
    after.learn([by('other', 5), by('other', 6, 'b')], 900);
    expect(after.take([by('other', 901)], 901)).toBeNull();
    expect(seqs(after)).toEqual([5, 901]);
    expect(after.take([by('other', 990)], 990)).toBe(901);
  });

  it('08 seen in one window is seen in the other', () => {
    const kept = storage();
    const one = lookedAt(kept);
    const other = new Marks('me', 'key', kept);
    other.learn([], 0);
    for (const marks of [one, other]) marks.take([by('other', 1)], 1);
    one.seen('a');
    other.takeOver();
    expect(other.get().has('a')).toBe(false);
  });

  it('09 what has not stood on the screen for a moment is unread, on whatever case', () => {
    let now = 0;
    const marks = lookedAt(storage(), () => now);
    marks.take([by('other', 1, 'z'), by('me', 2, 'z'), by('other', 3, 'z')], 3);
    expect(marks.unreadOf('z')).toBe(1);
    expect(marks.unreadOf('a')).toBeNull();
    now = 2_000;
    expect(marks.unreadOf('z')).toBeNull();
  });
});

describe('02 presence', () => {
  it('01 the list is the whole truth, and nobody is there without a connection', () => {
    const people = [{ username: 'x', displayName: 'X', incident: 'a', form: 'note' }];
    const event = { event: 'presence', id: '', data: JSON.stringify(people) };
    const message = messageOf(event, 1);
    if (!message) throw new Error('not understood');
    const model = fold(EMPTY, [message]);
    expect(model.presence).toEqual(people);
    expect(fold(model, [{ type: 'lost' }]).presence).toEqual([]);
  });

  it('02 a unit or a new case in the panel hides the case', () => {
    const desk = { ...START, incident: 'a' };
    expect(caseInView(desk)).toBe('a');
    expect(caseInView({ ...desk, unit: 'u' })).toBeNull();
    expect(caseInView({ ...desk, form: { kind: 'new' } })).toBeNull();
    expect(caseInView({ ...desk, form: { kind: 'note' } })).toBe('a');
  });
});
