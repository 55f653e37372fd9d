import type { Alarm, Tone } from '../api/contract';
import { milliseconds } from '../model/time';

/**
 * Alarms as rows a person can take in. The list is bounded by grouping, never by dropping: every
 * alarm is in exactly one row, and a row that holds several opens.
 */
export interface AlarmRow {
  readonly key: string;
  readonly tone: Tone;
  /** Null when alarms of several kinds have been put together. */
  readonly kind: Alarm['kind'] | null;
  /** Where they all are, or empty. */
  readonly place: string;
  /** At least one; those nobody has seen first, then the oldest. */
  readonly alarms: readonly Alarm[];
}

/** The gravest first. */
export const TONES: readonly Tone[] = ['GRAVE', 'ACT', 'INFORM'];
/** Rows at most; three tones could each have one of their own. */
export const ROWS_MAX = 4;
/** So many of a kind at one place, one within this time of the next, are one event to a person. */
export const FLOOD_MIN = 3;
const FLOOD_MILLISECONDS = 10 * 60_000;

type Level = 'PLACE' | 'KIND' | 'TONE';
const LEVELS: readonly Level[] = ['PLACE', 'KIND', 'TONE'];

/**
 * The rows of alarms, `placeOf` naming where one is (a municipality) or nothing. What is least
 * grave is put together first, and only as far as it must be.
 */
export function rowsOf(
  alarms: readonly Alarm[],
  placeOf: (alarm: Alarm) => string,
  max: number = ROWS_MAX,
): AlarmRow[] {
  const byTone = new Map(TONES.map((tone) => [tone, alarms.filter((one) => one.tone === tone)]));
  const rows = new Map(
    TONES.map((tone) => [tone, grouped(tone, byTone.get(tone) ?? [], 'PLACE', placeOf)]),
  );
  const all = () => TONES.flatMap((tone) => rows.get(tone) ?? []);
  for (const level of LEVELS)
    for (const tone of [...TONES].reverse()) {
      if (all().length <= max) return all();
      rows.set(tone, grouped(tone, byTone.get(tone) ?? [], level, placeOf));
    }
  return all();
}

function grouped(
  tone: Tone,
  alarms: readonly Alarm[],
  level: Level,
  placeOf: (alarm: Alarm) => string,
): AlarmRow[] {
  if (alarms.length === 0) return [];
  if (level === 'TONE') return [row(tone, alarms, placeOf)];
  const kinds = split(alarms, (one) => one.kind);
  if (level === 'KIND') return kinds.map((list) => row(tone, list, placeOf)).sort(byUrgency);
  const rows = kinds
    .flatMap((list) => split(list, placeOf))
    .flatMap((list) => floods(list))
    .flatMap((list) => (list.length < FLOOD_MIN ? list.map((one) => [one]) : [list]))
    .map((list) => row(tone, list, placeOf));
  return rows.sort(byUrgency);
}

function split(alarms: readonly Alarm[], by: (alarm: Alarm) => string): Alarm[][] {
  const parts = new Map<string, Alarm[]>();
  for (const one of alarms) {
    const name = by(one);
    const part = parts.get(name);
    if (part) part.push(one);
    else parts.set(name, [one]);
  }
  return [...parts.values()];
}

/** Alarms that came close upon each other; a long pause begins another flood. */
function floods(alarms: readonly Alarm[]): Alarm[][] {
  const parts: Alarm[][] = [];
  let before = -Infinity;
  for (const one of [...alarms].sort((a, b) => raised(a) - raised(b))) {
    if (raised(one) - before > FLOOD_MILLISECONDS) parts.push([]);
    parts.at(-1)?.push(one);
    before = raised(one);
  }
  return parts;
}

function row(tone: Tone, alarms: readonly Alarm[], placeOf: (alarm: Alarm) => string): AlarmRow {
  const sorted = [...alarms].sort(unseenFirst);
  const kinds = new Set(sorted.map((one) => one.kind));
  const places = new Set(sorted.map(placeOf));
  const [place = ''] = places.size === 1 ? places : [];
  // By its oldest alarm, which stays in the row however many join it.
  const oldest = [...sorted].sort((a, b) => raised(a) - raised(b) || (a.id < b.id ? -1 : 1))[0];
  const key = `${tone} ${oldest?.id ?? ''} ${sorted.length > 1 ? 'flood' : ''}`;
  return {
    key,
    tone,
    kind: kinds.size === 1 ? (sorted[0]?.kind ?? null) : null,
    place,
    alarms: sorted,
  };
}

function byUrgency(a: AlarmRow, b: AlarmRow): number {
  const [first, second] = [a.alarms[0], b.alarms[0]];
  return first && second ? unseenFirst(first, second) : 0;
}

/** The gravest tone first, in it those nobody has seen, then the oldest. */
export function byGravity(a: Alarm, b: Alarm): number {
  return TONES.indexOf(a.tone) - TONES.indexOf(b.tone) || unseenFirst(a, b);
}

function unseenFirst(a: Alarm, b: Alarm): number {
  return (
    Number(Boolean(a.acknowledgedAt)) - Number(Boolean(b.acknowledgedAt)) ||
    raised(a) - raised(b) ||
    (a.id < b.id ? -1 : 1)
  );
}

function raised(alarm: Alarm): number {
  return milliseconds(alarm.raisedAt);
}
