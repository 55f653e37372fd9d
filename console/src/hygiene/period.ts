import { fieldOf } from '../text/format';

/** A period as the form has it: the region's own days and clock, `2026-11-22T07:30`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Lengths offered by one press, in hours: a shift, a day, a week, a month. */
export const LENGTHS = [12, 24, 168, 744] as const;

/** The last so many hours. */
export function lastHours(hours: number, now: number): Period {
  return { from: fieldOf(now - hours * 3_600_000), to: fieldOf(now) };
}
