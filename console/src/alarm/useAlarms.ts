import { useMemo } from 'react';
import type { Alarm } from '../api/contract';
import { useModel } from '../picture/context';
import { byGravity } from './grouping';

/** The alarms that stand, as the server has told them, the gravest first. */
export function useAlarms(): readonly Alarm[] {
  const alarms = useModel((model) => model.alarms);
  return useMemo(() => [...alarms.values()].sort(byGravity), [alarms]);
}
