import type { components } from '../api/schema';

/** What the server says of major incidents, under the names of this page. */

type Schemas = components['schemas'];

export type MajorIncident = Schemas['MajorIncident'];
export type MajorIncidentList = Schemas['MajorIncidentList'];
export type MajorIncidentView = Schemas['MajorIncidentView'];
export type Methane = Schemas['Methane'];
export type CapacityReport = Schemas['CapacityReport'];
export type DistributionKey = Schemas['DistributionKey'];
export type HospitalCapacity = Schemas['HospitalCapacity'];
export type Preparedness = Schemas['Preparedness'];
export type Casualty = Schemas['Casualty'];
export type CasualtyList = Schemas['CasualtyList'];
export type About = Schemas['About'];
export type Fact = Schemas['Fact'];
export type Verdict = Schemas['Verdict'];
export type Found = Schemas['Found'];
export type Judgement = Schemas['Judgement'];
export type Draw = Schemas['Draw'];
export type SieveRules = Schemas['SieveRules'];
export type SieveTree = Schemas['SieveTree'];
export type SieveQuestion = Schemas['SieveQuestion'];
export type SieveAnswer = Schemas['SieveAnswer'];
export type SortScore = Schemas['SortScore'];
export type CategoryLook = Schemas['CategoryLook'];

export type Category = Verdict['category'];
export type Level = MajorIncident['level']['level'];
export type Specialty = About['needs'][number];
export type TypeEvent = MajorIncident['type'];

/** Nothing known beside the category. */
export const UNKNOWN: About = {
  place: '',
  child: false,
  needs: [],
  decontamination: 'NOT_NEEDED',
  family: '',
};

/** The gravest first, as the server orders them. */
export const CATEGORIES = [
  'IMMEDIATE',
  'DELAYED',
  'MINIMAL',
  'EXPECTANT',
  'DEAD',
] as const satisfies readonly Category[];

/** The lowest first. */
export const LEVELS = ['STAFF', 'REINFORCED', 'DISASTER'] as const satisfies readonly Level[];

export const SPECIALTIES = [
  'TRAUMA',
  'BURN',
  'NEURO',
  'THORAX',
  'CHILD',
  'INTENSIVE_CARE',
  'DECONTAMINATION',
  'ISOLATION',
] as const satisfies readonly Specialty[];
