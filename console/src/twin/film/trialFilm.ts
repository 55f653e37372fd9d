import type { Assignment, FilmPiece, Incident, Picture, Unit } from '../../api/contract';
import type { FilmSource } from '../../film/player';

/**
 * A day of the twin as the desk's film: what the run tells becomes cases, units and assignments,
 * step by step, just as the journal's entries do for a day that has been.
 */

/** A day of a run as the service hands it out; times are milliseconds from midnight. */
export interface TrialDay {
  readonly title: string;
  readonly region: string;
  readonly areas: readonly string[];
  readonly units: readonly { readonly id: string; readonly kind: Unit['kind']; station: string }[];
  readonly calls: readonly {
    readonly number: number;
    readonly at: number;
    readonly level: number;
    readonly area: number;
    /** Why they called; empty when the world's calls have no types. */
    readonly type?: string;
    readonly position: { readonly lat: number; readonly lon: number };
  }[];
  /** At, unit, what it does, call. */
  readonly steps: readonly (readonly [number, number, Doing, number])[];
  /** At, unit, latitude, longitude. */
  readonly spots: readonly (readonly [number, number, number, number])[];
}

export type Doing =
  | 'OFF'
  | 'STANDING'
  | 'TO_BASE'
  | 'ROLLING'
  | 'AT_ADDRESS'
  | 'LOADED'
  | 'AT_HOSPITAL'
  | 'PROMISED'
  | 'CARRYING';

const STATUS: Record<Doing, Unit['status']> = {
  OFF: 'OFF_DUTY',
  STANDING: 'AVAILABLE',
  TO_BASE: 'AVAILABLE',
  ROLLING: 'ROLLING',
  AT_ADDRESS: 'AT_ADDRESS',
  LOADED: 'LOADED',
  AT_HOSPITAL: 'AT_DESTINATION',
  PROMISED: 'TASKED',
  CARRYING: 'LOADED',
};

type Step = FilmPiece['steps'][number];
type Report = FilmPiece['positions'][number];

const ON_CALL: readonly Doing[] = ['ROLLING', 'AT_ADDRESS', 'LOADED', 'AT_HOSPITAL'];

export const DAY_MILLISECONDS = 86_400_000;

/** Entries in one piece, as the server's own films have. */
const STEPS_MAX = 500;

/** Makes every step of the day at once; a day of the largest region is some ten thousand. */
export class TrialFilm implements FilmSource {
  private readonly steps: Step[] = [];
  private readonly positions: Report[];
  private readonly incidents = new Map<number, Incident>();
  /** The units before anything has happened, and as they are now. */
  private readonly first: readonly Unit[];
  private readonly units: Unit[];
  private readonly open: (Assignment | null)[];
  private readonly count = new Map<number, number>();

  /**
   * @param midnight of the day, in milliseconds
   * @param priorityOf the code of a level of urgency
   */
  constructor(
    private readonly day: TrialDay,
    private readonly midnight: number,
    private readonly priorityOf: (level: number) => string,
  ) {
    this.open = day.units.map(() => null);
    this.first = day.units.map(({ id, kind, station }) => ({
      id,
      callSign: id.slice(-4),
      kind,
      region: day.region,
      station,
      owner: '',
      capabilities: [],
      crew: [],
      special: false,
      status: 'OFF_DUTY',
      statusSince: this.instant(0),
      version: 1,
    }));
    this.units = [...this.first];
    this.positions = day.spots.map(([at, unit, lat, lon]) => ({
      unit: day.units[unit]?.id ?? '',
      position: { lat, lon },
      at: this.instant(at),
    }));
    this.makeSteps();
  }

  private makeSteps() {
    const calls = this.day.calls.map((call) => () => this.called(call));
    const moments = [
      ...this.day.calls.map(({ at }, n) => ({ at: Math.max(0, at), run: calls[n] })),
      ...this.day.steps.map((step) => ({ at: step[0], run: () => this.stepped(...step) })),
    ];
    // What has the same moment keeps its order: calls are there before anybody is sent to them.
    moments.sort((a, b) => a.at - b.at);
    for (const { run } of moments) run?.();
  }

  private instant(at: number): string {
    return new Date(this.midnight + at).toISOString();
  }

  /** In the waiting room; the run itself says when who waits is rung, so nothing is due here. */
  private waiting(at: number): NonNullable<Incident['waiting']> {
    const later = this.instant(at + DAY_MILLISECONDS);
    return { nextDueAt: later, checkAt: later, missedContacts: 0 };
  }

  private push(at: number, type: string, step: Partial<Step>) {
    const { incident, unit } = step;
    this.steps.push({
      assignments: [],
      ...step,
      entry: {
        seq: this.steps.length + 1,
        at: this.instant(at),
        type,
        actor: '',
        command: '',
        data: {},
        ...(incident ? { incident: incident.id } : {}),
        ...(unit ? { unit: unit.id } : {}),
      },
    });
  }

  private called({ number, at, level, area, type, position }: TrialDay['calls'][number]) {
    const when = this.instant(at);
    const address = this.day.areas[area] ?? '';
    const incident: Incident = {
      id: `twin:1:${number}`,
      region: this.day.region,
      source: 'SOS_ALARM',
      phase: 'WAITING',
      receivedAt: when,
      times: {},
      callbackNumber: '',
      location: { address, municipality: '', position, quality: 'AREA' },
      indexCode: '',
      description: type ?? '',
      priority: this.priorityOf(level),
      threats: [],
      threatCount: 0,
      patients: [],
      duplicates: [],
      openAssignments: [],
      assignmentCount: 0,
      waiting: this.waiting(at),
      contacts: [],
      notes: [],
      version: 1,
    };
    this.incidents.set(number, incident);
    this.push(Math.max(0, at), 'IncidentOpened', { incident });
  }

  private stepped(at: number, unit: number, doing: Doing, call: number) {
    const was = this.open[unit];
    const meets = ON_CALL.includes(doing) && call >= 0;
    if (was && (!meets || was.incident !== this.incidents.get(call)?.id)) {
      this.leave(at, unit, was, meets);
    }
    const incident = meets ? this.incidents.get(call) : undefined;
    const assignment = incident ? this.meet(at, unit, doing, call, incident) : null;
    const now = this.unitNow(unit, doing, at, assignment);
    this.push(at, incident ? 'MilestoneReached' : 'UnitStatusChanged', {
      unit: now,
      ...(incident ? { incident: this.incidents.get(call) ?? incident } : {}),
      assignments: assignment ? [assignment] : [],
    });
  }

  private unitNow(at: number, doing: Doing, since: number, assignment: Assignment | null): Unit {
    const was = this.units[at];
    if (!was) throw new Error(`the day has no unit ${at}`);
    const { ...rest } = was;
    delete rest.assignment;
    const now: Unit = {
      ...rest,
      status: STATUS[doing],
      statusSince: this.instant(since),
      ...(assignment ? { assignment: assignment.id } : {}),
      version: was.version + 1,
    };
    this.units[at] = now;
    return now;
  }

  private meet(at: number, unit: number, doing: Doing, call: number, incident: Incident) {
    const was = this.open[unit];
    const now = this.instant(at);
    const reached = {
      ROLLING: { rollingAt: now },
      AT_ADDRESS: { atAddressAt: now },
      LOADED: { loadedAt: now },
      AT_HOSPITAL: { atDestinationAt: now },
    } as Partial<Record<Doing, Partial<Assignment['times']>>>;
    const number = (this.count.get(call) ?? 0) + (was ? 0 : 1);
    this.count.set(call, number);
    const assignment: Assignment = {
      ...(was ?? {
        id: `${incident.id}:${number}`,
        incident: incident.id,
        unit: this.day.units[unit]?.id ?? '',
        region: this.day.region,
        priority: incident.priority,
        state: 'OPEN' as const,
        reception: { state: 'NONE' as const },
        by: '',
        acknowledgeBy: now,
        lapses: [],
        version: 1,
        times: { assignedAt: now },
      }),
      milestone: STATUS[doing] as Assignment['milestone'],
    };
    const timed = { ...assignment, times: { ...assignment.times, ...reached[doing] } };
    this.open[unit] = timed;
    const { ...rest } = incident;
    delete rest.waiting;
    this.incidents.set(call, {
      ...rest,
      phase: 'ASSIGNED',
      openAssignments: [...new Set([...incident.openAssignments, timed.id])],
      assignmentCount: number,
      version: incident.version + 1,
    });
    return timed;
  }

  /** A unit is done with a case, or has been sent to another. */
  private leave(at: number, unit: number, was: Assignment, redirected: boolean) {
    this.open[unit] = null;
    const call = Number(was.incident.split(':')[2]);
    const incident = this.incidents.get(call);
    if (!incident) return;
    const arrived = was.times.atAddressAt !== undefined;
    const left = incident.openAssignments.filter((one) => one !== was.id);
    const { ...rest } = incident;
    delete rest.waiting;
    const next: Incident = {
      ...rest,
      openAssignments: left,
      version: incident.version + 1,
      ...(left.length > 0
        ? { phase: 'ASSIGNED' as const }
        : arrived
          ? { phase: 'CLOSED' as const, outcome: { kind: 'CONVEYED' as const, text: '' } }
          : { phase: 'WAITING' as const, waiting: this.waiting(at) }),
    };
    this.incidents.set(call, next);
    const state = arrived ? 'CLEARED' : redirected ? 'REDIRECTED' : 'STOOD_DOWN';
    const ended: Assignment = {
      ...was,
      state,
      times: { ...was.times, ...(arrived ? { clearAt: this.instant(at) } : {}) },
    };
    this.push(at, 'AssignmentEnded', { incident: next, assignments: [ended] });
  }

  /** How it all stood at a moment. */
  picture(at: string): Promise<Picture> {
    const until = Date.parse(at);
    const incidents = new Map<string, Incident>();
    const assignments = new Map<string, Assignment>();
    const units = new Map(this.first.map((unit) => [unit.id, unit] as const));
    let seq = 0;
    for (const { entry, incident, unit, assignments: told } of this.steps) {
      if (Date.parse(entry.at) > until) break;
      seq = entry.seq;
      if (incident) incidents.set(incident.id, incident);
      if (unit) units.set(unit.id, unit);
      for (const one of told) assignments.set(one.id, one);
    }
    const shown = [...incidents.values()].filter(({ phase }) => phase !== 'CLOSED');
    return Promise.resolve({
      seq,
      now: at,
      speed: 1,
      incidents: shown,
      units: [...units.values()],
      assignments: [...assignments.values()].filter(({ state }) => state === 'OPEN'),
      positions: this.positionsAt(until),
      obstacles: [],
      alarms: [],
    });
  }

  /** Where all are: in a run nobody is out of sight, and who stands still is where it stood. */
  private positionsAt(until: number): Report[] {
    const last = new Map<string, Report>();
    for (const report of this.positions) {
      if (Date.parse(report.at) > until) break;
      last.set(report.unit, report);
    }
    const at = new Date(until).toISOString();
    return [...last.values()].map((report) => ({ ...report, at }));
  }

  /** What came after a step, up to a moment. */
  piece(after: number, from: string, until: string): Promise<FilmPiece> {
    const end = Date.parse(until);
    const all = this.steps.slice(after).filter(({ entry }) => Date.parse(entry.at) <= end);
    const steps = all.slice(0, STEPS_MAX);
    const last = steps.at(-1);
    const reached = last && all.length > steps.length ? last.entry.at : until;
    const driven = this.positions.filter(
      ({ at }) => Date.parse(at) > Date.parse(from) && Date.parse(at) <= Date.parse(reached),
    );
    const positions = [...driven, ...this.positionsAt(Date.parse(reached))];
    return Promise.resolve({ seq: last?.entry.seq ?? after, until: reached, steps, positions });
  }

  /** Cases of the first level, to jump between. */
  marks(): { seq: number; at: string; kind: string; incident?: string }[] {
    const first = this.priorityOf(1);
    return this.steps
      .filter(({ entry, incident }) => {
        return entry.type === 'IncidentOpened' && incident?.priority === first;
      })
      .map(({ entry, incident }) => ({
        seq: entry.seq,
        at: entry.at,
        kind: 'PriorityOne',
        ...(incident ? { incident: incident.id } : {}),
      }));
  }
}
