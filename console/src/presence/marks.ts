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
  UnitStoodDown: 'assignments',
  UnitRedirected: 'assignments',
  DestinationChosen: 'assignments',
  QuestionAnswered: 'priority',
  AssessmentEnded: 'phase',
  Referred: 'phase',
  ReferralCancelled: 'phase',
  MarkedDuplicate: 'phase',
  DuplicateFound: 'phase',
  PaperAdded: 'notes',
  IncidentClosed: 'phase',
  IncidentReopened: 'phase',
} as const;

export type MarkedField = (typeof FIELD_OF)[keyof typeof FIELD_OF];

/** The name the journal shows for what the clock did: nobody's change. */
const CLOCK = 'dirigent';
/** What has stood on the screen for so long counts as read, in milliseconds. */
export const READ_MILLISECONDS = 1_500;
/** Cases a person has looked at that are remembered; a shift's, and then some. */
const LOOKED_MAX = 300;
/** Marks kept of one case, the newest; more than anybody reads one by one. */
const MARKS_MAX = 20;

/** What a person at a desk has changed of a case: a crew's statuses show by themselves. */
export function fieldOf(entry: Entry): MarkedField | null {
  if (entry.actor === CLOCK) return null;
  return (FIELD_OF as Record<string, MarkedField>)[entry.type] ?? null;
}

/** The case, and the journal sequence up to which the person has seen it. */
type Kept = readonly (readonly [string, number])[];

/**
 * What others have changed of the cases this person has looked at, since they last did. What is
 * kept in the browser is only which cases, and up to where in the journal they are seen: the
 * changes themselves tell of patients and are asked for anew.
 */
export class Marks {
  private readonly seenTo = new Map<string, number>();
  private marks = new Map<string, readonly Entry[]>();
  /** Journal sequence up to which every change is taken; -1 before the first picture. */
  private seq = -1;
  /** The same for what is too new to have been read. */
  private heard = -1;
  private unread: { incident: string; seq: number; at: number }[] = [];
  private open: string | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly me: string,
    private readonly key: string,
    private readonly storage: Pick<Storage, 'getItem' | 'setItem'>,
    private readonly now: () => number = () => Date.now(),
  ) {
    this.takeOver();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** By case; a new map whenever something in it has changed. */
  get = (): ReadonlyMap<string, readonly Entry[]> => this.marks;

  /**
   * Takes the newest entries of a picture. Gives null when they are whole, else the sequence after
   * which something is missing: this browser was closed or asleep, and others were not.
   */
  take(entries: readonly Entry[], seq: number): number | null {
    this.hear(entries, seq);
    if (seq <= this.seq || (this.seq < 0 && this.seenTo.size === 0)) {
      this.reach(seq);
      return null;
    }
    if (this.seq < 0) return Math.min(...this.seenTo.values());
    const fresh = entries.filter((one) => one.seq > this.seq);
    // The journal's numbers have no gaps, so that as many as are new are all of them.
    if (fresh.length < seq - this.seq) return this.seq;
    this.add(fresh);
    this.reach(seq);
    return null;
  }

  /** Takes what was missing up to a sequence. */
  learn(news: readonly Entry[], seq: number) {
    this.add(news.filter((one) => one.seq > this.seq));
    this.reach(Math.max(seq, news.at(-1)?.seq ?? 0));
  }

  /** The first change of the case by another that has not stood long enough to be read, or null. */
  unreadOf(incident: string): number | null {
    const since = this.now() - READ_MILLISECONDS;
    this.unread = this.unread.filter((one) => one.at > since);
    return this.unread.find((one) => one.incident === incident)?.seq ?? null;
  }

  /** The person turns to a case, or to none: what was marked on the one before is now seen. */
  turnTo(incident: string | null) {
    if (incident === this.open) return;
    const before = this.open;
    this.open = incident;
    this.lookAt(incident);
    if (before === null) this.keep();
    else this.seen(before);
  }

  /** The person says so: what was marked on the case is seen. */
  seen(incident: string) {
    if (this.seq >= 0) this.seenTo.set(incident, this.seq);
    this.change([...this.marks].filter(([id]) => id !== incident));
    this.keep();
  }

  /** Another window of the same browser has seen more. */
  takeOver() {
    for (const [incident, seq] of this.kept())
      this.seenTo.set(incident, Math.max(seq, this.seenTo.get(incident) ?? -1));
    const left = [...this.marks].map(([id, entries]) => {
      const seen = this.seenTo.get(id) ?? -1;
      return [id, entries.filter((one) => one.seq > seen)] as const;
    });
    this.change(left.filter(([, entries]) => entries.length > 0));
  }

  private lookAt(incident: string | null) {
    if (incident === null || this.seq < 0) return;
    const seen = this.seenTo.get(incident) ?? this.seq;
    // Put last: when there are too many, those looked at longest ago are forgotten.
    this.seenTo.delete(incident);
    this.seenTo.set(incident, seen);
  }

  private hear(entries: readonly Entry[], seq: number) {
    const at = this.now();
    for (const one of entries)
      if (this.heard >= 0 && one.seq > this.heard && this.tells(one))
        this.unread.push({ incident: one.incident ?? '', seq: one.seq, at });
    this.unread = this.unread.filter((one) => one.at > at - READ_MILLISECONDS);
    this.heard = seq;
  }

  private reach(seq: number) {
    this.seq = seq;
    this.lookAt(this.open);
  }

  private tells(one: Entry): boolean {
    return one.actor !== this.me && one.incident !== undefined && fieldOf(one) !== null;
  }

  private add(entries: readonly Entry[]) {
    const news = entries.filter(
      (one) => this.tells(one) && one.seq > (this.seenTo.get(one.incident ?? '') ?? Infinity),
    );
    if (news.length === 0) return;
    const marks = new Map(this.marks);
    for (const one of news) {
      const id = one.incident ?? '';
      marks.set(id, [...(marks.get(id) ?? []), one].slice(-MARKS_MAX));
    }
    this.change(marks);
  }

  private change(marks: Iterable<readonly [string, readonly Entry[]]>) {
    this.marks = new Map(marks);
    for (const listener of this.listeners) listener();
  }

  private kept(): Kept {
    try {
      const kept: unknown = JSON.parse(this.storage.getItem(this.key) ?? '[]');
      return Array.isArray(kept) ? (kept as Kept).filter(([, seq]) => Number.isInteger(seq)) : [];
    } catch {
      // What an older page of ours kept in another form is not worth a warning.
      return [];
    }
  }

  private keep() {
    for (const id of this.seenTo.keys()) {
      if (this.seenTo.size <= LOOKED_MAX) break;
      this.seenTo.delete(id);
    }
    try {
      this.storage.setItem(this.key, JSON.stringify([...this.seenTo]));
    } catch {
      // A full storage costs the marks after a reload, and nothing else.
    }
  }
}
