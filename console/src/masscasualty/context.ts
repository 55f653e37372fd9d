import { createContext, useContext, type Dispatch } from 'react';
import type {
  Casualty,
  HospitalRoom,
  MajorIncident,
  Preparedness,
  Rationing,
  SieveRules,
} from './contract';
import type { MajorAction, MajorDesk, MajorForm } from './desk';

/** What all parts of the view of a major incident share. */
export interface Major {
  /** Null before the first answer. */
  readonly list: readonly MajorIncident[] | null;
  /** The one shown, or null when there is none. */
  readonly major: MajorIncident | null;
  /** Persons, those who wait for something first. */
  readonly casualties: readonly Casualty[];
  /** As the server reckons them: given, left and on their way. */
  readonly hospitals: readonly HospitalRoom[];
  /** Those in force first. */
  readonly rationings: readonly Rationing[];
  readonly prepared: Preparedness | null;
  readonly rules: SieveRules | null;
  /** Whether the last question got no answer: then what is shown is old. */
  readonly failed: boolean;
  /** The server's time in milliseconds, to ten seconds. */
  readonly now: number;
  readonly desk: MajorDesk;
  readonly dispatch: Dispatch<MajorAction>;
  /** The casualty under the cursor. */
  readonly casualty: Casualty | null;
  readonly acts: MajorActs;
}

/** What the commands of the view look at and do; the command table sees nothing else of it. */
export interface MajorActs {
  readonly major: MajorIncident | null;
  readonly casualty: Casualty | null;
  /** Those a decision is about: the marked ones, else the one under the cursor. */
  readonly chosen: readonly Casualty[];
  /** How many have been sieved and wait for a hospital. */
  readonly waiting: number;
  open(form: MajorForm): void;
  /** Marks or lets go the one under the cursor. */
  mark(): void;
  /** Marks all who wait for a hospital, or nobody when all of them are. */
  markWaiting(): void;
  /** Decides as the key proposes, one after another, for those chosen. */
  follow(): void;
  arrive(): void;
  /** Shows the situation report, which prints itself well and has a PDF. */
  report(): void;
  /** Saves it for other programs. */
  save(): void;
  /** Closes the open form, or lets go of the marked; false when there is neither. */
  back(): boolean;
}

export const MajorContext = createContext<Major | null>(null);

export function useMajor(): Major {
  const major = useContext(MajorContext);
  if (!major) throw new Error('useMajor outside of the view of a major incident');
  return major;
}
