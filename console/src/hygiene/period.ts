import { date, instantOf } from '../text/format';

/** A period as the form has it: the region's own days and clock, `2026-11-22T07:30`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Lengths offered by one press, in hours: a shift, a day, a week, a month. */
export const LENGTHS = [12, 24, 168, 744] as const;

/** The last so many hours. */
export function lastHours(hours: number, now: number): Period {
  return { from: local(now - hours * 3_600_000), to: local(now) };
}

function local(at: number): string {
  const day = date(at);
  const minutes = Math.floor((at - Date.parse(instantOf(day, 0))) / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day}T${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

/** The instant of a field's value, or null while it is half written. */
export function instantOfField(value: string): string | null {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(value);
  if (!found) return null;
  const [, day = '', hours = '', minutes = ''] = found;
  return instantOf(day, Number(hours) * 60 + Number(minutes));
}
