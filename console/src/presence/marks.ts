import type { Entry } from '../api/contract';

/** The parts of a case that can be marked as changed by another. */
const FIELD_OF = {
  PriorityChanged: 'priority',
  DowngradeProposed: 'priority',
  DowngradeRejected: 'priority',
  LocationChanged: 'location',
  CallbackNumberChanged: 'callback',
  ThreatAdded: 'threats',
  ThreatWithdrawn: 'threats',
  ContactLogged: 'contacts',
  NoteAdded: 'notes',
  PatientAttached: 'patients',
  AssignmentOpened: 'assignments',
  AssignmentEnded: 'assignments',
  DestinationChosen: 'assignments',
  MarkedDuplicate: 'phase',
  DuplicateFound: 'phase',
  PaperAdded: 'notes',
  IncidentClosed: 'phase',
  IncidentReopened: 'phase',
} as const;

export type MarkedField = (typeof FIELD_OF)[keyof typeof FIELD_OF];

/** The name the journal shows for what the clock did: nobody's change. */
const CLOCK = 'dirigent';
/** Cases a person has looked at that are remembered; a shift's, and then some. */
const LOOKED_MAX = 300;
/** Marks kept of one case, the newest; more than anybody reads one by one. */
const MARKS_MAX = 20;

/** What a person at a desk has changed of a case: a crew's statuses show by themselves. */
export function fieldOf(entry: Entry): MarkedField | null {
  if (entry.actor === CLOCK) return null;
  return (FIELD_OF as Record<string, MarkedField>)[entry.type] ?? null;
}

type Kept = { looked: string[]; marks: [string, Entry[]][] };

/**
 * What others have changed of the cases this person has looked at, since they last did. Kept for
 * as long as the browser's tab, so that a reload does not make it seen.
 */
export class Marks {
  private looked: string[] = [];
  private marks = new Map<string, readonly Entry[]>();
  private seq = -1;
  private open: string | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly me: string,
    private readonly key: string,
    private readonly storage: Pick<Storage, 'getItem' | 'setItem'>,
  ) {
    try {
      const kept = JSON.parse(storage.getItem(key) ?? '{}') as Partial<Kept>;
      this.looked = kept.looked ?? [];
      this.marks = new Map(kept.marks ?? []);
    } catch {
      // What an older page of ours kept in another form is not worth a warning.
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** By case; a new map whenever something in it has changed. */
  get = (): ReadonlyMap<string, readonly Entry[]> => this.marks;

  /** Takes the newest entries of the picture; those taken before are passed over. */
  take(entries: readonly Entry[]) {
    const fresh = entries.filter((one) => one.seq > this.seq);
    this.seq = fresh.at(-1)?.seq ?? this.seq;
    const news = fresh.filter(
      (one) =>
        one.actor !== this.me &&
        one.incident !== undefined &&
        this.looked.includes(one.incident) &&
        fieldOf(one) !== null,
    );
    if (news.length === 0) return;
    const marks = new Map(this.marks);
    for (const one of news) {
      const id = one.incident ?? '';
      marks.set(id, [...(marks.get(id) ?? []), one].slice(-MARKS_MAX));
    }
    this.change(marks);
  }

  /** The person turns to a case, or to none: what was marked on the one before is now seen. */
  turnTo(incident: string | null) {
    if (incident === this.open) return;
    const before = this.open;
    this.open = incident;
    if (incident !== null)
      this.looked = [...this.looked.filter((one) => one !== incident), incident].slice(-LOOKED_MAX);
    if (before === null) this.keep();
    else this.seen(before);
  }

  /** The person says so: what was marked on the case is seen. */
  seen(incident: string) {
    const marks = new Map(this.marks);
    marks.delete(incident);
    this.change(marks);
  }

  private change(marks: Map<string, readonly Entry[]>) {
    this.marks = marks;
    this.keep();
    for (const listener of this.listeners) listener();
  }

  private keep() {
    const kept = { looked: this.looked, marks: [...this.marks] };
    try {
      this.storage.setItem(this.key, JSON.stringify(kept));
    } catch {
      // A full storage costs the marks after a reload, and nothing else.
    }
  }
}
