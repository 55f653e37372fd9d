import type { Rules, Unit } from '../api/contract';
import { milliseconds } from './time';

/**
 * Whether the unit may be given a case without taking it from another. A crew that has handed over
 * its patient may be sent again after the region's time, though it has not said clear.
 */
export function isFree(
  unit: Unit,
  rules: Pick<Rules, 'retaskAfterHandoverSeconds'> | null,
  now: number,
): boolean {
  if (!unit.assignment) return true;
  const after = rules?.retaskAfterHandoverSeconds;
  if (unit.status !== 'HANDING_OVER' || after == null) return false;
  return now >= milliseconds(unit.statusSince) + after * 1000;
}
