import { Problem } from '../api/client';
import type { CrewAssignment, CrewRide, UnitGlance } from '../api/contract';
import type { ServerClock } from '../model/picture';
import { serverTime } from '../model/time';

/** What the phone knows of its unit, and how fresh that is. */
export interface CrewPicture {
  readonly glance: UnitGlance | null;
  /** The assignment as last read; null when the unit is on none, or before the first read. */
  readonly read: CrewAssignment | null;
  /** The care transports the unit takes, as last read. */
  readonly rides: readonly CrewRide[];
  readonly clock: ServerClock | null;
  /** True from a question without an answer until the next answer. */
  readonly failing: boolean;
  /** The server's words when it does not let this user see the unit. */
  readonly refused: string;
}

/** Where the link asks; both reject with a Problem. */
export interface CrewSource {
  glance(): Promise<UnitGlance>;
  /** Null when the unit is on no assignment. */
  assignment(): Promise<CrewAssignment | null>;
  rides(): Promise<readonly CrewRide[]>;
}

/**
 * Asked this often, there is room for one slow answer before silence counts as a lost link; the
 * page looks twice a second and then paints, so that it says so within 3 s.
 */
export const ASK_MILLISECONDS = 1_000;
const LOST_MILLISECONDS = 2_200;

const NOTHING: CrewPicture = {
  glance: null,
  read: null,
  rides: [],
  clock: null,
  failing: false,
  refused: '',
};

/**
 * Asks for the unit once a second, and for its assignment and its rides only when something of them
 * is new, since those reads are logged. Keeps the last answer when there is none to get.
 */
export class CrewLink {
  private picture = NOTHING;
  private mark: string | null | undefined;
  private ridesMark: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly source: CrewSource,
    private readonly heard: () => void,
    private readonly now: () => number = () => Date.now(),
  ) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get = (): CrewPicture => this.picture;

  start() {
    this.stopped = false;
    void this.run();
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async run() {
    await this.ask();
    if (!this.stopped) this.timer = setTimeout(() => void this.run(), ASK_MILLISECONDS);
  }

  /** Asks once, now. */
  async ask(): Promise<void> {
    try {
      const glance = await this.source.glance();
      const mark = glance.mark ?? null;
      const read = mark === this.mark ? this.picture.read : await this.assignment(mark);
      this.mark = mark;
      const ridesMark = glance.rides ?? null;
      const rides = ridesMark === this.ridesMark ? this.picture.rides : await this.rides(ridesMark);
      this.ridesMark = ridesMark;
      const clock = { now: Date.parse(glance.now), speed: glance.speed, heardAt: this.now() };
      this.set({ glance, read, rides, clock, failing: false, refused: '' });
      this.heard();
    } catch (error) {
      const refused = error instanceof Problem && (error.status === 403 || error.status === 404);
      this.set({ ...this.picture, failing: true, refused: refused ? error.message : '' });
    }
  }

  private assignment(mark: string | null): Promise<CrewAssignment | null> {
    return mark === null ? Promise.resolve(null) : this.source.assignment();
  }

  private rides(mark: string | null): Promise<readonly CrewRide[]> {
    return mark === null ? Promise.resolve([]) : this.source.rides();
  }

  private set(picture: CrewPicture) {
    if (this.stopped) return;
    this.picture = picture;
    for (const listener of this.listeners) listener();
  }
}

/** Whether the picture is fresh when the browser's clock shows `at`. */
export function linkState(
  { clock, failing }: CrewPicture,
  at: number,
): 'CONNECTING' | 'LIVE' | 'LOST' {
  if (!clock) return failing ? 'LOST' : 'CONNECTING';
  return failing || at - clock.heardAt > LOST_MILLISECONDS ? 'LOST' : 'LIVE';
}

/**
 * The server's time when the browser's clock shows `at`. Never ahead of it: an answer is heard
 * after it was given.
 */
export function crewTime(picture: CrewPicture, at: number): number {
  return serverTime(picture.clock, at);
}
