import type { Assignment } from '../api/contract';
import type { Desk } from '../picture/desk';

/** What a step of the tour looks at to know that the user has really done it. */
export interface Scene {
  readonly desk: Pick<Desk, 'incident' | 'explain'>;
  /** The user's own acts since the step began, by the type of their journal entry. */
  readonly acts: ReadonlySet<string>;
  /** The open assignments on the open case. */
  readonly open: readonly Assignment[];
  /** The id of the element with the focus. */
  readonly focus: string;
  /** The menu of views stands open. */
  readonly menu: boolean;
}

/** A step: what it says stands under its name in the texts, what it speaks of on the page. */
export interface Step {
  readonly id: StepId;
  /** What to mark on the page while the step waits; empty when it speaks of nothing there. */
  readonly marks: string;
  /** Null for what is only read: the user says when to go on. */
  readonly done: ((scene: Scene) => boolean) | null;
}

export type StepId =
  | 'welcome'
  | 'new'
  | 'explain'
  | 'assign'
  | 'follow'
  | 'recall'
  | 'waiting'
  | 'contact'
  | 'priority'
  | 'note'
  | 'again'
  | 'clear'
  | 'close'
  | 'views'
  | 'done';

const did = (...types: readonly string[]) => {
  return ({ acts }: Scene) => types.some((one) => acts.has(one));
};

/** The first shift, in the order a day has: about ten minutes at the pace of the clock. */
export const STEPS: readonly Step[] = [
  { id: 'welcome', marks: '', done: null },
  { id: 'new', marks: '.panel', done: did('IncidentOpened') },
  { id: 'explain', marks: '.panel', done: ({ desk }) => desk.explain !== null },
  { id: 'assign', marks: '.suggestions', done: did('UnitAssigned') },
  { id: 'follow', marks: '.assignments', done: ({ open }) => open.some(isAcknowledged) },
  { id: 'recall', marks: '.assignments', done: did('UnitStoodDown') },
  { id: 'waiting', marks: '.incidents', done: ({ focus }) => focus === 'list-waiting' },
  { id: 'contact', marks: '.case-actions', done: did('ContactLogged') },
  { id: 'priority', marks: '.case-head', done: did('PriorityChanged', 'DowngradeProposed') },
  { id: 'note', marks: '.command-line', done: did('NoteAdded') },
  { id: 'again', marks: '.suggestions', done: did('UnitAssigned') },
  { id: 'clear', marks: '.case-actions', done: did('MilestonePassed') },
  { id: 'close', marks: '.incidents', done: did('IncidentClosed') },
  { id: 'views', marks: '#view-menu', done: ({ menu }) => menu },
  { id: 'done', marks: '', done: null },
];

function isAcknowledged({ times }: Assignment): boolean {
  return Boolean(times.acknowledgedAt ?? times.rollingAt);
}

/** A place as it was kept, or the beginning: an older page of ours may have had other steps. */
export function placeFrom(kept: string | null): number {
  const step = STEPS.findIndex((one) => one.id === kept);
  return Math.max(0, step);
}
