import type { RegionPack } from '../api/contract';
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

/** The three steps the map and the lists tell apart, by shape and label as well as colour. */
export type CoverStep = 'good' | 'thin' | 'bare';

/** Where they begin, by the region's own figures. */
export type CoverSteps = Pick<RegionPack['shown'], 'coverGood' | 'coverThin'>;

export function coverStep(share: number, { coverGood, coverThin }: CoverSteps): CoverStep {
  if (share >= coverGood) return 'good';
  return share >= coverThin ? 'thin' : 'bare';
}
