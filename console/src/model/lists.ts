import type { Assignment, Incident, Priority, Unit, UnitStatus } from '../api/contract';
import { UNIT_STATUSES } from '../api/contract';
import type { Model } from './picture';
import { milliseconds } from './time';

/** Priority code → its row on the region's scale. */
export type Scale = ReadonlyMap<string, Priority>;

/** Unknown codes count as the lowest level that exists, so that they are still shown. */
const LEVEL_UNKNOWN = 4;

export function scaleOf(priorities: readonly Priority[]): Scale {
  return new Map(priorities.map((one) => [one.code, one]));
}

export function levelOf(scale: Scale, code: string): number {
  return scale.get(code)?.level ?? (Number.parseInt(code, 10) || LEVEL_UNKNOWN);
}

/** When this waiting case next needs someone, in milliseconds; null when nothing is set. */
export function dueAt(incident: Incident): number | null {
  const dues = [incident.waiting?.nextDueAt, incident.waiting?.unassignedAlarmAt]
    .filter((one) => one != null)
    .map(milliseconds);
  return dues.length === 0 ? null : Math.min(...dues);
}

/** The waiting room: most overdue first, then next due, then what has no time set. */
export function waitingRoom(model: Model, scale: Scale): Incident[] {
  return inPhase(model, 'WAITING').sort(
    (a, b) =>
      (dueAt(a) ?? Infinity) - (dueAt(b) ?? Infinity) ||
      levelOf(scale, a.priority) - levelOf(scale, b.priority) ||
      compare(a.receivedAt, b.receivedAt) ||
      compare(a.id, b.id),
  );
}

/** Cases with at least one unit on them, the most urgent and then the oldest first. */
export function ongoing(model: Model, scale: Scale): Incident[] {
  return inPhase(model, 'ASSIGNED').sort(
    (a, b) =>
      levelOf(scale, a.priority) - levelOf(scale, b.priority) ||
      compare(a.receivedAt, b.receivedAt) ||
      compare(a.id, b.id),
  );
}

/** Closed cases still known to the page, the newest first. */
export function closed(model: Model): Incident[] {
  return [...model.incidents.values()].filter((one) => one.phase === 'CLOSED').reverse();
}

function inPhase(model: Model, phase: Incident['phase']): Incident[] {
  // A linked duplicate is handled through the case it points to.
  return [...model.incidents.values()].filter((one) => one.phase === phase && !one.duplicateOf);
}

const STATUS_ORDER = new Map<UnitStatus, number>(UNIT_STATUSES.map((one, i) => [one, i]));

/** Units by status in the order of an assignment, the longest in its status first. */
export function unitsByStatus(model: Model): Unit[] {
  // The place of each status is looked up once a unit, not once a comparison.
  const placed = [...model.units.values()].map((unit) => ({
    unit,
    rank: STATUS_ORDER.get(unit.status) ?? UNIT_STATUSES.length,
    since: milliseconds(unit.statusSince),
  }));
  placed.sort((a, b) => a.rank - b.rank || a.since - b.since || compare(a.unit.id, b.unit.id));
  return placed.map((one) => one.unit);
}

export function countByStatus(units: Iterable<Unit>): Map<UnitStatus, number> {
  const counts = new Map<UnitStatus, number>(UNIT_STATUSES.map((one) => [one, 0]));
  for (const unit of units) counts.set(unit.status, (counts.get(unit.status) ?? 0) + 1);
  return counts;
}

/** Assignments of each case: open ones first, then by the time they were given. */
export function assignmentsByIncident(model: Model): Map<string, Assignment[]> {
  const found = new Map<string, Assignment[]>();
  for (const one of model.assignments.values()) {
    const list = found.get(one.incident);
    if (list) list.push(one);
    else found.set(one.incident, [one]);
  }
  for (const list of found.values()) list.sort(openFirst);
  return found;
}

export function openFirst(a: Assignment, b: Assignment): number {
  return (
    Number(b.state === 'OPEN') - Number(a.state === 'OPEN') ||
    compare(a.times.assignedAt, b.times.assignedAt) ||
    compare(a.id, b.id)
  );
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
