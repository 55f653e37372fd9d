import type { PaperCase, PaperOpening } from '../api/contract';
import { date as dateOf, instantOf } from '../text/format';

/** A form as it is typed from paper: times are the clock on the wall, units a line each. */
export interface PaperDraft {
  readonly number: string;
  readonly writtenBy: string;
  /** The day the call came, 2026-11-22. */
  readonly day: string;
  readonly opened: string;
  readonly units: string;
  readonly contacts: string;
  readonly notes: string;
  readonly threats: string;
  readonly ended: string;
}

/** What could not be read, and where. */
export type Unreadable = {
  readonly field: 'opened' | 'position' | 'threats' | 'units' | 'contacts' | 'notes' | 'ended';
  text: string;
};

type PaperUnit = NonNullable<PaperCase['units']>[number];
type PaperContact = NonNullable<PaperCase['contacts']>[number];
type PaperNote = NonNullable<PaperCase['notes']>[number];
type PaperThreat = NonNullable<PaperOpening['threats']>[number];
type Step = keyof PaperUnit['times'];

/** The letters a crew presses, as on the movement form. */
const STEPS: Readonly<Record<string, Step>> = {
  t: 'ASSIGNED',
  u: 'ACKNOWLEDGED',
  r: 'ROLLING',
  f: 'AT_ADDRESS',
  p: 'AT_PATIENT',
  l: 'LOADED',
  d: 'AT_DESTINATION',
  s: 'HANDED_OVER',
  k: 'CLEAR',
};

const CLOCK = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/;
const STEP = /^([turfpldsk])[:.]?(\d{1,2}[:.]?\d{2})$/i;
/** Stood down: its time, and all that follows is why. */
const STOOD_DOWN = /^x[:.]?(\d{1,2}[:.]?\d{2})$/i;
const DAY_MILLISECONDS = 86_400_000;

/** Minutes past midnight of 1842, 18:42 or 18.42; null when it is no time. */
export function clockMinutes(text: string): number | null {
  const [, hours, minutes] = CLOCK.exec(text.trim()) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

/** The instant of a time by the wall; one before the call belongs to the day after it. */
function at(draft: PaperDraft, text: string): string | null {
  const opened = clockMinutes(draft.opened);
  const minutes = clockMinutes(text);
  if (opened === null || minutes === null) return null;
  const noon = Date.parse(`${draft.day}T12:00:00Z`) + (minutes < opened ? DAY_MILLISECONDS : 0);
  return Number.isNaN(noon) ? null : instantOf(dateOf(noon), minutes);
}

/** When the call came, or null when day or time cannot be read. */
export function openedAt(draft: PaperDraft): string | null {
  return at(draft, draft.opened);
}

/** When the case ended on paper; null when it did not or the time cannot be read. */
export function endedAt(draft: PaperDraft): string | null {
  return at(draft, draft.ended);
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/**
 * The rows of the movement form: `3311 t1845 r1847 f1902 l1920 k2005 >ostersund`, or with a unit
 * that was stood down `3311 t1845 x1850 not needed`. Letters are the statuses', the place after `>`
 * is the destination.
 */
export function unitsOf(
  draft: PaperDraft,
  unitId: (callSign: string) => string | undefined,
): PaperUnit[] | Unreadable {
  const rows: PaperUnit[] = [];
  for (const line of lines(draft.units)) {
    const [callSign = '', ...words] = line.split(/\s+/);
    const unit = unitId(callSign);
    if (!unit) return { field: 'units', text: callSign };
    const row = rowOf(draft, words);
    if (isUnreadable(row)) return row;
    rows.push({ unit, by: draft.writtenBy, ...row });
  }
  return rows;
}

type Row = Omit<PaperUnit, 'unit' | 'by'>;

/** What a unit did, from the words after its call sign. */
function rowOf(draft: PaperDraft, words: readonly string[]): Row | Unreadable {
  const row: Row = { times: {} };
  for (const [place, word] of words.entries()) {
    const [, letter, clock] = STEP.exec(word) ?? [];
    const step = letter === undefined ? undefined : STEPS[letter.toLowerCase()];
    const instant = clock === undefined ? null : at(draft, clock);
    const stoodDownAt = at(draft, STOOD_DOWN.exec(word)?.[1] ?? '');
    const reason = words.slice(place + 1).join(' ');
    if (step && instant) row.times[step] = instant;
    else if (stoodDownAt && reason !== '') return { ...row, stoodDownAt, reason };
    else if (word.startsWith('>') && word.length > 1) row.destination = word.slice(1).toLowerCase();
    else return { field: 'units', text: word };
  }
  return row;
}

/** A line that begins with its time: the instant and the words, or what cannot be read. */
function timed(draft: PaperDraft, line: string): { instant: string; words: string } | string {
  const [clock = '', ...words] = line.split(/\s+/);
  const instant = at(draft, clock);
  return instant ? { instant, words: words.join(' ') } : clock;
}

/**
 * Contacts, a line each: `1855 worse, breathes fast → waits on`, the decision after the arrow; a
 * lone dash for nobody answered.
 */
export function contactsOf(draft: PaperDraft): PaperContact[] | Unreadable {
  const contacts: PaperContact[] = [];
  for (const line of lines(draft.contacts)) {
    const read = timed(draft, line);
    if (typeof read === 'string') return { field: 'contacts', text: read };
    const [condition = '', decision = ''] = read.words.split(/→|->/).map((one) => one.trim());
    const answered = condition !== '' && condition !== '-' && condition !== '–';
    contacts.push({
      at: read.instant,
      by: draft.writtenBy,
      answered,
      ...(answered ? { condition } : {}),
      ...(decision ? { decision } : {}),
    });
  }
  return contacts;
}

/** Notes, a line each: `1855 door code 1234`. */
export function notesOf(draft: PaperDraft): PaperNote[] | Unreadable {
  const notes: PaperNote[] = [];
  for (const line of lines(draft.notes)) {
    const read = timed(draft, line);
    if (typeof read === 'string') return { field: 'notes', text: read };
    if (read.words === '') return { field: 'notes', text: line };
    notes.push({ at: read.instant, by: draft.writtenBy, text: read.words });
  }
  return notes;
}

/** Threats, a line each: `Police: dog in the yard`; paper says no end, so they hold for a day. */
export function threatsOf(draft: PaperDraft, openedAt: string): PaperThreat[] | Unreadable {
  const threats: PaperThreat[] = [];
  for (const line of lines(draft.threats)) {
    const [, source, wording] = /^([^:]+):\s*(.+)$/.exec(line) ?? [];
    if (source === undefined || wording === undefined) return { field: 'threats', text: line };
    const expiresAt = new Date(Date.parse(openedAt) + DAY_MILLISECONDS).toISOString();
    threats.push({ source: source.trim(), wording, observedAt: openedAt, expiresAt });
  }
  return threats;
}

/** The number of the next form: the last digits one higher, as many of them. */
export function nextNumber(number: string): string {
  return number.replace(/(\d+)(\D*)$/, (_, digits: string, desk: string) => {
    const next = String(Number(digits) + 1).padStart(digits.length, '0');
    return next + desk;
  });
}

export function isUnreadable(value: object | Unreadable): value is Unreadable {
  return 'field' in value && 'text' in value;
}
