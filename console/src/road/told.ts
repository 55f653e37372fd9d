import type { Obstacle, Told } from '../api/contract';
import { t } from '../text';
import { number, when } from '../text/format';

/** What an obstacle does to the road: closed, or how many times as long it takes. */
export function effectText({ delay }: Told): string {
  return delay == null ? t('road.closed') : t('road.slowBy', { times: number(delay, 1) });
}

/** What people call it; without a name, where it is. */
export function obstacleName({ told }: Obstacle): string {
  const [first] = told.where.positions;
  if (told.place !== '') return told.place;
  return first ? `${first.lat.toFixed(4)}, ${first.lon.toFixed(4)}` : t('road.closed');
}

/** From when and until when it stands, as said at a moment. */
export function spanText({ from, until }: Told, now: number): string {
  const ends = until ? t('road.until', { time: when(until, now) }) : t('road.untilFurther');
  const ahead = from && Date.parse(from) > now;
  return ahead ? `${t('road.from', { time: when(from, now) })} ${ends}` : ends;
}
