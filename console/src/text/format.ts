import { milliseconds, secondsBetween } from '../model/time';
import { language } from './index';

const MINUS = '\u2212';
const NO_BREAK_SPACE = '\u00a0';

let zone = 'Europe/Stockholm';
const formats = new Map<string, Intl.DateTimeFormat>();

/** All times are shown in the region's zone, whatever the browser's own is. */
export function setTimeZone(next: string) {
  zone = next;
}

/** A time that cannot be read is shown as a dash: one bad field must not take the desk down. */
const UNREADABLE = '–';

function show(instant: string | number, options: Intl.DateTimeFormatOptions): string {
  const at = milliseconds(instant);
  return Number.isNaN(at) ? UNREADABLE : format(options).format(at);
}

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = zone + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat('sv-SE', { ...options, timeZone: zone });
    formats.set(key, found);
  }
  return found;
}

/** The name of a month from 0, in the page's language. */
export function monthName(month: number): string {
  const locale = language() === 'sv' ? 'sv-SE' : 'en-GB';
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return format.format(Date.UTC(2027, month, 15));
}

/** 14:07 */
export function clockTime(instant: string | number): string {
  return show(instant, { hour: '2-digit', minute: '2-digit' });
}

/** 14:07:31 */
export function clockSeconds(instant: string | number): string {
  const options = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  return show(instant, options);
}

/** 14:07 the same day as `now`, else 22 nov. 14:07 */
export function when(instant: string | number, now: number): string {
  if (date(instant) === date(now)) return clockTime(instant);
  const day = show(instant, { day: 'numeric', month: 'short' });
  return `${day}${NO_BREAK_SPACE}${clockTime(instant)}`;
}

/** 2026-11-22 */
export function date(instant: string | number): string {
  return show(instant, { year: 'numeric', month: '2-digit', day: '2-digit' });
}

/** The instant, in UTC, of a day and minutes past its midnight by the region's clock. */
export function instantOf(day: string, minutes: number): string {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  // The offset is asked for twice, since the first guess may lie across a change of it.
  const guess = wanted - offset(wanted);
  return new Date(wanted - offset(guess)).toISOString();
}

/** A moment as a field for date and time has it, in the region's zone: `2026-11-22T07:30`. */
export function fieldOf(at: number, precision: 'minutes' | 'seconds' = 'minutes'): string {
  return `${date(at)}T${clockSeconds(at).slice(0, precision === 'minutes' ? 5 : 8)}`;
}

/** The instant of such a field's value, or null while it is half written. */
export function instantOfField(value: string): string | null {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?/.exec(value);
  if (!found) return null;
  const [, day = '', hours = '', minutes = '', seconds = '0'] = found;
  return instantOf(day, Number(hours) * 60 + Number(minutes) + Number(seconds) / 60);
}

/** How far the region's clock is ahead of UTC at a moment, in milliseconds. */
function offset(at: number): number {
  const local = `${date(at)}T${clockSeconds(at)}Z`;
  return Date.parse(local) - Math.floor(at / 1000) * 1000;
}

/** Length of time for a countdown: 0:07, 12:30, 1:02:09. Negative with a true minus sign. */
export function countdown(seconds: number): string {
  const sign = seconds < 0 ? MINUS : '';
  const all = Math.abs(Math.trunc(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const [h, m, s] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  return h > 0 ? `${sign}${h}:${two(m)}:${two(s)}` : `${sign}${m}:${two(s)}`;
}

/** Age in words as short as they stay clear: 8 s, 12 min, 3 h 05 min. */
export function age(from: string | number, to: number): string {
  return span(Math.max(0, secondsBetween(from, to)));
}

export function span(seconds: number): string {
  const s = NO_BREAK_SPACE;
  if (seconds < 60) return `${seconds}${s}s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}${s}min`;
  const minutes = String(Math.floor(seconds / 60) % 60).padStart(2, '0');
  if (seconds < 48 * 3600) return `${Math.floor(seconds / 3600)}${s}h${s}${minutes}${s}min`;
  return `${number(Math.floor(seconds / 86_400))}${s}${language() === 'sv' ? 'dygn' : 'days'}`;
}

/** 12 345 with non-breaking spaces; Swedish decimals have a comma. */
export function number(value: number, decimals = 0): string {
  const locale = language() === 'sv' ? 'sv-SE' : 'en-SE';
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}

export function kilometres(metres: number): string {
  return `${number(metres / 1000, metres < 10_000 ? 1 : 0)}${NO_BREAK_SPACE}km`;
}

/** Swedish area codes of two and three digits; every other one has four. */
const AREA_CODES =
  /^(08|0(?:10|11|13|16|18|19|20|21|23|26|31|33|35|36|40|42|44|46|54|60|63|7[0-9]|90))/;

/** 070-123 45 67, 08-123 456 78, 063-12 34 56. Foreign and odd numbers are left as they came. */
export function phone(raw: string): string {
  const digits = raw.replace(/[^\d+]/g, '').replace(/^(\+46|0046)0?/, '0');
  if (!/^0\d{6,10}$/.test(digits)) return raw;
  const area = AREA_CODES.exec(digits)?.[1] ?? digits.slice(0, 4);
  const rest = digits.slice(area.length);
  const groups: Record<number, RegExp> = {
    5: /^(\d{3})(\d{2})$/,
    6: /^(\d{2})(\d{2})(\d{2})$/,
    7: /^(\d{3})(\d{2})(\d{2})$/,
    8: /^(\d{3})(\d{3})(\d{2})$/,
  };
  const match = groups[rest.length]?.exec(rest);
  return match ? `${area}-${match.slice(1).join(NO_BREAK_SPACE)}` : raw;
}

/** What of something typed is figures: a field for a number takes nothing else. */
export const figures = (typed: string) => typed.replace(/\D/g, '');
