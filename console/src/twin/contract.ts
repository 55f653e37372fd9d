import type { Instant, Position } from '../api/contract';

/**
 * What the program around the service says of the twin; the service's own description does not
 * know it. Times of shifts are `07:30`, or `07:30:00`, by the region's clock.
 */

export type StudyState = 'WAITING' | 'RUNNING' | 'DONE' | 'CANCELLED' | 'CUT' | 'FAILED';

/** A study in the list. */
export interface StudyLine {
  readonly id: string;
  readonly author: string;
  readonly at: Instant;
  readonly scenarios: readonly string[];
  readonly replications: number;
  readonly days: number;
  readonly seed: number;
  readonly state: StudyState;
  readonly done: number;
  readonly of: number;
  readonly seconds: number;
  readonly secondsLeft?: number;
  readonly problem?: string;
}

export interface Part {
  readonly name: string;
  readonly text: string;
}

export interface Plan {
  readonly scenarios: readonly Part[];
  readonly replications: number;
  readonly days: number;
  readonly seed: number;
}

/** A mean with half its 95 % interval, in the unit it is written in, and as it is written. */
export interface Range {
  readonly mean: number;
  readonly half: number;
  readonly text: string;
}

export interface Cell {
  readonly value?: Range;
  readonly change?: Range;
  readonly kind: 'NONE' | 'LOWER' | 'HIGHER' | 'NO_DETECTABLE_DIFFERENCE';
  readonly verdict: string;
  readonly runs: number;
}

export interface Column {
  readonly kind: string;
  readonly level?: number;
  readonly area?: string;
  readonly region?: string;
  readonly type?: string;
  readonly name: string;
  readonly unit: string;
  readonly unitOfChange: string;
}

/** Whether a measure is of all calls, not of one municipality, region of several or type. */
export function isWhole({ area, region, type }: Column): boolean {
  return area === undefined && region === undefined && type === undefined;
}

export interface Comparison {
  readonly definition: string;
  readonly reading: string;
  readonly measures: readonly Column[];
  readonly scenarios: readonly {
    readonly title: string;
    readonly changes: readonly string[];
    readonly traceHash: string;
    readonly cells: readonly Cell[];
  }[];
}

export interface Study {
  readonly study: StudyLine;
  readonly scenarios: readonly Part[];
  readonly comparison?: Comparison;
  /** Whether it was counted otherwise than now: it has no figures to show. */
  readonly outdated: boolean;
}

export type Shared = 'OWN' | 'REGION' | 'ALL';

/** A kept scenario as the shelf lists it. */
export interface SavedLine {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly version: number;
  readonly author: string;
  readonly shared: Shared;
  readonly at: Instant;
}

export interface SavedScenario extends SavedLine {
  readonly text: string;
}

export interface Shelf {
  readonly ready: readonly {
    readonly name: string;
    readonly title: string;
    readonly text: string;
    readonly tree?: Tree;
  }[];
  readonly saved: readonly SavedLine[];
}

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly position: Position;
}

export interface Hours {
  readonly days: string;
  readonly from: string;
  readonly to: string;
  readonly mealFrom?: string;
  readonly mealTo?: string;
}

export interface BaseUnit {
  readonly id: string;
  readonly kind: string;
  readonly station: string;
  readonly shifts: readonly Hours[];
}

/** Why people call; shares are 0 to 1, `scene` is time on scene beside the usual. */
export interface CallType {
  readonly name: string;
  readonly share: number;
  readonly levels: readonly number[];
  readonly conveyed: number;
  readonly scene: number;
}

/** What the changes of a scenario are made to. */
export interface Base {
  readonly region: string;
  readonly perDay: number;
  /** Whether wards order care transports in it. */
  readonly rides?: boolean;
  /** Whether it is several regions, which order none together. */
  readonly several?: boolean;
  readonly types: readonly CallType[];
  readonly stations: readonly Place[];
  readonly hospitals: readonly Place[];
  readonly units: readonly BaseUnit[];
}

/** Keys and values of a file: texts, lists and maps of them. */
export type Value = string | Tree | readonly Value[];
export interface Tree {
  readonly [key: string]: Value;
}

export interface Reading {
  readonly title: string;
  readonly tree?: Tree;
  readonly base?: Base;
  /** `path` names what it is about: `units.0.station`, or empty. */
  readonly refused?: { readonly line: number; readonly path: string; readonly what: string };
}
