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

describe('01 marks', () => {
  it('01 only what another changed, of a case this person has looked at', () => {
    const marks = new Marks('me', 'key', storage());
    marks.turnTo('a');
    marks.turnTo(null);
    marks.take([by('me', 1), by('other', 2, 'b'), by('dirigent', 3), by('other', 4)]);
    expect(
      marks
        .get()
        .get('a')
        ?.map((one) => one.seq),
    ).toEqual([4]);
    expect(marks.get().has('b')).toBe(false);
  });

  it('02 a crew passing a milestone is no change of the case', () => {
    const marks = new Marks('me', 'key', storage());
    marks.turnTo('a');
    marks.take([by('other', 1, 'a', 'MilestonePassed')]);
    expect(marks.get().has('a')).toBe(false);
  });

  it('03 stays while the case is read, is seen when it is left', () => {
    const marks = new Marks('me', 'key', storage());
    marks.turnTo('a');
    marks.turnTo('b');
    marks.take([by('other', 1)]);
    marks.turnTo('a');
    expect(marks.get().get('a')).toHaveLength(1);
    marks.turnTo('b');
    expect(marks.get().has('a')).toBe(false);
  });

  it('04 a reload does not make it seen, nor twice', () => {
    const kept = storage();
    const before = new Marks('me', 'key', kept);
    before.turnTo('a');
    before.turnTo(null);
    before.take([by('other', 1)]);
    const after = new Marks('me', 'key', kept);
    expect(after.get().get('a')).toHaveLength(1);
    after.take([by('other', 2)]);
    after.take([by('other', 2)]);
    expect(after.get().get('a')).toHaveLength(2);
  });

  it('05 however much is changed, so much is kept', () => {
    const marks = new Marks('me', 'key', storage());
    marks.turnTo('a');
    for (let seq = 1; seq <= 100; seq++) marks.take([by('other', seq)]);
    expect(marks.get().get('a')).toHaveLength(20);
    expect(marks.get().get('a')?.at(-1)?.seq).toBe(100);
  });

  it('06 what an older page kept does not stop this one', () => {
    const kept = storage();
    kept.setItem('key', 'nonsense');
    expect(new Marks('me', 'key', kept).get().size).toBe(0);
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
