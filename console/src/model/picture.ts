import type {
  Alarm,
  Assignment,
  Change,
  Clock,
  Entry,
  Incident,
  Obstacle,
  Picture,
  PositionReport,
  Presence,
  Unit,
} from '../api/contract';

/** This many journal entries are kept, the newest; older ones are on the server. */
export const ENTRIES_MAX = 300;
/** Closed cases stay readable, and can be reopened, until this many newer ones have closed. */
export const CLOSED_MAX = 100;

/**
 * What the page knows of one region: the last snapshot with every later change folded in.
 * Instants are ISO-8601 strings as they came; `heardAt` is the browser's clock in milliseconds.
 */
export interface Model {
  /** Journal sequence of the newest change folded in; -1 before the first snapshot. */
  readonly seq: number;
  readonly incidents: ReadonlyMap<string, Incident>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly assignments: ReadonlyMap<string, Assignment>;
  readonly alarms: ReadonlyMap<string, Alarm>;
  readonly positions: ReadonlyMap<string, PositionReport>;
  /** Those that stand. */
  readonly obstacles: ReadonlyMap<string, Obstacle>;
  readonly entries: readonly Entry[];
  readonly clock: ServerClock | null;
  readonly connection: Connection;
  /** Who has which case in view just now, all of the region; empty while nothing is heard. */
  readonly presence: readonly Presence[];
}

/** The server's time when the browser's clock stood at `heardAt`, and how fast it runs. */
export interface ServerClock {
  readonly now: number;
  readonly speed: number;
  readonly heardAt: number;
}

export interface Connection {
  readonly state: 'CONNECTING' | 'LIVE' | 'LOST';
  /** When the last message came, by the browser's clock; null before the first. */
  readonly heardAt: number | null;
}

export type Message =
  | { type: 'snapshot'; picture: Picture; at: number }
  | { type: 'change'; change: Change; at: number }
  | { type: 'positions'; reports: readonly PositionReport[]; at: number }
  | { type: 'clock'; clock: Clock; at: number }
  | { type: 'presence'; people: readonly Presence[]; at: number }
  | { type: 'opened'; at: number }
  | { type: 'lost' };

export const EMPTY: Model = {
  seq: -1,
  incidents: new Map(),
  units: new Map(),
  assignments: new Map(),
  alarms: new Map(),
  positions: new Map(),
  obstacles: new Map(),
  entries: [],
  clock: null,
  connection: { state: 'CONNECTING', heardAt: null },
  presence: [],
};

/** Folds messages in order. Pure: the same model and messages give the same result, always. */
export function fold(model: Model, messages: readonly Message[]): Model {
  const draft = new Draft(model);
  for (const message of messages) draft.take(message);
  return draft.finish();
}

/**
 * A model under change: each map is copied at most once per batch, so that a burst of a thousand
 * changes costs one copy and not a thousand.
 */
class Draft {
  private model: Model;
  private readonly copied = new Set<string>();

  constructor(model: Model) {
    this.model = model;
  }

  finish(): Model {
    return this.model;
  }

  take(message: Message): void {
    switch (message.type) {
      case 'snapshot':
        this.snapshot(message.picture);
        break;
      case 'change':
        this.change(message.change);
        break;
      case 'positions':
        this.positions(message.reports);
        break;
      case 'clock':
        this.clock(message.clock, message.at);
        break;
      case 'presence':
        this.model = { ...this.model, presence: message.people };
        break;
      case 'opened':
        // The server tells it anew on each line, when there is anybody.
        this.model = { ...this.model, presence: [] };
        break;
      case 'lost':
        this.model = {
          ...this.model,
          connection: { ...this.model.connection, state: 'LOST' },
          presence: [],
        };
        return;
    }
    this.heard(message.at);
  }

  private heard(at: number) {
    const state = this.model.seq < 0 ? 'CONNECTING' : 'LIVE';
    this.model = { ...this.model, connection: { state, heardAt: at } };
  }

  /**
   * A snapshot is the whole truth and replaces everything, also when its sequence is lower than
   * ours (the server was restored from a copy). Only cases already closed are carried over.
   */
  private snapshot(picture: Picture) {
    const closed = [...this.model.incidents.values()].filter((one) => one.phase === 'CLOSED');
    const incidents = byId([...closed, ...picture.incidents], (one) => one.id);
    this.model = {
      ...this.model,
      seq: picture.seq,
      incidents: dropOldestClosed(incidents),
      units: byId(picture.units, (one) => one.id),
      assignments: byId(picture.assignments, (one) => one.id),
      alarms: byId(picture.alarms, (one) => one.id),
      positions: byId(picture.positions, (one) => one.unit),
      obstacles: byId(picture.obstacles, (one) => one.id),
    };
    for (const name of ['incidents', 'units', 'assignments', 'alarms', 'positions', 'obstacles'])
      this.copied.add(name);
  }

  /** Each change carries whole new states, so gaps are harmless and repeats are not taken twice. */
  private change(change: Change) {
    if (this.model.seq < 0 || change.seq <= this.model.seq) return;
    this.model = { ...this.model, seq: change.seq };
    if (change.incidents.length > 0) {
      putNewer(this.own('incidents'), change.incidents);
      if (change.incidents.some((one) => one.phase === 'CLOSED'))
        this.model = { ...this.model, incidents: dropOldestClosed(this.own('incidents')) };
    }
    if (change.units.length > 0) putNewer(this.own('units'), change.units);
    if (change.assignments.length > 0) {
      putNewer(this.own('assignments'), change.assignments);
      this.forgetEndedAssignments();
    }
    if (change.obstacles.length > 0) {
      const obstacles = this.own('obstacles');
      putNewer(obstacles, change.obstacles);
      for (const one of change.obstacles) if (one.phase !== 'OPEN') obstacles.delete(one.id);
    }
    if (change.alarms.length > 0) {
      const alarms = this.own('alarms');
      putNewer(alarms, change.alarms);
      for (const one of change.alarms) if (one.endedAt) alarms.delete(one.id);
    }
    if (change.entries.length > 0)
      this.model = {
        ...this.model,
        entries: [...this.model.entries, ...change.entries].slice(-ENTRIES_MAX),
      };
  }

  /** Ended assignments are needed as long as their case is in view, and no longer. */
  private forgetEndedAssignments() {
    const { assignments, incidents } = this.model;
    if (assignments.size <= 2 * (incidents.size + this.model.units.size) + CLOSED_MAX) return;
    const kept = [...assignments].filter(
      ([, one]) => one.state === 'OPEN' || incidents.has(one.incident),
    );
    this.model = { ...this.model, assignments: new Map(kept) };
    this.copied.add('assignments');
  }

  /** Reports come conflated and may come late: only a later one moves a unit. */
  private positions(reports: readonly PositionReport[]) {
    const newer = reports.filter((report) => {
      const known = this.model.positions.get(report.unit);
      return !known || Date.parse(report.at) >= Date.parse(known.at);
    });
    if (newer.length === 0) return;
    const positions = this.own('positions');
    for (const report of newer) positions.set(report.unit, report);
  }

  private clock(clock: Clock, at: number) {
    const now = Date.parse(clock.now);
    if (Number.isNaN(now)) return;
    this.model = { ...this.model, clock: { now, speed: clock.speed, heardAt: at } };
  }

  private own<
    K extends 'incidents' | 'units' | 'assignments' | 'alarms' | 'positions' | 'obstacles',
  >(name: K) {
    type Owned = Model[K] extends ReadonlyMap<string, infer V> ? Map<string, V> : never;
    if (!this.copied.has(name)) {
      this.copied.add(name);
      const copy = new Map<string, unknown>(this.model[name]);
      this.model = { ...this.model, [name]: copy };
    }
    return this.model[name] as unknown as Owned;
  }
}

function byId<T>(list: readonly T[], id: (one: T) => string): Map<string, T> {
  return new Map(list.map((one) => [id(one), one]));
}

function putNewer<T extends { id: string; version: number }>(
  map: Map<string, T>,
  list: readonly T[],
) {
  for (const one of list) {
    const known = map.get(one.id);
    if (!known || one.version >= known.version) map.set(one.id, one);
  }
}

function dropOldestClosed(incidents: Map<string, Incident>): Map<string, Incident> {
  const closed = [...incidents.values()].filter((one) => one.phase === 'CLOSED');
  // A map keeps the order of first insertion, so the first ones closed are the oldest known.
  for (const one of closed.slice(0, Math.max(0, closed.length - CLOSED_MAX)))
    incidents.delete(one.id);
  return incidents;
}
