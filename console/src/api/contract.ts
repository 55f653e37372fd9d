import type { components } from './schema';

/**
 * What the server and the page say to each other, under the names of this page. The shapes are the
 * server's own: `npm run api` makes `schema.d.ts` from its description before every check.
 * Instants are ISO-8601 in UTC, distances metres, speeds km/h, positions WGS84 degrees.
 */

type Schemas = components['schemas'];

export type Instant = string;
export type Incident = Schemas['Incident'];
export type Outcome = Schemas['Outcome'];
export type Location = Schemas['Location'];
export type Patient = Schemas['Patient'];
export type ThreatFlag = Schemas['ThreatFlag'];
export type Unit = Schemas['Unit'];
export type UnitStatus = Unit['status'];
export type Assignment = Schemas['Assignment'];
export type Alarm = Schemas['Alarm'];
export type Hygiene = Schemas['Hygiene'];
export type Tone = Alarm['tone'];
export type PositionReport = Schemas['PositionReport'];
export type Picture = Schemas['Picture'];
export type Position = PositionReport['position'];
export type Obstacle = Schemas['Obstacle'];
export type Told = Schemas['Told'];
export type RoadPicture = Schemas['RoadPicture'];
export type Way = Schemas['Way'];
export type Reach = Schemas['Reach'];
export type Session = Schemas['SessionView'];
export type RegionSummary = Schemas['ListedRegion'];
export type RegionPack = Schemas['RegionFacts'];
export type Priority = Schemas['PackPriority'];
export type Rules = Schemas['PackRules'];
export type Recommendation = Schemas['RankedUnits'];
export type RecommendedUnit = Schemas['RankedUnit'];
export type CoverPicture = Schemas['CoverPicture'];
export type ProposedMove = Schemas['ProposedMove'];
export type ProposedPlan = Schemas['ProposedPlan'];
export type Proposal = Schemas['Proposal'];
/** A unit that nobody knows the whereabouts of. */
export type UnplacedUnit = Schemas['Unplaced'];
/** A case whose unit should change. */
export type TakeOverProposal = Schemas['TakeOverProposal'];
export type FollowUp = Schemas['FollowUp'];
export type Transport = Schemas['Transport'];
export type TransportList = Schemas['TransportList'];
export type RuleTable = Schemas['DecisionTable'];
export type RulesTrial = Schemas['RulesTrial'];
export type TransportsAway = Schemas['AwayList'];
/** What other regions have ordered that leads to a ward of this one. */
export type IncomingTransports = Schemas['IncomingList'];
export type IncomingTransport = Schemas['IncomingOrder'];
export type TransportRequest = Schemas['Request'];
export type TransportQuestion = Schemas['Question'];
export type TransportRules = Schemas['TransportRules'];
export type RidePlan = Schemas['RidePlan'];
/** What one unit does in the plan of rides. */
export type PlannedVehicle = Schemas['Tour'];
/** What the plan tells of an order. */
export type PlannedRide = Schemas['RideFacts'];
export type RideTrial = Schemas['Trial'];
export type RideWhy = Schemas['Why'];
export type ModeAdvice = Schemas['ModeAdvice'];
export type ModeOption = Schemas['Option'];
export type Rivalry = Schemas['Rivalry'];
export type Rule = Schemas['Rule'];
export type Cost = Schemas['Cost'];
export type Reason = Schemas['Reason'];
export type Grant = Schemas['Grant'];
export type User = Schemas['UserView'];
export type UserChange = Schemas['UserChange'];
export type DemoLogIn = Schemas['DemoLogIn'];
export type CrewAssignment = Schemas['CrewAssignment'];
export type UnitGlance = Schemas['UnitGlance'];
export type CrewRide = Schemas['CrewRide'];
export type CrewRides = Schemas['CrewRides'];
export type Question = Schemas['DoctorQuestion'];
export type Referral = Schemas['Referral'];
export type QuestionList = Schemas['QuestionList'];
export type QuestionLine = Schemas['QuestionLine'];
export type DoctorCase = Schemas['DoctorCase'];

/** The answer to a command: the journal sequence of its last entry and the thing it touched. */
export type Done = Schemas['Answer'];

/** A journal entry; what its data holds depends on its type. */
export type Entry = Omit<Schemas['Entry'], 'data'> & { data: Record<string, unknown> };

export type IncidentDetail = Omit<Schemas['IncidentPicture'], 'entries'> & { entries: Entry[] };

export type Milestone = Exclude<Assignment['milestone'], 'ASSIGNED'>;
export type MilestoneField = Exclude<keyof Assignment['times'], 'assignedAt'>;

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
] as const satisfies readonly (readonly [Milestone, MilestoneField])[];

/** Statuses in the order of an assignment. */
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
] as const satisfies readonly UnitStatus[];

/** What the commands on one case carry, by the last word of their address. */
export interface IncidentCommands {
  priority: Schemas['PriorityBody'];
  'downgrade-confirmation': Schemas['ConfirmationBody'];
  'downgrade-rejection': Schemas['ReasonBody'];
  contacts: Schemas['ContactBody'];
  notes: Schemas['NoteBody'];
  threats: Schemas['Threat'];
  'threat-withdrawals': Schemas['ThreatWithdrawalBody'];
  'duplicate-of': Schemas['DuplicateBody'];
  location: Schemas['Location'];
  patients: Schemas['PatientBody'];
  closing: Schemas['ClosingBody'];
  reopening: Schemas['ReasonBody'];
  assignments: Schemas['AssignBody'];
  'proposal-answers': Schemas['ProposalAnswerBody'];
  questions: Schemas['QuestionBody'];
  [withdrawal: `questions/${number}/withdrawal`]: Schemas['ReasonBody'];
  assessment: Record<string, never>;
  'assessment-release': Schemas['ReasonBody'];
  'assessment-end': Schemas['FindingBody'];
  'assessment-car': Schemas['AssessmentCarBody'];
  referral: Schemas['ReferralBody'];
  'referral-carried': Schemas['CarriedBody'];
  'referral-cancelled': Schemas['ReasonBody'];
}

/** The same for commands on one assignment. */
export interface AssignmentCommands {
  milestones: Schemas['MilestoneBody'];
  'stand-down': Schemas['ReasonBody'];
  destination: Schemas['DestinationBody'];
}

/** What the commands on alarms carry, by the last word of their address. */
export interface AlarmCommands {
  acknowledgements: Schemas['AlarmsBody'];
  takings: Schemas['AlarmsBody'];
  handings: Schemas['HandingBody'];
}

/** The same for commands on one unit. */
export interface UnitCommands {
  redirect: Schemas['RedirectBody'];
  availability: Schemas['AvailabilityBody'];
  standby: Schemas['StandbyBody'];
  'standby/recall': Schemas['RecallBody'];
  'relocation-answers': Schemas['RelocationAnswerBody'];
}

export type Handover = Schemas['Handover'];
export type HandoverDraft = Schemas['Draft'];
export type ListedHandover = Schemas['ListedHandover'];
export type Situation = Schemas['Situation'];
export type Post = Handover['post'];
export type HandoverSigning = Schemas['SigningBody'];
export type PastPicture = Schemas['PastPicture'];
export type FilmPiece = Schemas['FilmPiece'];
export type FilmMark = Schemas['FilmMark'];
export type PresenceTold = Schemas['PresenceBody'];
export type NewIncident = Schemas['NewIncident'];
export type PaperCase = Schemas['PaperCaseBody'];
export type PaperOpening = Schemas['PaperOpening'];
export type SimilarIncident = Schemas['SimilarIncident'];

// The events of the live stream and the demonstration's switch are not in the description.

/** What has changed since the last change: the whole new state of everything that did. */
export interface Change {
  seq: number;
  entries: Entry[];
  incidents: Incident[];
  units: Unit[];
  assignments: Assignment[];
  obstacles: Obstacle[];
  alarms: Alarm[];
}

/** A person with a case in view; `form` is the page's own word for the form open on it. */
export interface Presence {
  username: string;
  displayName: string;
  incident: string;
  form?: string | null;
}

export interface Clock {
  now: Instant;
  speed: number;
  seq: number;
}

export type AutomaticMode = 'OFF' | 'ALL' | 'UNCLAIMED';

/** A goal of an exercise, in minutes, per cent or persons by what it is about. */
export interface ExerciseGoal {
  goal:
    | 'DECLARED'
    | 'ON_SCENE'
    | 'FIRST_REPORT'
    | 'KEY'
    | 'SIEVED'
    | 'IMMEDIATE_AWAY'
    | 'ARRIVED'
    | 'OVER_CAPACITY';
  category?: string;
  withinMinutes?: number;
  wanted: number;
  got: number | null;
  state: 'MET' | 'MISSED' | 'OPEN';
}

export interface Exercise {
  title: string;
  result: {
    at: Instant;
    minutes: number;
    hurt: number;
    known: number;
    goals: readonly ExerciseGoal[];
    byCategory: Record<
      string,
      { known: number; away: number; arrived: number; medianMinute?: number | null }
    >;
    doors: readonly { hospital: string; byHour: readonly number[]; over: number }[];
    /** `refused` says why the service did not take it; absent when it is told. */
    injects: readonly { minute: number; text: string; refused?: string }[];
    injectsRefused: number;
  } | null;
  coming: readonly { minute: number; text: string }[];
  over: boolean;
  /** Whether whoever leads has ended it. */
  ended: boolean;
  /** Absent while it is being prepared. */
  clock?: ExerciseClock | null;
}

export interface ExerciseClock {
  /** Seconds a second, as whoever leads wants it. */
  speed: number;
  frozen: boolean;
}

/** Exercises that can be begun from a service that is none, and the one that was last. */
export interface ExerciseList {
  ready: readonly { name: string; title: string; region: string; casualties: number }[];
  begun?: {
    name: string;
    state: 'STARTING' | 'RUNNING' | 'STOPPED';
    port: number;
    folder: string;
    said: string;
  } | null;
}

export interface Demo {
  region: string;
  speed: number;
  automatic: { mode: AutomaticMode; afterSeconds: number };
}
