import type { Assignment, Change, Incident, Picture, Priority, Unit } from '../api/contract';

/** Things of the model for tests: complete, and plain wherever a test does not say otherwise. */

export const NOON = '2026-11-22T12:00:00Z';

/** The instant so many seconds after noon. */
export function at(seconds: number): string {
  return new Date(Date.parse(NOON) + seconds * 1000).toISOString();
}

export function incident(id: string, over: Partial<Incident> = {}): Incident {
  return {
    id,
    region: 'test',
    source: 'SOS_ALARM',
    phase: 'WAITING',
    receivedAt: NOON,
    times: {},
    location: { address: `Provgatan ${id}`, quality: 'ADDRESS' },
    priority: '2A',
    threats: [],
    patients: [],
    duplicates: [],
    waiting: { nextDueAt: at(900), missedContacts: 0 },
    contacts: [],
    notes: [],
    version: 1,
    ...over,
  };
}

export function unit(id: string, over: Partial<Unit> = {}): Unit {
  return {
    id,
    callSign: id.slice(-4),
    kind: 'AMBULANCE',
    capabilities: [],
    crew: [],
    special: false,
    status: 'AVAILABLE',
    statusSince: NOON,
    version: 1,
    ...over,
  };
}

export function assignment(
  id: string,
  caseId: string,
  unitId: string,
  over: Partial<Assignment> = {},
): Assignment {
  return {
    id,
    incident: caseId,
    unit: unitId,
    priority: '1A',
    state: 'OPEN',
    times: { assignedAt: NOON },
    lapses: [],
    version: 1,
    ...over,
  };
}

export function picture(seq: number, over: Partial<Picture> = {}): Picture {
  const nothing = { incidents: [], units: [], assignments: [], positions: [] };
  return { seq, now: NOON, speed: 1, ...nothing, ...over };
}

export function change(seq: number, over: Partial<Change> = {}): Change {
  return { seq, entries: [], incidents: [], units: [], assignments: [], ...over };
}

export function priority(code: string, level: number): Priority {
  return { code, label: code, labelEn: code, level };
}
