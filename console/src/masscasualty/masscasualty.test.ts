import { describe, expect, it } from 'vitest';
import { incident } from '../model/samples';
import type { Client } from '../api/client';
import { Problem } from '../api/client';
import type { RegionPack } from '../api/contract';
import { followKey } from './acts';
import { momentOf, NOTHING_SAID, reportOf } from './CapacityFields';
import { columnsOf, countsOf, leftText, tagsOf } from './counts';
import {
  UNKNOWN,
  type Casualty,
  type Category,
  type HospitalRoom,
  type SieveTree,
  type SortScore,
} from './contract';
import { typeOf } from './declare';
import { majorReducer, MAJOR_START } from './desk';
import { factsBetween } from './facts';
import { withSieved } from './kept';
import * as sieve from './sieve';
import { changed } from './useMajor';
import { byNeed, sameTagText } from './words';

const yesNo = (next: string | undefined, yes: Category | undefined, no: Category) => [
  {
    code: 'yes',
    label: 'Ja',
    labelEn: 'Yes',
    ...(next ? { next } : {}),
    ...(yes ? { category: yes } : {}),
  },
  { code: 'no', label: 'Nej', labelEn: 'No', category: no },
];
const TREE: SieveTree = {
  code: 'START',
  name: 'START',
  version: '1996',
  source: 'x',
  questions: [
    {
      code: 'breathes',
      finding: 'breathes',
      label: 'Andas?',
      labelEn: 'Breathing?',
      answers: yesNo('obeys', undefined, 'DEAD'),
    },
    {
      code: 'obeys',
      finding: 'consciousness',
      label: 'Följer uppmaning?',
      labelEn: 'Follows a command?',
      answers: yesNo(undefined, 'DELAYED', 'IMMEDIATE'),
    },
  ],
};

describe('01 sieve', () => {
  const [first, second] = TREE.questions;
  const give = (walk: sieve.Walk, code: string) => {
    const given = walk.question?.answers.find((one) => one.code === code);
    return given ? sieve.answer(TREE, walk, given) : walk;
  };

  it('01 a question at a time, back, and what was found by finding', () => {
    let walk = sieve.startOf(TREE);
    expect(walk.question).toBe(first);
    walk = give(walk, 'yes');
    expect(walk.question).toBe(second);
    expect(sieve.stepBack(walk).question).toBe(first);
    walk = give(walk, 'no');
    expect([walk.question, walk.category]).toEqual([null, 'IMMEDIATE']);
    expect(sieve.foundOf(walk)).toEqual([
      { finding: 'breathes', value: 'yes' },
      { finding: 'consciousness', value: 'no' },
    ]);
    expect(give(walk, 'yes')).toBe(walk);
    expect(sieve.stepBack(walk)).toMatchObject({ question: second, category: null });
  });

  it('02 a tree says whom it is for, whatever it is called', () => {
    const child: SieveTree = { ...TREE, code: 'BARN-ÄR-MED', people: 'CHILDREN' };
    const adult: SieveTree = { ...TREE, code: 'JUMPING', people: 'ADULTS' };
    const all: SieveTree = { ...TREE, code: 'SALT', people: 'ANYBODY' };
    const of = (...trees: SieveTree[]) => ({ categories: [], builtIn: [], trees, scores: [] });
    expect(sieve.treeFor(of(all, adult, child), true)).toBe(child);
    expect(sieve.treeFor(of(all, child, adult), false)).toBe(adult);
    expect(sieve.treeFor(of(adult, all), true)).toBe(all);
    expect(sieve.treeFor(of(adult), true)).toBe(adult);
  });

  it('03 the next card keeps its letters and its length', () => {
    expect(sieve.nextTag('0007')).toBe('0008');
    expect(sieve.nextTag('A-99')).toBe('A-100');
    expect(sieve.nextTag('99999999999999999999')).toBe('100000000000000000000');
    expect(sieve.nextTag('KORT')).toBe('');
    expect(sieve.nextTag('0007.2')).toBe('0008');
    expect(sieve.tagOf(' ab-1\n')).toBe('AB-1');
    expect(sieve.isTag('Å1')).toBe(false);
  });

  it('04 the sum stands only when every sign has a number it can have', () => {
    const part = (from: number, to: number, points: number) => ({ range: { from, to }, points });
    const score: SortScore = {
      ...TREE,
      signs: [
        { finding: 'a', label: '', labelEn: '', parts: [part(0, 9, 0), part(10, 20, 4)] },
        { finding: 'b', label: '', labelEn: '', parts: [part(0, 9, 1)] },
      ],
      bands: [
        { sums: { from: 0, to: 4 }, category: 'IMMEDIATE' },
        { sums: { from: 5, to: 5 }, category: 'MINIMAL' },
      ],
    };
    expect(sieve.sortOf(score, { a: 12 })).toBeNull();
    expect(sieve.sortOf(score, { a: 12, b: 10 })).toBeNull();
    expect(sieve.sortOf(score, { a: 12, b: 3 })).toEqual({ points: 5, category: 'MINIMAL' });
    expect(sieve.sortOf(score, { a: 0, b: 3 })).toEqual({ points: 1, category: 'IMMEDIATE' });
  });

  it('05 what is written on a colour is read: dark on yellow, light on red and green', () => {
    expect(sieve.inkOn('#f9a825')).toBe('#000000');
    for (const dark of ['#c62828', '#2e7d32', '#212121']) expect(sieve.inkOn(dark)).toBe('#ffffff');
  });

  it('06 sieved again, a tag stands once and first', () => {
    const one = (person: string, tag: string, category: Category | null) => ({
      person,
      tag,
      child: false,
      category,
    });
    const list = withSieved([one('a', '1', 'DELAYED')], one('b', '2', null));
    const again = withSieved(list, one('a', '1', 'IMMEDIATE'));
    expect(again).toEqual([one('a', '1', 'IMMEDIATE'), one('b', '2', null)]);
    expect(withSieved(again, one('c', '1', 'MINIMAL')).length).toBe(3);
  });

  it('07 what comes as fast as from a reader of bar codes and ends with Enter is a tag', () => {
    const read = (keys: string[], each: number) => {
      let state = sieve.NOTHING_READ;
      let tag = '';
      keys.forEach((key, at) => {
        [state, tag] = sieve.readKey(state, key, 1_000 + at * each);
      });
      return tag;
    };
    expect(read(['a', '-', '0', '7', 'Enter'], 10)).toBe('A-07');
    expect(read(['a', '-', '0', '7', 'Enter'], 200)).toBe('');
    expect(read(['0', '7', 'Enter'], 10)).toBe('');
    expect(read(['Å', '0', '7', '1', 'Enter'], 10)).toBe('');
    expect(read(['0', 'Shift', '0', '7', 'Enter'], 20)).toBe('007');
  });

  it('08 only what is changed in a form is told, each thing by itself', () => {
    const before = { ...UNKNOWN, needs: ['BURN' as const], family: 'LIND' };
    expect(factsBetween(before, before)).toEqual([]);
    const after = { ...before, needs: ['THORAX' as const], decontamination: 'DONE' as const };
    expect(factsBetween(before, { ...after, family: 'lind ' })).toEqual([
      { kind: 'NO_NEED', value: 'BURN' },
      { kind: 'NEED', value: 'THORAX' },
      { kind: 'DECONTAMINATION', value: 'DONE' },
    ]);
  });

  it('09 changes replace what was known, and who goes elsewhere leaves a hospital', () => {
    const known = [casualty('1', 'DELAYED', to('h')), casualty('2', 'DELAYED', to('h'))];
    const changes = [casualty('2', 'DELAYED', to('x')), casualty('3', 'MINIMAL', to('h'))];
    expect(changed(known, [], 'h')).toBe(known);
    expect(changed(known, changes, 'h').map((one) => one.id)).toEqual(['m:1', 'm:3']);
    expect(changed(known, changes, undefined).length).toBe(3);
  });

  it('10 found by either tag, and a card given out twice is said in words', () => {
    const merged = { tag: 'm:9', with: ['m:8'], at: ALARM, by: 'a' };
    const one = casualty('1', 'DELAYED', { merged: [merged], sameTag: ['m:9', 'm:1.2'] });
    expect(tagsOf(one)).toEqual(['1', '9', '8']);
    expect(sameTagText(one)).toContain('1.2');
    expect(sameTagText(one)).not.toContain('9');
  });
});

const ALARM = '2026-11-22T12:00:00Z';
const at = (minutes: number) => new Date(Date.parse(ALARM) + minutes * 60_000).toISOString();

function casualty(tag: string, category: Category | null, over: Partial<Casualty> = {}): Casualty {
  const verdict = { step: 'SIEVE' as const, scheme: 'START', version: '1', found: [], points: 0 };
  return {
    id: `m:${tag}`,
    region: 'test',
    history: category
      ? [
          {
            tag: `m:${tag}`,
            at: ALARM,
            toldAt: ALARM,
            by: 'a',
            verdict: { ...verdict, category, text: '' },
          },
        ]
      : [],
    stated: [],
    identities: [],
    ...(category ? { category } : {}),
    about: { place: '', child: false, needs: [], decontamination: 'NOT_NEEDED', family: '' },
    stage: 'AT_SCENE',
    times: { registeredAt: ALARM },
    vehicle: '',
    facility: '',
    ward: '',
    merged: [],
    sameTag: [],
    version: 1,
    ...over,
  };
}

const to = (facility: string, minutes = 5) => ({
  destination: { facility, proposed: '', reason: '', by: 'a', at: at(minutes) },
});

describe('02 counts', () => {
  it('01 a person once, in one step, and the usual categories also when empty', () => {
    const counts = countsOf([
      casualty('1', 'IMMEDIATE'),
      casualty('2', 'IMMEDIATE', to('h')),
      casualty('3', 'IMMEDIATE', { ...to('h'), stage: 'DEPARTED' }),
      casualty('4', 'MINIMAL', { stage: 'SETTLED' }),
      casualty('5', 'IMMEDIATE', { mergedInto: 'm:1' }),
      casualty('6', null),
    ]);
    expect(counts.map((one) => [one.category, one.all])).toEqual([
      ['IMMEDIATE', 3],
      ['DELAYED', 0],
      ['MINIMAL', 1],
      [null, 1],
    ]);
    expect(counts[0]).toMatchObject({ scene: 1, decided: 1, onTheWay: 1, there: 0 });
  });

  it('02 what nobody has said is a dash, and a category nobody has needs no column', () => {
    expect([leftText({ category: 'DELAYED', given: 0 }), leftText(undefined)]).toEqual(['–', '–']);
    expect(leftText({ category: 'DELAYED', given: 0, left: 0 })).toBe('0');
    const room = (category: Category, given: number) => ({ category, given });
    const hospital = (given: number): HospitalRoom => ({
      facility: 'h',
      documented: false,
      rooms: [room('IMMEDIATE', 0), room('EXPECTANT', given)],
      decided: 0,
      onTheWay: 0,
      there: 0,
    });
    expect(columnsOf([hospital(0)])).toEqual(['IMMEDIATE', 'DELAYED', 'MINIMAL']);
    expect(columnsOf([hospital(1)])).toEqual(['IMMEDIATE', 'DELAYED', 'MINIMAL', 'EXPECTANT']);
  });

  it('03 a report begins empty, and says only what is written, at the time it was so', () => {
    const noon = new Date(2026, 10, 22, 12, 0).getTime();
    expect(reportOf('h', NOTHING_SAID, noon)).toEqual({
      facility: 'h',
      at: new Date(noon).toISOString(),
      closed: false,
      basis: 'FROM_NOW',
      takes: {},
      specialties: {},
      text: '',
    });
    const said = reportOf('h', { ...NOTHING_SAID, takes: { DELAYED: '4', MINIMAL: ' ' } }, noon);
    expect(said.takes).toEqual({ DELAYED: 4 });
    expect(momentOf('11:45', noon)).toBe(noon - 15 * 60_000);
    expect(momentOf('1300', noon)).toBe(noon - 23 * 3_600_000);
    expect(momentOf('nyss', noon)).toBe(noon);
  });

  it('04 those who wait stand first, the gravest of them on top', () => {
    const sorted = [
      casualty('10', 'MINIMAL'),
      casualty('9', 'IMMEDIATE', to('h')),
      casualty('2', 'IMMEDIATE'),
      casualty('11', 'IMMEDIATE'),
    ].sort(byNeed);
    expect(sorted.map((one) => one.id)).toEqual(['m:2', 'm:11', 'm:10', 'm:9']);
  });
});

describe('03 what is open', () => {
  it('01 marks toggle together, and a form never moves to another casualty', () => {
    const all = majorReducer(MAJOR_START, { type: 'mark', ids: ['1', '2'] });
    expect([...all.marked]).toEqual(['1', '2']);
    expect(majorReducer(all, { type: 'mark', ids: ['1', '2'] }).marked.size).toBe(0);
    const form = majorReducer(MAJOR_START, { type: 'form', form: 'send' });
    expect(majorReducer(form, { type: 'casualty', id: '2' }).form).toBeNull();
    const wave = majorReducer(all, { type: 'form', form: 'send' });
    expect(majorReducer(wave, { type: 'casualty', id: '2' }).form).toBe('send');
  });

  it('02 the words of the call tell what sort of event it is', () => {
    const said = (description: string) => typeOf(incident('a', { description }));
    expect(said('Buss i diket, många skadade')).toBe('BUS_CRASH');
    expect(said('Skottlossning i centrum')).toBe('LETHAL_VIOLENCE');
    expect(said('Klorutsläpp vid badhuset')).toBe('CBRN');
    expect(said('Husras på Storgatan')).toBe('BUILDING_COLLAPSE');
    expect(said('Luktar gas i trapphuset')).toBe('CBRN');
    for (const other of ['Andnöd', 'Krasch mellan två bilar', 'Magasinet', 'Frasse har ont'])
      expect(said(other), other).toBe('OTHER');
  });
});

describe('04 a wave by the key', () => {
  it('01 who cannot be sent stops nobody else, and is told of with why', async () => {
    const room: Record<string, number> = { a: 2 };
    const asked: string[] = [];
    const tagOf = (path: string) => /casualties\/(\w+)/.exec(path)?.[1] ?? '';
    const client = {
      read: (_: string, path: string) =>
        tagOf(path) === '2'
          ? Promise.reject(new Problem(409, { detail: 'Ej sållad.' }))
          : Promise.resolve({
              why: (room['a'] ?? 0) > 0 ? 'SHARE' : 'NOBODY',
              ...((room['a'] ?? 0) > 0 ? { facility: 'a' } : {}),
              unknown: false,
              values: { percent: '100', drawn: '0', total: '0', left: '1' },
              passed: [],
            }),
      post: (_: string, path: string) => {
        asked.push(tagOf(path));
        // Another took the place of the first one's first try.
        if (asked.length === 1) return Promise.reject(new Problem(409, { detail: 'Fullt.' }));
        room['a'] = (room['a'] ?? 0) - 1;
        return Promise.resolve({ id: 'x', seq: 1 });
      },
    } as unknown as Client;
    const wave = ['1', '2', '3', '4'].map((tag) => casualty(tag, 'IMMEDIATE'));
    const told: [string, boolean][] = [];
    const region = { code: 'test', destinations: [] } as unknown as RegionPack;
    await followKey(client, region, wave, (text, wrong) => told.push([text, wrong]));
    expect(asked).toEqual(['1', '1', '3']);
    expect(told).toHaveLength(1);
    expect(told[0]?.[1]).toBe(true);
    for (const part of ['2 drabbade', '2: Ej sållad.', '4: Alla i nyckeln'])
      expect(told[0]?.[0]).toContain(part);
  });
});
