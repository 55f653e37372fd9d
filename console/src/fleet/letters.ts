import type { UnitStatus } from '../api/contract';

/** The letters crews and dispatchers say on the radio. */
export const LETTERS: Record<UnitStatus, string> = {
  AVAILABLE: 'K',
  TASKED: 'T',
  ACKNOWLEDGED: 'U',
  ROLLING: 'R',
  AT_ADDRESS: 'F',
  AT_PATIENT: 'P',
  LOADED: 'L',
  AT_DESTINATION: 'D',
  HANDING_OVER: 'S',
  UNAVAILABLE: 'X',
  OFF_DUTY: 'O',
};
