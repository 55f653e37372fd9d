import { t } from '../text';
import { number } from '../text/format';

/** A share as whole per cent; below one, what is lost is never said as nothing. */
export function percent(share: number): string {
  return `${number(Math.round(share * 100))}\u00a0%`;
}

/** What a choice does to the cover, in words; empty when nobody would notice. */
export function coverChangeText(before: number, after: number): string {
  const [from, to] = [Math.round(before * 100), Math.round(after * 100)];
  if (from === to) return t('cover.same', { to: percent(after) });
  return t(to < from ? 'cover.sinks' : 'cover.rises', { from: number(from), to: percent(after) });
}

/**
 * The three steps the map and the lists tell apart, by shape and label as well as colour.
 * [assumption: nine of ten is what most goals ask for, seven of ten is a hole]
 */
export type CoverStep = 'good' | 'thin' | 'bare';
const GOOD = 0.9;
const THIN = 0.7;

export function coverStep(share: number): CoverStep {
  if (share >= GOOD) return 'good';
  return share >= THIN ? 'thin' : 'bare';
}
