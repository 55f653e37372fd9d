import { useMemo } from 'react';
import type { Model } from '../model/picture';
import { useModel, useServerNow, useShared } from '../picture/context';
import { countyOf, type County } from './figures';

/** A figure for a person to read is fresh enough when it is this old, in milliseconds. */
const PACE_MILLISECONDS = 5_000;

/** The county's figures, counted anew when the picture changes and every few seconds. */
export function useCounty(): County {
  const { region, scale } = useShared();
  const incidents = useModel((model) => model.incidents);
  const units = useModel((model) => model.units);
  const assignments = useModel((model) => model.assignments);
  const positions = useModel((model) => model.positions);
  const now = Math.floor(useServerNow() / PACE_MILLISECONDS) * PACE_MILLISECONDS;
  return useMemo(
    () => countyOf({ incidents, units, assignments, positions } as Model, region, scale, now),
    [incidents, units, assignments, positions, region, scale, now],
  );
}
