import type { RulesTrial, RuleTable } from '../../api/contract';
import { t, tCode } from '../../text';
import { date } from '../../text/format';

export type Rule = RuleTable['rules'][number];
export type Condition = Rule['when'];
export type Part = keyof Condition;
export type Value = readonly string[] | boolean | number;

/** The parts of a condition whose value is a list, each with what it may hold. */
export const LISTS = {
  posture: ['SITS', 'WHEELCHAIR', 'LIES'],
  care: ['NONE', 'LIGHT', 'SKILLED', 'INTENSIVE'],
  infection: ['NONE', 'CONTACT', 'DROPLET', 'AIRBORNE'],
  escort: ['NONE', 'NURSE', 'DOCTOR'],
  urgency: ['IMMEDIATE', 'HOURS', 'DAYS', 'PLANNED'],
} as const;

/** Those that are so or not. */
const FLAGS = [
  'outside',
  'home',
  'stairs',
  'ventilator',
  'incubator',
  'alone',
  'aggression',
] as const;

/** Those that are a least or most value. */
const NUMBERS = [
  'oxygenMax',
  'companionsMax',
  'weightKgMin',
  'weightKgMax',
  'roadMinutesMin',
  'roadMinutesMax',
] as const;

export const PARTS: readonly Part[] = [
  ...(Object.keys(LISTS) as (keyof typeof LISTS)[]),
  ...FLAGS,
  ...NUMBERS,
];

export const MODES = [
  'TAXI',
  'WHEELCHAIR_TAXI',
  'LYING_TRANSPORT',
  'LIGHT_CARE_AMBULANCE',
  'TRANSPORT_AMBULANCE',
  'AMBULANCE',
  'DOCTOR_AMBULANCE',
  'HELICOPTER',
  'AEROPLANE',
  'BOAT',
] as const;

/** What a list part may hold, or null for another kind of part. */
export function choicesOf(part: Part): readonly string[] | null {
  return (LISTS as Partial<Record<Part, readonly string[]>>)[part] ?? null;
}

/** The value a part begins with when it is added. */
export function firstOf(part: Part): Value {
  const choices = choicesOf(part);
  if (choices) return [choices[0] ?? ''];
  return (FLAGS as readonly Part[]).includes(part) ? true : 0;
}

/** The condition with one part another; without the part when there is no value. */
export function withPart(when: Condition, part: Part, value: Value | undefined): Condition {
  const rest = Object.entries(when).filter(([name]) => name !== part);
  const all = value === undefined ? rest : [...rest, [part, value] as const];
  return Object.fromEntries(all);
}

/** The rules with one moved a step up, or down. */
export function moved(rules: readonly Rule[], at: number, by: -1 | 1): Rule[] {
  const next = [...rules];
  const [one] = next.splice(at, 1);
  if (one) next.splice(at + by, 0, one);
  return next;
}

/** A rule that nobody has filled in, with a name of its own. */
export function newRule(rules: readonly Rule[]): Rule {
  const taken = new Set(rules.map((one) => one.id));
  let n = 1;
  while (taken.has(`ny-${String(n)}`)) n++;
  return { id: `ny-${String(n)}`, when: {}, mode: 'TAXI', why: t('rules.new'), whyEn: 'New rule' };
}

/** As many minutes no road takes: a rule that asks for them means that none leads there. */
const NO_ROAD_MINUTES = 100_000;

/** A condition in words, as the rule reads. */
export function conditionText(when: Condition): string {
  const said = PARTS.filter((part) => when[part] !== undefined).map((part) => {
    const value = when[part];
    const name = tCode('rulePart', part);
    if (typeof value === 'boolean') return value ? name : t('rules.not', { name });
    if (part === 'roadMinutesMin' && Number(value) >= NO_ROAD_MINUTES) return t('rules.noRoad');
    if (typeof value === 'number') return `${name} ${String(value)}`;
    return (value ?? []).map((one) => tCode(part, one).toLowerCase()).join(` ${t('rules.or')} `);
  });
  return said.length === 0 ? t('rules.always') : said.join(', ');
}

/** What the trial found as one table for a spreadsheet: RFC 4180, semicolons as in Sweden. */
export function csvOf(trial: RulesTrial): string {
  const head = ['order', 'ready', 'from', 'to', 'was', 'would', 'rule', 'kronor', 'flight', 'away'];
  const rows = trial.turns.map((one) => [
    one.id,
    date(one.readyAt),
    placeText(one.from),
    placeText(one.to),
    tCode('mode', one.was),
    tCode('mode', one.would),
    one.rule,
    one.saving.kronor,
    one.saving.flightMinutes,
    one.saving.awayMinutes,
  ]);
  const lines = [head.map((name) => tCode('rulesCsv', name)), ...rows];
  return lines.map((line) => line.map(quoted).join(';') + '\r\n').join('');
}

export function placeText(place: RulesTrial['turns'][number]['from']): string {
  return place.facility === '' ? t('transport.HOME') : `${place.department}, ${place.facility}`;
}

/** A text that begins as a formula is none: a spreadsheet would reckon it. */
function quoted(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
