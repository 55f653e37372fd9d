import type { components } from '../api/schema';

/** What the server says of major incidents, under the names of this page. */

type Schemas = components['schemas'];

export type MajorIncident = Schemas['MajorIncident'];

/** A vehicle that comes beside the region's units. */
export type Help = Schemas['Help'];
export type MajorIncidentList = Schemas['MajorIncidentList'];
export type MajorIncidentView = Schemas['MajorIncidentView'];
export type Tally = Schemas['Tally'];
export type Methane = Schemas['Methane'];
export type CapacityReport = Schemas['CapacityReport'];
export type Standing = Schemas['Standing'];
export type HospitalRoom = Schemas['HospitalRoom'];
export type HospitalRoomList = Schemas['HospitalRoomList'];
export type RoomLeft = Schemas['RoomLeft'];
export type DistributionKey = Schemas['DistributionKey'];
export type KeyDraft = Schemas['KeyDraft'];
export type KeyTrialAnswer = Schemas['KeyTrialAnswer'];
export type KeyTrialResult = Schemas['KeyTrialResult'];
export type GoalMeasure = Schemas['GoalMeasure'];
export type GoalMeasureList = Schemas['GoalMeasureList'];
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
export type DistributionAnswer = Schemas['DistributionAnswer'];
export type DistributionReason = Schemas['DistributionReason'];
export type ProposedWave = Schemas['ProposedWave'];
export type ProposedTrip = Schemas['ProposedTrip'];
export type ProposedCasualty = Schemas['ProposedCasualty'];
export type DeviationCost = Schemas['DeviationCost'];
export type SieveRules = Schemas['SieveRules'];
export type SieveTree = Schemas['SieveTree'];
export type SieveQuestion = Schemas['SieveQuestion'];
export type SieveAnswer = Schemas['SieveAnswer'];
export type SortScore = Schemas['SortScore'];
export type CategoryLook = Schemas['CategoryLook'];

export type BedPlan = Schemas['BedPlan'];
export type PresetResponse = Schemas['PresetResponse'];
export type PresetResponseList = Schemas['ResponseList'];
export type Rationing = Schemas['Rationing'];
export type RationingList = Schemas['RationingList'];
export type RationingRule = Schemas['RationingRule'];
export type RationingRuleList = Schemas['RationingRuleList'];
export type Ranking = Schemas['Ranking'];
export type Criterion = RationingRule['criteria'][number];
export type Principle = Schemas['CriterionView']['principle'];

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

export const TYPE_EVENTS = [
  'BURNS',
  'LETHAL_VIOLENCE',
  'ARMED_ATTACK',
  'CBRN',
  'BUS_CRASH',
  'TRAIN',
  'BUILDING_COLLAPSE',
  'SHIP',
  'OTHER',
] as const satisfies readonly TypeEvent[];

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
