/**
 * What the server and the page say to each other. Instants are ISO-8601 in UTC, distances metres,
 * speeds km/h, positions WGS84 degrees. An absent value may come as null or not at all.
 */

export type Instant = string;
type Absent = null | undefined;

export interface Position {
  lat: number;
  lon: number;
}

export type Phase = 'WAITING' | 'ASSIGNED' | 'CLOSED';
export type LocationQuality = 'EXACT' | 'ADDRESS' | 'AREA' | 'MOBILE_CELL' | 'UNKNOWN';

export interface Location {
  address?: string | Absent;
  municipality?: string | Absent;
  position?: Position | Absent;
  quality: LocationQuality;
}

export interface Threat {
  source: string;
  wording: string;
  observedAt: Instant;
  expiresAt: Instant;
}

/** A threat on a case, under the number by which it is withdrawn. */
export interface ThreatFlag {
  id: number;
  threat: Threat;
  by: string;
}

export interface Contact {
  at: Instant;
  by: string;
  answered: boolean;
  condition?: string | Absent;
  decision?: string | Absent;
  nextDueAt?: Instant | Absent;
}

export interface Waiting {
  nextDueAt?: Instant | Absent;
  missedContacts: number;
  escalatedAt?: Instant | Absent;
  unassignedAlarmAt?: Instant | Absent;
  alarmedAt?: Instant | Absent;
}

export interface PendingDowngrade {
  to: string;
  reason: string;
  by: string;
  at: Instant;
}

export interface IncidentTimes {
  queuedAt?: Instant | Absent;
  answeredAt?: Instant | Absent;
  prioritisedAt?: Instant | Absent;
  waitingRoomInAt?: Instant | Absent;
  waitingRoomOutAt?: Instant | Absent;
}

export interface Outcome {
  kind: string;
  text?: string | Absent;
}

export interface Incident {
  id: string;
  region: string;
  source: string;
  phase: Phase;
  receivedAt: Instant;
  times: IncidentTimes;
  callbackNumber?: string | Absent;
  location: Location;
  indexCode?: string | Absent;
  description?: string | Absent;
  priority: string;
  threats: ThreatFlag[];
  patients: string[];
  duplicateOf?: string | Absent;
  duplicates: string[];
  /** Absent while a unit is on the case and when it is closed. */
  waiting?: Waiting | Absent;
  contacts: Contact[];
  pendingDowngrade?: PendingDowngrade | Absent;
  notes: { at: Instant; by: string; text: string }[];
  outcome?: Outcome | Absent;
  version: number;
}

export const UNIT_STATUSES = [
  'AVAILABLE',
  'TASKED',
  'ACKNOWLEDGED',
  'ROLLING',
  'AT_ADDRESS',
  'AT_PATIENT',
  'LOADED',
  'AT_DESTINATION',
  'HANDING_OVER',
  'UNAVAILABLE',
  'OFF_DUTY',
] as const;
export type UnitStatus = (typeof UNIT_STATUSES)[number];

export interface Shift {
  start: Instant;
  end: Instant;
  mealStart?: Instant | Absent;
  mealEnd?: Instant | Absent;
}

export interface Unit {
  id: string;
  callSign: string;
  kind: string;
  capabilities: string[];
  crew: { role?: string | Absent; competence: string; name?: string | Absent }[];
  station?: string | Absent;
  owner?: string | Absent;
  special: boolean;
  status: UnitStatus;
  statusSince: Instant;
  assignment?: string | Absent;
  shift?: Shift | Absent;
  unavailableReason?: string | Absent;
  version: number;
}

export interface PositionReport {
  unit: string;
  position: Position;
  at: Instant;
  speedKmh?: number | Absent;
  headingDegrees?: number | Absent;
}

/** The milestones a crew passes, in order, with the field that carries each one's time. */
export const MILESTONES = [
  ['ACKNOWLEDGED', 'acknowledgedAt'],
  ['ROLLING', 'rollingAt'],
  ['AT_ADDRESS', 'atAddressAt'],
  ['AT_PATIENT', 'atPatientAt'],
  ['LOADED', 'loadedAt'],
  ['AT_DESTINATION', 'atDestinationAt'],
  ['HANDED_OVER', 'handedOverAt'],
  ['CLEAR', 'clearAt'],
] as const;
export type Milestone = (typeof MILESTONES)[number][0];
export type MilestoneField = (typeof MILESTONES)[number][1];

export type AssignmentTimes = { assignedAt: Instant } & {
  [field in MilestoneField]?: Instant | Absent;
};

export interface Assignment {
  id: string;
  incident: string;
  unit: string;
  priority: string;
  state: 'OPEN' | 'CLEARED' | 'STOOD_DOWN' | 'REDIRECTED';
  times: AssignmentTimes;
  acknowledgeBy?: Instant | Absent;
  rollBy?: Instant | Absent;
  lapses: { deadline: string; step: number; at: Instant }[];
  destination?: string | Absent;
  reception?:
    | {
        state: 'NONE' | 'NOTIFIED' | 'ACKNOWLEDGED' | 'DECLINED';
        at?: Instant | Absent;
        by?: string | Absent;
      }
    | Absent;
  by?: string | Absent;
  reason?: string | Absent;
  version: number;
}

export interface Entry {
  seq: number;
  at: Instant;
  type: string;
  actor?: string | Absent;
  incident?: string | Absent;
  unit?: string | Absent;
  assignment?: string | Absent;
  data: Record<string, unknown>;
}

export interface Picture {
  seq: number;
  now: Instant;
  speed: number;
  incidents: Incident[];
  units: Unit[];
  assignments: Assignment[];
  positions?: PositionReport[] | Absent;
}

export interface Change {
  seq: number;
  entries: Entry[];
  incidents: Incident[];
  units: Unit[];
  assignments: Assignment[];
}

export interface Clock {
  now: Instant;
  speed: number;
  seq: number;
}

export interface Session {
  username: string;
  displayName: string;
  careUnit?: string | Absent;
  roles: string[];
  region?: string | Absent;
  language?: string | Absent;
  csrf?: string | Absent;
  /** Nothing can be done until the password has been changed. */
  passwordExpired?: boolean | Absent;
}

export interface RegionSummary {
  code: string;
  name: string;
  countyCode: string;
  served: boolean;
}

export interface Priority {
  code: string;
  label: string;
  labelEn: string;
  level: number;
  acknowledgeSeconds?: number | Absent;
  rollSeconds?: number | Absent;
  firstContactSeconds?: number | Absent;
  thenEverySeconds?: number | Absent;
  unassignedAlarmSeconds?: number | Absent;
}

export interface Facility {
  id: string;
  name: string;
  kind: string;
  level?: string | Absent;
  position: Position;
}

export interface Rules {
  missedContactsToEscalate?: number | Absent;
  retaskAfterHandoverSeconds?: number | Absent;
}

export interface RegionPack {
  code: string;
  countyCode: string;
  name: string;
  county?: string | Absent;
  timeZone: string;
  boundary?: GeoJSON.MultiPolygon | GeoJSON.Polygon | Absent;
  bounds: [number, number, number, number];
  centre?: Position | Absent;
  municipalities?: { code: string; name: string; position?: Position | Absent }[] | Absent;
  places?: { name: string; population?: number | Absent; position: Position }[] | Absent;
  facilities?: Facility[] | Absent;
  stations?: { id: string; name: string; position: Position }[] | Absent;
  priorities: Priority[];
  rules?: Rules | Absent;
  now?: Instant | Absent;
}

export interface Recommendation {
  computedAt: Instant;
  units: RecommendedUnit[];
}

export interface RecommendedUnit {
  unit: string;
  callSign: string;
  kind: string;
  /** Absent when a position is missing. */
  arrivalSeconds?: number | Absent;
  distanceMetres?: number | Absent;
  suitable: boolean;
  reasons: Reason[];
}

/** One thing that speaks for caution; the page has a sentence for each code. */
export interface Reason {
  code: string;
  values: Record<string, string>;
}

export interface IncidentDetail {
  incident: Incident;
  assignments: Assignment[];
  entries: Entry[];
}

/** The answer to a command: the journal sequence of its last entry and the thing it touched. */
export interface Done {
  seq: number;
  id: string;
}

export type AutomaticMode = 'OFF' | 'ALL' | 'UNCLAIMED';

export interface Demo {
  region: string;
  speed: number;
  automatic: { mode: AutomaticMode; afterSeconds: number };
}

/** The demonstration's users, who all have one password. */
export interface DemoLogIn {
  password: string;
  users: { username: string; displayName: string; roles: string[] }[];
}
