import { createContext, useContext, type Dispatch } from 'react';
import type { Problem } from '../api/client';
import type { PlannedRide, RidePlan } from '../api/contract';
import type { RideForm, RidesAction, RidesDesk } from './desk';
import type { Bar, Row } from './plan';

/** What all parts of the view of rides share. */
export interface Rides {
  /** The last plan that came, or null before the first. */
  readonly plan: RidePlan | null;
  /** Whether the last question got no answer: then the plan is old. */
  readonly failed: boolean;
  readonly rows: readonly Row[];
  /** The server's time in milliseconds, to ten seconds. */
  readonly now: number;
  readonly desk: RidesDesk;
  readonly dispatch: Dispatch<RidesAction>;
  /** The chosen ride, with or without a vehicle. */
  readonly ride: PlannedRide | null;
  /** Where the chosen ride stands; null when no vehicle has it. */
  readonly bar: Bar | null;
  readonly acts: RidesActs;
}

/** What the commands of the view look at and do; the command table sees nothing else of it. */
export interface RidesActs {
  readonly ride: PlannedRide | null;
  readonly bar: Bar | null;
  open(form: RideForm): void;
  /** Places the chosen ride with a vehicle, by hand. */
  place(unit: string): Promise<Problem | null>;
  lock(): void;
  /** Leaves the chosen ride to the planner, or keeps it where it is. */
  hold(): void;
  zoom(step: 1 | -1): void;
  shift(step: 1 | -1): void;
  toNow(): void;
  group(): void;
  filter(): void;
  print(): void;
  /** Closes the open form; false when there is none. */
  back(): boolean;
  save(): void;
}

export const RidesContext = createContext<Rides | null>(null);

export function useRides(): Rides {
  const rides = useContext(RidesContext);
  if (!rides) throw new Error('useRides outside of the view of rides');
  return rides;
}
