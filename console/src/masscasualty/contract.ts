import type { Instant } from '../api/contract';

/**
 * What the server says of major incidents, as core.masscasualty has it; what is not known is left
 * out. Written here and not taken from the description, which names a shape by its last word
 * alone: Answer, Question, Times and Destination are also other rooms' words.
 */

export const CATEGORIES = ['IMMEDIATE', 'DELAYED', 'MINIMAL', 'EXPECTANT', 'DEAD'] as const;
export type Category = (typeof CATEGORIES)[number];
export const LEVELS = ['STAFF', 'REINFORCED', 'DISASTER'] as const;
export type Level = (typeof LEVELS)[number];
export const SPECIALTIES = [
  'TRAUMA',
  'BURN',
  'NEURO',
  'THORAX',
  'CHILD',
  'INTENSIVE_CARE',
  'DECONTAMINATION',
  'ISOLATION',
] as const;
export type Specialty = (typeof SPECIALTIES)[number];
export const TYPE_EVENTS = [
  'BUS_CRASH',
  'TRAIN',
  'LETHAL_VIOLENCE',
  'ARMED_ATTACK',
  'BURNS',
  'CBRN',
  'BUILDING_COLLAPSE',
  'SHIP',
  'OTHER',
] as const;
export type TypeEvent = (typeof TYPE_EVENTS)[number];
export type Stage = 'AT_SCENE' | 'DEPARTED' | 'ARRIVED' | 'ADMITTED' | 'SETTLED';

export interface Methane {
  exactLocation: string;
  type: string;
  hazards: string;
  access: string;
  casualties?: number;
  services: string;
}

export interface Sector {
  name: string;
  lead: string;
  position?: { lat: number; lon: number };
}

export interface Organisation {
  medicalLead: string;
  sectors: Sector[];
  breakPoint: string;
  breakPointAt?: { lat: number; lon: number };
  talkgroup: string;
}

export interface CapacityReport {
  facility: string;
  at: Instant;
  closed: boolean;
  takes: Partial<Record<Category, number>>;
  specialties: Partial<Record<Specialty, number>>;
  text: string;
}

export interface Share {
  facility: string;
  category: Category;
  firstHourPercent: number;
  followingPercent: number;
}

export interface DistributionKey {
  code: string;
  name: string;
  region: string;
  type: TypeEvent;
  version: number;
  validFrom: string;
  validUntil: string;
  approver: string;
  reviewOn: string;
  shares: Share[];
  limits: { facility: string; specialty: Specialty; perHour: number }[];
  overflow: { tier: Tier; facilities: string[] }[];
}

export type Tier = 'REGION' | 'HEALTH_CARE_REGION' | 'CIVIL_AREA' | 'NATION';

interface Plus {
  staff: number;
  premises: number;
  equipment: number;
  leadership: number;
}

export interface HospitalCapacity {
  facility: string;
  hours: {
    categories: Partial<Record<Category, Plus>>;
    specialties: Partial<Record<Specialty, Plus>>;
  }[];
  source: string;
  documentedOn: string;
}

export interface Preparedness {
  region: string;
  capacities: Record<string, HospitalCapacity>;
  keys: Record<string, DistributionKey>;
  version: number;
}

export interface MajorIncident {
  id: string;
  region: string;
  declaredFrom: string;
  incidents: string[];
  type: TypeEvent;
  happenedAt: Instant;
  declaredAt: Instant;
  declaredBy: string;
  methane?: Methane;
  level: { level: Level; at: Instant; by: string };
  organisation: Organisation;
  key?: DistributionKey;
  reports: Record<string, CapacityReport>;
  log: { at: Instant; by: string; what: string; text: string }[];
  endedAt?: Instant;
  version: number;
}

export interface MajorIncidentList {
  now: Instant;
  majorIncidents: MajorIncident[];
}

/** Persons alike; what is not known is empty. */
export interface Tally {
  category: Category | '';
  stage: Stage;
  facility: string;
  persons: number;
}

export interface MajorIncidentView {
  now: Instant;
  majorIncident: MajorIncident;
  tally: Tally[];
}

export interface Verdict {
  step: 'SIEVE' | 'SORT' | 'HAND';
  scheme: string;
  version: string;
  category: Category;
  found: { finding: string; value: string }[];
  points: number;
  text: string;
}

export interface About {
  place: string;
  child: boolean;
  needs: Specialty[];
  decontamination: 'NOT_NEEDED' | 'NEEDED' | 'DONE';
  family: string;
}

export interface Casualty {
  /** `majorIncident:tag` */
  id: string;
  region: string;
  history: { at: Instant; by: string; verdict: Verdict }[];
  about: About;
  patient?: string;
  destination?: { facility: string; proposed: string; reason: string; by: string; at: Instant };
  stage: Stage;
  times: {
    registeredAt: Instant;
    departedAt?: Instant;
    arrivedAt?: Instant;
    admittedAt?: Instant;
    settledAt?: Instant;
  };
  vehicle: string;
  facility: string;
  ward: string;
  mergedInto?: string;
  merged: string[];
  version: number;
}

export interface CasualtyList {
  now: Instant;
  /** The tag to go on after. */
  next?: string;
  casualties: Casualty[];
}

export type Against = 'CLOSED' | 'FULL' | 'SPECIALTY' | 'AHEAD';

/** Which hospital the key proposes, and what speaks against those before it. */
export interface Draw {
  facility?: string;
  why: 'SHARE' | 'OVERFLOW' | 'NOBODY';
  tier?: Tier;
  values: Record<string, string>;
  passed: { facility: string; against: Against }[];
}

export interface Range {
  from: number;
  to: number;
}

export interface SieveAnswer {
  code: string;
  label: string;
  labelEn: string;
  range?: Range;
  next?: string;
  category?: Category;
}

export interface SieveQuestion {
  code: string;
  finding: string;
  label: string;
  labelEn: string;
  answers: SieveAnswer[];
}

export interface SieveTree {
  code: string;
  name: string;
  version: string;
  source: string;
  questions: SieveQuestion[];
}

export interface SortScore {
  code: string;
  name: string;
  version: string;
  source: string;
  signs: {
    finding: string;
    label: string;
    labelEn: string;
    parts: { range: Range; points: number }[];
  }[];
  bands: { sums: Range; category: Category }[];
}

export interface CategoryLook {
  category: Category;
  label: string;
  labelEn: string;
  colour: string;
}

export interface SieveRules {
  categories: CategoryLook[];
  builtIn: string[];
  trees: SieveTree[];
  scores: SortScore[];
}

/** How a casualty is judged: by a tree, by a score or by hand, one of the three. */
export type Judgement =
  | { tree: string; found: Record<string, string> }
  | { score: string; measured: Record<string, number> }
  | { category: Category; reason: string };
