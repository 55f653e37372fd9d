import type { Entry } from '../api/contract';

/** Entries of the journal about major incidents, their casualties or what is prepared for them. */
const TOLD: readonly string[] = [
  'MajorIncidentDeclared',
  'MethaneTold',
  'LevelDecided',
  'TypeChanged',
  'PlaceOrganised',
  'HelpExpected',
  'HelpCalledOff',
  'IncidentCollected',
  'IncidentLetGo',
  'KeyTaken',
  'CapacityReported',
  'DecisionNoted',
  'MissingCounted',
  'MajorIncidentEnded',
  'CasualtyRegistered',
  'CasualtyCategorised',
  'CasualtyDescribed',
  'CasualtyIdentified',
  'DestinationDecided',
  'CasualtyDeparted',
  'CasualtyArrived',
  'CasualtyAdmitted',
  'CasualtySettled',
  'CasualtyMerged',
  'CasualtySplit',
  'CasualtyReopened',
  'CasualtyCorrected',
  'TagUsedTwice',
  'ResponseCalled',
  'RationingBegun',
  'CasualtiesRanked',
  'RationingEnded',
  'CapacityDocumented',
  'BedsPlanned',
  'KeySettled',
];

/** Those about a rationing, which alone are worth asking for one again. */
const RATIONED: readonly string[] = ['RationingBegun', 'CasualtiesRanked', 'RationingEnded'];

/** The newest of them; 0 when there is none. */
export function newestRationing(entries: readonly Entry[]): number {
  return entries.findLast((one) => RATIONED.includes(one.type))?.seq ?? 0;
}

/** The newest of them, so that what has changed is asked for at once; 0 when there is none. */
export function newestOf(entries: readonly Entry[]): number {
  return entries.findLast((one) => TOLD.includes(one.type))?.seq ?? 0;
}
