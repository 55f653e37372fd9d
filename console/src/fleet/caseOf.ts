import type { Incident, Unit } from '../api/contract';
import type { Model } from '../model/picture';

/** The open case this unit is bound to, if any. */
export function caseOf(
  unit: Unit,
  assignments: Model['assignments'],
  incidents: Model['incidents'],
): Incident | undefined {
  const assignment = unit.assignment ? assignments.get(unit.assignment) : undefined;
  return assignment?.state === 'OPEN' ? incidents.get(assignment.incident) : undefined;
}
