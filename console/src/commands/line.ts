import type { Incident, Milestone, Outcome, Unit } from '../api/contract';
import { MILESTONES } from '../api/contract';
import { LETTERS } from '../fleet/letters';
import type { Key } from '../text';

/**
 * The command line's grammar: a letter, then what the command takes, with blanks between, such as
 * `t 3311 4021`. Pure: reading a line changes nothing, and the same line in the same world always
 * reads the same.
 */

/** No line anybody means is longer; a paste that is gets refused instead of read. */
export const LINE_MAX = 400;

/** Completions offered at a time: as many as one looks through at a glance. */
const COMPLETIONS_MAX = 12;

/** What may stand after a command's letter. A case that is left out is the open one. */
export type Parameter =
  | 'unit'
  | 'incident'
  | 'status'
  | 'priority'
  | 'answered'
  | 'outcome'
  | 'thing'
  | 'words'
  /** Words that may be left out. */
  | 'remark';

export type LineStatus = Milestone | 'UNAVAILABLE';

/** What a line named, by parameter; only what the command takes is there. */
export interface Values {
  unit?: Unit | undefined;
  incident?: Incident | undefined;
  status?: LineStatus | undefined;
  priority?: string | undefined;
  answered?: boolean | undefined;
  outcome?: Outcome['kind'] | undefined;
  words?: string | undefined;
}

/** One way to write a command; without a letter it is the name of a unit or a case by itself. */
export interface LineForm {
  readonly letter: string;
  readonly takes: readonly Parameter[];
}

/** What the names on a line can mean. */
export interface World {
  readonly units: Iterable<Unit>;
  readonly incidents: Iterable<Incident>;
  readonly open: Incident | null;
  readonly priorities: readonly string[];
  /** Words of the user's language for each outcome and for yes and no. */
  readonly outcomes: ReadonlyMap<string, Outcome['kind']>;
  readonly answers: ReadonlyMap<string, boolean>;
}

/** Why a line cannot be carried out as it stands; `word` is the one it stumbled on. */
export interface Fault {
  readonly key: Key;
  readonly word: string;
}

export interface Completion {
  /** The whole line with this completion taken. */
  readonly line: string;
  readonly word: string;
  readonly about: Unit | Incident | null;
}

export interface Reading<F extends LineForm> {
  readonly form: F | null;
  readonly values: Values;
  /** Null when the line can be carried out. */
  readonly fault: Fault | null;
  readonly completions: readonly Completion[];
}

/** The letters of the statuses a person may set, as they are said on the radio. */
export const STATUS_LETTERS: ReadonlyMap<string, LineStatus> = new Map<string, LineStatus>([
  ...MILESTONES.map(([milestone]): [string, LineStatus] => [letterOf(milestone), milestone]),
  [LETTERS.UNAVAILABLE, 'UNAVAILABLE'],
]);

function letterOf(milestone: Milestone): string {
  if (milestone === 'CLEAR') return LETTERS.AVAILABLE;
  return milestone === 'HANDED_OVER' ? LETTERS.HANDING_OVER : LETTERS[milestone];
}

/** Reads a line against the world. */
export function readLine<F extends LineForm>(
  line: string,
  forms: readonly F[],
  world: World,
): Reading<F> {
  const nothing = { form: null, values: {}, completions: [] };
  if (line.length > LINE_MAX) return { ...nothing, fault: { key: 'line.tooLong', word: '' } };
  const words = line.trimStart().split(/\s+/);
  const letter = words.shift() ?? '';
  if (letter === '') return { ...nothing, fault: { key: 'line.empty', word: '' } };
  const form =
    forms.find((one) => one.letter === letter) ??
    forms.find((one) => one.letter === letter.toLowerCase());
  if (form) return new Reader(line, form, words, world).read();
  const bareForm = forms.find((one) => one.letter === '');
  if (bareForm && /^[\d:-]/.test(letter))
    return new Reader(line, bareForm, [letter, ...words], world).read();
  return { ...nothing, fault: { key: 'line.unknownCommand', word: letter } };
}

class Reader<F extends LineForm> {
  private readonly values: Values = {};
  private fault: Fault | null = null;

  constructor(
    private readonly line: string,
    private readonly form: F,
    private readonly words: string[],
    private readonly world: World,
  ) {}

  read(): Reading<F> {
    const typed = this.words.at(-1) ?? '';
    let last: Parameter | null = null;
    for (const parameter of this.form.takes) {
      if (this.fault) break;
      // The word still being typed is the one that completions are about.
      if (this.words.length <= 1) last ??= parameter;
      this.take(parameter);
    }
    const extra = this.words.join(' ').trim();
    if (!this.fault && extra !== '') this.fault = { key: 'line.extra', word: extra };
    return {
      form: this.form,
      values: this.values,
      fault: this.fault,
      completions: last === null ? [] : this.completions(last, typed),
    };
  }

  private take(parameter: Parameter) {
    if (parameter === 'words' || parameter === 'remark') {
      this.values.words = this.words.splice(0).join(' ').trim();
      if (this.values.words === '' && parameter === 'words') this.fail('line.missing.words', '');
      return;
    }
    if (parameter === 'incident') {
      this.takeIncident();
      return;
    }
    const word = this.words.shift() ?? '';
    if (word === '') this.fail(`line.missing.${parameter}`, '');
    else if (!this.understand(parameter, word)) this.fail(`line.unknown.${parameter}`, word);
  }

  /** The case may be left out: then what stands here belongs to the next parameter. */
  private takeIncident() {
    const word = this.words[0] ?? '';
    const found = word === '' ? [] : incidentsNamed(word, this.world.incidents);
    if (found.length > 1) {
      this.fail('line.severalIncidents', word);
    } else if (found[0]) {
      this.words.shift();
      this.values.incident = found[0];
    } else if (this.world.open && !(word !== '' && this.isLast('incident'))) {
      this.values.incident = this.world.open;
    } else {
      // A word that is no number belongs to the next parameter: the case itself was left out.
      const named = /^\d+$|:/.test(word);
      this.fail(named ? 'line.unknown.incident' : 'line.missing.incident', named ? word : '');
    }
  }

  private isLast(parameter: Parameter) {
    return this.form.takes.at(-1) === parameter;
  }

  private understand(
    parameter: Exclude<Parameter, 'words' | 'remark' | 'incident'>,
    word: string,
  ): boolean {
    const { values, world } = this;
    const plain = word.toLowerCase();
    switch (parameter) {
      case 'unit': {
        const named = unitsNamed(word, world.units);
        if (named.length > 1) this.fail('line.severalUnits', word);
        values.unit = named[0];
        return named.length > 0;
      }
      case 'thing': {
        const units = unitsNamed(word, world.units);
        const incidents = incidentsNamed(word, world.incidents);
        if (units.length + incidents.length > 1) this.fail('line.severalThings', word);
        values.unit = units[0];
        values.incident = incidents[0];
        return units.length + incidents.length > 0;
      }
      case 'status':
        values.status = STATUS_LETTERS.get(word.toUpperCase());
        return values.status !== undefined;
      case 'priority':
        values.priority = world.priorities.find((one) => one.toLowerCase() === plain);
        return values.priority !== undefined;
      case 'answered':
        values.answered = world.answers.get(plain);
        return values.answered !== undefined;
      case 'outcome':
        values.outcome = world.outcomes.get(plain);
        return values.outcome !== undefined;
    }
  }

  private fail(key: Key, word: string) {
    this.fault ??= { key, word };
  }

  private completions(parameter: Parameter, typed: string): Completion[] {
    const plain = typed.toLowerCase();
    const before = this.line.slice(0, this.line.length - typed.length);
    return this.candidates(parameter)
      .filter(([word]) => word.toLowerCase().startsWith(plain) && word !== typed)
      .slice(0, COMPLETIONS_MAX)
      .map(([word, about]) => ({ line: `${before}${word} `, word, about }));
  }

  private candidates(parameter: Parameter): [string, Unit | Incident | null][] {
    const { world } = this;
    const bare = (words: Iterable<string>): [string, null][] =>
      [...words].map((word) => [word, null]);
    switch (parameter) {
      case 'unit':
        return named(world.units, (one) => one.callSign);
      case 'incident':
        return named(world.incidents, (one) => caseNumber(one.id));
      case 'thing':
        return [...this.candidates('unit'), ...this.candidates('incident')];
      case 'status':
        return bare(STATUS_LETTERS.keys());
      case 'priority':
        return bare(world.priorities);
      case 'answered':
        return bare(world.answers.keys());
      case 'outcome':
        return bare(world.outcomes.keys());
      case 'words':
      case 'remark':
        return [];
    }
  }
}

/**
 * Units of exactly that call sign or id. Never a part of one: 331 must not send 3311, however few
 * units there are.
 */
function unitsNamed(word: string, units: Iterable<Unit>): Unit[] {
  return [...units].filter((unit) => unit.callSign === word || unit.id === word);
}

/** Cases of that number, leading zeros or not, or of that whole identity. */
export function incidentsNamed(word: string, incidents: Iterable<Incident>): Incident[] {
  // People say the sort of case before its number, as in A-4021.
  const number = bare(word.replace(/^\p{L}-/u, ''));
  return [...incidents].filter((one) => one.id === word || caseNumber(one.id) === number);
}

/** Each by the shortest name that means it alone: its number, or its id where two share one. */
function named<T extends Unit | Incident>(
  things: Iterable<T>,
  number: (thing: T) => string,
): [string, T][] {
  const all = [...things];
  const count = new Map<string, number>();
  for (const one of all) count.set(number(one), (count.get(number(one)) ?? 0) + 1);
  return all.map((one) => [count.get(number(one)) === 1 ? number(one) : one.id, one]);
}

/** The last part of `centre:folder:case` without leading zeros, as it is said on the radio. */
export function caseNumber(id: string): string {
  return bare(id.slice(id.lastIndexOf(':') + 1));
}

function bare(number: string): string {
  return number.replace(/^0+(?=.)/, '');
}
