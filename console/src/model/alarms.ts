import type { Assignment, Incident } from '../api/contract';
import { levelOf, type Scale } from './lists';
import type { Model } from './picture';
import { milliseconds } from './time';

export type AlarmKind = (typeof ALARM_KINDS)[number];

/** Something somebody must act on now. */
export interface Alarm {
  readonly kind: AlarmKind;
  readonly incident: Incident;
  readonly assignment?: Assignment;
  /** When it became an alarm, in milliseconds of the server's time. */
  readonly since: number;
}

/** The gravest kind first; within a kind the oldest first. */
export const ALARM_KINDS = [
  'UNASSIGNED',
  'NOT_ACKNOWLEDGED',
  'NOT_ROLLING',
  'MISSED_CONTACTS',
] as const;
const MISSED_CONTACTS_DEFAULT = 2;
const NOT_WAITING = { escalatedAt: null, missedContacts: 0 };

/** Every alarm in force at `now` (server time, milliseconds): none is ever left out. */
export function alarms(
  model: Model,
  scale: Scale,
  now: number,
  missedContactsMax = MISSED_CONTACTS_DEFAULT,
): Alarm[] {
  const found: Alarm[] = [];
  for (const incident of model.incidents.values()) {
    if (incident.phase !== 'WAITING' || incident.duplicateOf) continue;
    const unassigned = unassignedSince(incident, scale, now);
    if (unassigned !== null) found.push({ kind: 'UNASSIGNED', incident, since: unassigned });
    const { escalatedAt, missedContacts } = incident.waiting ?? NOT_WAITING;
    if (escalatedAt || missedContacts >= missedContactsMax)
      found.push({
        kind: 'MISSED_CONTACTS',
        incident,
        since: escalatedAt ? milliseconds(escalatedAt) : now,
      });
  }
  for (const assignment of model.assignments.values()) {
    const incident = model.incidents.get(assignment.incident);
    if (assignment.state !== 'OPEN' || !incident) continue;
    const lapse = lapsed(assignment, now);
    if (lapse) found.push({ ...lapse, incident, assignment });
  }
  return found.sort(
    (a, b) => ALARM_KINDS.indexOf(a.kind) - ALARM_KINDS.indexOf(b.kind) || a.since - b.since,
  );
}

function unassignedSince(incident: Incident, scale: Scale, now: number): number | null {
  if (levelOf(scale, incident.priority) !== 1) return null;
  const at = incident.waiting?.alarmedAt ?? incident.waiting?.unassignedAlarmAt;
  if (at == null || milliseconds(at) > now) return null;
  return milliseconds(at);
}

/** The deadline this assignment has missed, if any: acknowledging comes before rolling. */
export function lapsed(
  assignment: Assignment,
  now: number,
): { kind: 'NOT_ACKNOWLEDGED' | 'NOT_ROLLING'; since: number } | null {
  const { times, acknowledgeBy, rollBy } = assignment;
  if (times.rollingAt || passedRolling(assignment)) return null;
  if (!times.acknowledgedAt) {
    const late = milliseconds(acknowledgeBy) < now;
    return late ? { kind: 'NOT_ACKNOWLEDGED', since: milliseconds(acknowledgeBy) } : null;
  }
  const late = rollBy != null && milliseconds(rollBy) < now;
  return late ? { kind: 'NOT_ROLLING', since: milliseconds(rollBy) } : null;
}

function passedRolling({ times }: Assignment): boolean {
  return Boolean(times.atAddressAt ?? times.atPatientAt ?? times.loadedAt ?? times.clearAt);
}
