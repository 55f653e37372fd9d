import type { Instant } from '../api/contract';
import type { Connection, ServerClock } from './picture';

/**
 * Silence after which the picture counts as old, in milliseconds of the browser clock. The server
 * ticks every 2 s, and with the page looking twice a second the user is told within 3 s.
 */
export const LOST_MILLISECONDS = 2_500;

/** The server's time when the browser's clock shows `at`; the browser's own before any tick. */
export function serverTime(clock: ServerClock | null, at: number): number {
  return clock ? clock.now + (at - clock.heardAt) * clock.speed : at;
}

/** Whole seconds from `from` to `to`; negative when `from` lies ahead. */
export function secondsBetween(from: Instant | number, to: Instant | number): number {
  return Math.floor((milliseconds(to) - milliseconds(from)) / 1000);
}

export function milliseconds(instant: Instant | number): number {
  return typeof instant === 'number' ? instant : Date.parse(instant);
}

/** What to tell the user of the connection when the browser's clock shows `at`. */
export function connectionState(connection: Connection, at: number): Connection['state'] {
  if (connection.state !== 'LIVE') return connection.state;
  const silent = at - (connection.heardAt ?? 0);
  return silent > LOST_MILLISECONDS ? 'LOST' : 'LIVE';
}
