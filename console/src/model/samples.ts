import type {
  Alarm,
  Assignment,
  Change,
  Entry,
  Incident,
  Picture,
  Priority,
  Unit,
} from '../api/contract';

/** Things of the model for tests: complete, and plain wherever a test does not say otherwise. */

export const NOON = '2026-11-22T12:00:00Z';

/** The instant so many seconds after noon. */
export function at(seconds: number): string {
  return new Date(Date.parse(NOON) + seconds * 1000).toISOString();
}

type Waiting = NonNullable<Incident['waiting']>;

export function waiting(over: Partial<Waiting> = {}): Waiting {
  return { nextDueAt: at(900), checkAt: at(1200), missedContacts: 0, ...over };
}

/** A case in the waiting room, unless its phase says that it is not there. */
export function incident(id: string, over: Partial<Incident> = {}): Incident {
  const waits = (over.phase ?? 'WAITING') === 'WAITING';
  return {
    id,
    region: 'test',
    source: 'SOS_ALARM',
    phase: 'WAITING',
    receivedAt: NOON,
    times: {},
    callbackNumber: '',
    location: { address: `Provgatan ${id}`, municipality: '', quality: 'ADDRESS' },
    indexCode: '',
    description: '',
    priority: '2A',
    threats: [],
    patients: [],
    duplicates: [],
    openAssignments: [],
    assignmentCount: 0,
    threatCount: 0,
    ...(waits ? { waiting: waiting() } : {}),
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
    region: 'test',
    station: '',
    owner: '',
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
    region: 'test',
    priority: '1A',
    state: 'OPEN',
    milestone: 'ASSIGNED',
    acknowledgeBy: at(90),
    reception: { state: 'NONE' },
    by: 'demo.test',
    times: { assignedAt: NOON },
    lapses: [],
    version: 1,
    ...over,
  };
}

export function alarm(kind: Alarm['kind'], subject: string, over: Partial<Alarm> = {}): Alarm {
  return {
    id: `${kind}:${subject}`,
    region: 'test',
    kind,
    tone: 'ACT',
    incident: subject,
    raisedAt: NOON,
    actBy: at(60),
    desk: 'DISPATCHER',
    times: 1,
    version: 1,
    ...over,
  };
}

export function picture(seq: number, over: Partial<Picture> = {}): Picture {
  const nothing = {
    incidents: [],
    units: [],
    assignments: [],
    alarms: [],
    positions: [],
    obstacles: [],
  };
  return { seq, now: NOON, speed: 1, ...nothing, ...over };
}

export function change(seq: number, over: Partial<Change> = {}): Change {
  return {
    seq,
    entries: [],
    incidents: [],
    units: [],
    assignments: [],
    alarms: [],
    obstacles: [],
    ...over,
  };
}

export function priority(code: string, level: number): Priority {
  return { code, label: code, labelEn: code, level, acknowledgeSeconds: 90 };
}

export function entry(seq: number): Entry {
  return { seq, at: NOON, type: 'NoteAdded', actor: 'demo.test', command: '', data: {} };
}
