import { useMemo } from 'react';
import type { Alarm } from '../api/contract';
import { useModel } from '../picture/context';
import type { DeskAction } from '../picture/desk';
import { byGravity } from './grouping';

/** The alarms that stand, as the server has told them, the gravest first. */
export function useAlarms(): readonly Alarm[] {
  const alarms = useModel((model) => model.alarms);
  return useMemo(() => [...alarms.values()].sort(byGravity), [alarms]);
}

/** What opens the case an alarm is about, or the unit when it is about no case. */
export function opening({ incident, unit }: Pick<Alarm, 'incident' | 'unit'>): DeskAction {
  return incident ? { type: 'openIncident', id: incident } : { type: 'openUnit', id: unit ?? '' };
}
