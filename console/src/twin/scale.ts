import type { Range } from './contract';

/** A line of values for a plot, in per cent of its width. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly at: (value: number) => number;
}

/** Room at both ends, so that a dot at the end is whole. */
const MARGIN = 0.06;

/** From the lowest end of an interval to the highest; zero is within when it is a change. */
export function scaleOf(ranges: readonly (Range | undefined)[], withZero: boolean): Scale {
  const known = ranges.filter((one) => one !== undefined);
  const ends = known.flatMap(({ mean, half }) => [mean - half, mean + half]);
  if (withZero || ends.length === 0) ends.push(0);
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  // All alike: a line of some width all the same.
  const width = (high - low || 1) * (1 + 2 * MARGIN);
  const from = low - (high - low || 1) * MARGIN;
  return { low, high, at: (value) => ((value - from) / width) * 100 };
}

/** How strongly a change is coloured, −1 to 1, beside the largest of them. */
export function strength(value: number, most: number): number {
  return most === 0 ? 0 : Math.max(-1, Math.min(1, value / most));
}
