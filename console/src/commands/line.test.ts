import { describe, expect, it } from 'vitest';
import { incident, unit } from '../model/samples';
import { LINE_MAX, readLine, STATUS_LETTERS, type LineForm, type World } from './line';

const ASSIGN: LineForm = { letter: 't', takes: ['unit', 'incident'] };
const REDIRECT: LineForm = { letter: 'b', takes: ['unit', 'incident', 'words'] };
const STATUS: LineForm = { letter: 's', takes: ['unit', 'status'] };
const PRIORITY: LineForm = { letter: 'o', takes: ['incident', 'priority', 'words'] };
const CONTACT: LineForm = { letter: 'k', takes: ['incident', 'answered', 'words'] };
const NOTE: LineForm = { letter: 'a', takes: ['incident', 'words'] };
const SHOW: LineForm = { letter: '', takes: ['thing'] };
const FORMS = [ASSIGN, REDIRECT, STATUS, PRIORITY, CONTACT, NOTE, SHOW];

const BUSY = unit('23-3311');
const NEAR = unit('23-3312');
const CASE = incident('sos:2026-11-22:004021');
const OTHER = incident('sos:2026-11-22:000007');

function world(over: Partial<World> = {}): World {
  return {
    units: [BUSY, NEAR],
    incidents: [CASE, OTHER],
    open: null,
    priorities: ['1A', '2A', '3'],
    outcomes: new Map([['körd', 'CONVEYED' as const]]),
    answers: new Map([
      ['ja', true],
      ['nej', false],
    ]),
    ...over,
  };
}

const read = (line: string, over: Partial<World> = {}) => readLine(line, FORMS, world(over));

describe('01 a whole line', () => {
  it('01 names a unit and a case', () => {
    const reading = read('t 3311 4021');
    expect(reading.fault).toBeNull();
    expect(reading.form).toBe(ASSIGN);
    expect(reading.values).toMatchObject({ unit: BUSY, incident: CASE });
  });

  it('02 leading zeros, capitals, more blanks and whole identities mean the same', () => {
    for (const line of ['T 3311 004021', ' t  3311   4021 ', 't 23-3311 sos:2026-11-22:004021'])
      expect(read(line).values, line).toMatchObject({ unit: BUSY, incident: CASE });
  });

  it('03 a case left out is the open one, and the words after it stay words', () => {
    expect(read('t 3311', { open: OTHER }).values.incident).toBe(OTHER);
    const note = read('a ring porten först', { open: OTHER });
    expect(note.values).toEqual({ incident: OTHER, words: 'ring porten först' });
    expect(read('o 2a smärtan minskar', { open: OTHER }).values).toEqual({
      incident: OTHER,
      priority: '2A',
      words: 'smärtan minskar',
    });
  });

  it('04 every status letter of the radio can be set', () => {
    for (const [letter, status] of STATUS_LETTERS)
      expect(read(`s 3311 ${letter.toLowerCase()}`).values.status).toBe(status);
  });

  it('05 a number by itself is a unit or a case to look at', () => {
    expect(read('3311').values.unit).toBe(BUSY);
    expect(read('4021').values.incident).toBe(CASE);
  });
});

describe('02 a line that cannot be carried out says where it stumbles', () => {
  const faults: [string, string, string][] = [
    ['', 'line.empty', ''],
    ['x 3311', 'line.unknownCommand', 'x'],
    ['t', 'line.missing.unit', ''],
    ['t 9999', 'line.unknown.unit', '9999'],
    ['t 331', 'line.unknown.unit', '331'],
    ['t 3311', 'line.missing.incident', ''],
    ['t 3311 99', 'line.unknown.incident', '99'],
    ['t 3311 4021 nu', 'line.extra', 'nu'],
    ['s 3311', 'line.missing.status', ''],
    ['s 3311 Q', 'line.unknown.status', 'Q'],
    ['o 4021', 'line.missing.priority', ''],
    ['o 4021 9Z för', 'line.unknown.priority', '9Z'],
    ['o 4021 2A', 'line.missing.words', ''],
    ['k 4021 kanske mår bra', 'line.unknown.answered', 'kanske'],
    ['12', 'line.unknown.thing', '12'],
  ];
  it.each(faults)('%j: %s', (line, key, word) => {
    expect(read(line).fault).toEqual({ key, word });
  });

  it('an unknown case number is never taken for the open case', () => {
    expect(read('t 3311 99', { open: OTHER }).fault?.key).toBe('line.unknown.incident');
  });

  it('one call sign on two units asks for the whole name, and offers it', () => {
    const twin = unit('14-3311');
    const over = { units: [BUSY, twin] };
    expect(read('t 3311 4021', over).fault).toEqual({ key: 'line.severalUnits', word: '3311' });
    expect(read('t 14-3311 4021', over).values.unit).toBe(twin);
    expect(read('t ', over).completions.map((one) => one.word)).toEqual(['23-3311', '14-3311']);
  });

  it('one number on two cases asks too', () => {
    const twin = incident('1177:2026-11-22:4021');
    const reading = read('t 3311 4021', { incidents: [CASE, twin] });
    expect(reading.fault).toEqual({ key: 'line.severalIncidents', word: '4021' });
  });

  it('a unit and a case of the same number are never guessed between', () => {
    const same = incident('sos:2026-11-22:003311');
    expect(read('3311', { incidents: [same] }).fault?.key).toBe('line.severalThings');
  });

  it('a paste of ten thousand characters is refused unread', () => {
    expect(read('a '.padEnd(10_000, 'x')).fault?.key).toBe('line.tooLong');
    expect(read('a '.padEnd(LINE_MAX, 'x'), { open: CASE }).fault).toBeNull();
  });
});

describe('03 completion', () => {
  const words = (line: string, over: Partial<World> = {}) =>
    read(line, over).completions.map((one) => one.word);

  it('01 of what is being typed, and only of that', () => {
    expect(words('t 33')).toEqual(['3311', '3312']);
    expect(words('t 3311 ')).toEqual(['4021', '7']);
    expect(words('t 3311 4')).toEqual(['4021']);
    expect(words('s 3311 ')).toEqual([...STATUS_LETTERS.keys()]);
    expect(words('o 4021 ')).toEqual(['1A', '2A', '3']);
  });

  it('02 taken, the line goes on after it', () => {
    expect(read('t 331').completions[0]?.line).toBe('t 3311 ');
    expect(read('t 3311 4').completions[0]?.line).toBe('t 3311 4021 ');
  });

  it('03 at most a dozen, however many units there are', () => {
    const units = Array.from({ length: 5_000 }, (_, i) => unit(`23-${1000 + i}`));
    expect(words('t ', { units })).toHaveLength(12);
  });
});
