import { useMemo } from 'react';
import { alarms, type Alarm } from '../model/alarms';
import type { Model } from '../model/picture';
import { useModel, useServerNow, useShared } from './context';

/** The alarms in force now; worked out once a second and when a case or assignment changes. */
export function useAlarms(): Alarm[] {
  const { scale, region } = useShared();
  const incidents = useModel((model) => model.incidents);
  const assignments = useModel((model) => model.assignments);
  const second = Math.floor(useServerNow() / 1000) * 1000;
  const missedMax = region.rules.missedContactsToEscalate;
  return useMemo(
    () => alarms({ incidents, assignments } as Model, scale, second, missedMax),
    [incidents, assignments, scale, second, missedMax],
  );
}
