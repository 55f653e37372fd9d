import type { FilmPiece, Picture } from '../api/contract';
import type { PictureStore } from '../picture/store';

export const SPEEDS = [1, 2, 5, 10, 30, 60] as const;
/** Real seconds of film that are fetched ahead of what is shown. */
const AHEAD_SECONDS = 20;
/** A piece is never asked for in shorter stretches than this: each is a request and a log line. */
const PIECE_SECONDS_MIN = 120;

export interface FilmSource {
  picture(at: string): Promise<Picture>;
  piece(after: number, from: string, until: string): Promise<FilmPiece>;
}

/** What the controls show. Times in milliseconds. */
export interface FilmState {
  readonly at: number;
  readonly speed: number;
  readonly playing: boolean;
  /** LOADING also while a film that runs has caught up with what has been fetched. */
  readonly state: 'LOADING' | 'READY' | 'FAILED';
  /** Why it failed, in the server's words when it had any. */
  readonly problem: string;
}

/** Plays the past into a picture store, which then looks like the live one did. */
export class FilmPlayer {
  private film: FilmState;
  private steps: FilmPiece['steps'] = [];
  private positions: FilmPiece['positions'] = [];
  private seq = -1;
  /** Up to where everything has been fetched. */
  private known = 0;
  private fetching = false;
  /** Counts the jumps: an answer to a question from before the last one is let fall. */
  private jump = 0;
  private tickedAt = 0;
  private readonly listeners = new Set<() => void>();

  /**
   * @param now the browser's clock in milliseconds
   * @param present the service's time in milliseconds: where every film ends
   */
  constructor(
    private readonly source: FilmSource,
    private readonly store: PictureStore,
    private readonly present: () => number,
    start: number,
    private readonly now: () => number = () => Date.now(),
  ) {
    this.film = { at: start, speed: 10, playing: false, state: 'LOADING', problem: '' };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get = (): FilmState => this.film;

  /** Jumps to a moment and shows the picture it had. */
  async seek(wanted: number): Promise<void> {
    const at = Math.min(wanted, this.present() - 1000);
    const jump = ++this.jump;
    this.set({ at, state: 'LOADING', problem: '' });
    try {
      const picture = await this.source.picture(new Date(at).toISOString());
      if (jump !== this.jump) return;
      this.steps = [];
      this.positions = [];
      this.seq = picture.seq;
      this.known = at;
      this.fetching = false;
      this.store.reset();
      this.store.push({ type: 'snapshot', picture, at: this.now() });
      this.set({ state: 'READY' });
      this.tell();
      this.store.flush();
    } catch (error) {
      if (jump === this.jump) this.fail(error);
    }
  }

  play(playing: boolean) {
    this.tickedAt = this.now();
    this.set({ playing });
    this.tell();
  }

  setSpeed(speed: number) {
    this.set({ speed });
    this.tell();
  }

  /** One speed up or down. */
  faster(steps: 1 | -1) {
    const place = SPEEDS.findIndex((one) => one === this.film.speed) + steps;
    this.setSpeed(SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, place))] ?? 1);
  }

  /** Lets time pass: shows what has happened by now and fetches what is next. */
  tick() {
    const now = this.now();
    const passed = (now - this.tickedAt) * this.film.speed;
    this.tickedAt = now;
    if (!this.film.playing || this.film.state === 'FAILED' || this.seq < 0) return;
    if (this.film.at >= this.present() - 1000) {
      this.play(false);
      return;
    }
    const at = Math.min(this.film.at + passed, this.known);
    this.show(at);
    this.set({ at, state: at >= this.known && this.fetching ? 'LOADING' : 'READY' });
    this.tell();
    void this.fetchAhead();
  }

  /** Everything that had happened by the moment, in the journal's order. */
  private show(at: number) {
    const passed = this.steps.findIndex((one) => Date.parse(one.entry.at) > at);
    const due = this.steps.splice(0, passed < 0 ? this.steps.length : passed);
    for (const { entry, incident, unit, assignments, obstacle, alarm } of due)
      this.store.push({
        type: 'change',
        at: this.now(),
        change: {
          seq: entry.seq,
          entries: [{ ...entry, data: entry.data }],
          incidents: incident ? [incident] : [],
          units: unit ? [unit] : [],
          assignments,
          alarms: alarm ? [alarm] : [],
          obstacles: obstacle ? [obstacle] : [],
        },
      });
    const moved = this.positions.findIndex((one) => Date.parse(one.at) > at);
    const reports = this.positions.splice(0, moved < 0 ? this.positions.length : moved);
    if (reports.length > 0) this.store.push({ type: 'positions', reports, at: this.now() });
  }

  private async fetchAhead(): Promise<void> {
    const { at, speed } = this.film;
    const end = this.present() - 1000;
    const wanted = at + AHEAD_SECONDS * 1000 * speed;
    if (this.fetching || this.known >= Math.min(wanted, end)) return;
    this.fetching = true;
    const jump = this.jump;
    const until = Math.min(end, Math.max(wanted, this.known + PIECE_SECONDS_MIN * 1000));
    try {
      const from = new Date(this.known).toISOString();
      const piece = await this.source.piece(this.seq, from, new Date(until).toISOString());
      if (jump !== this.jump) return;
      this.steps.push(...piece.steps);
      this.positions.push(...piece.positions);
      this.seq = Math.max(this.seq, piece.seq);
      this.known = Math.max(this.known, Date.parse(piece.until));
    } catch (error) {
      if (jump === this.jump) this.fail(error);
    } finally {
      if (jump === this.jump) this.fetching = false;
    }
  }

  private fail(error: unknown) {
    const problem = error instanceof Error ? error.message : '';
    this.set({ state: 'FAILED', playing: false, problem });
  }

  /** The past's own clock; between two ticks it runs on by itself, and stands while paused. */
  private tell() {
    const { at, playing, speed, state } = this.film;
    const runs = playing && state === 'READY';
    const clock = { now: new Date(at).toISOString(), speed: runs ? speed : 0, seq: this.seq };
    this.store.push({ type: 'clock', clock, at: this.now() });
  }

  private set(change: Partial<FilmState>) {
    this.film = { ...this.film, ...change };
    for (const listener of this.listeners) listener();
  }
}
