/** How many hours the time lines show at once; each step is one press of + or −. */
export const HOURS = [2, 4, 8, 12, 24] as const;
export type Hours = (typeof HOURS)[number];

/** What part of time is shown, in milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const HOUR_MILLISECONDS = 3_600_000;
/** The past that stays in view when the window follows the clock, as a part of it. */
const PAST_SHARE = 1 / 8;
/** The window steps with the clock by this, so that bars do not creep under the hand. */
const STEP_MILLISECONDS = 300_000;

/** The window: where the person has put it, or following the clock when `start` is null. */
export function spanOf(start: number | null, hours: Hours, now: number): Span {
  const length = hours * HOUR_MILLISECONDS;
  const from =
    start ?? Math.floor((now - length * PAST_SHARE) / STEP_MILLISECONDS) * STEP_MILLISECONDS;
  return { from, to: from + length };
}

/** One step nearer or farther; the ends stay where they are. */
export function zoomed(hours: Hours, step: 1 | -1): Hours {
  const place = HOURS.indexOf(hours) + step;
  return HOURS[Math.max(0, Math.min(HOURS.length - 1, place))] ?? hours;
}

/** Half a window earlier or later. */
export function shifted(span: Span, step: 1 | -1): number {
  return span.from + (step * (span.to - span.from)) / 2;
}

/** A window of the same length that shows the moment; the same one when it already does. */
export function showing(span: Span, moment: number): number | null {
  if (moment >= span.from && moment < span.to) return null;
  const length = span.to - span.from;
  return Math.floor((moment - length * PAST_SHARE) / STEP_MILLISECONDS) * STEP_MILLISECONDS;
}

/** Where a moment lies in the window: 0 at its left edge, 100 at its right; may lie outside. */
export function percent(span: Span, moment: number): number {
  return ((moment - span.from) / (span.to - span.from)) * 100;
}

/** Left and width in percent of what of it is in the window; null when nothing is. */
export function extent(
  span: Span,
  from: number,
  to: number,
): { left: number; width: number } | null {
  if (to <= span.from || from >= span.to) return null;
  const left = Math.max(0, percent(span, from));
  return { left, width: Math.min(100, percent(span, to)) - left };
}

/** The moments of the scale: about eight, on whole hours, halves or quarters. */
export function ticksOf(span: Span): number[] {
  const hours = (span.to - span.from) / HOUR_MILLISECONDS;
  const step = hours <= 2 ? 0.25 : hours <= 4 ? 0.5 : hours <= 8 ? 1 : hours <= 12 ? 2 : 3;
  const length = step * HOUR_MILLISECONDS;
  const ticks: number[] = [];
  // At the most ten: the longest window is 24 hours in steps of three.
  for (let at = Math.ceil(span.from / length) * length; at < span.to; at += length) ticks.push(at);
  return ticks;
}
