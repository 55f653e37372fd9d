import { Problem } from '../api/client';
import type { Milestone, Outcome } from '../api/contract';
import type { Methane } from '../masscasualty/contract';
import type { RideStep } from './rideSteps';

interface Pressed {
  /** The Command-Id it is sent under, however often it is sent. */
  readonly id: string;
  /** When, by the server's clock. */
  readonly at: string;
}

/** A status of an assignment. */
export interface StatusPress extends Pressed {
  readonly assignment: string;
  readonly milestone: Milestone;
  readonly outcome?: Outcome['kind'];
  readonly text?: string;
}

/** A step of a care transport. */
export interface RidePress extends Pressed {
  readonly transport: string;
  readonly ride: RideStep;
}

/** What is told of a casualty of a major incident, and where. */
export interface CasualtyPress extends Pressed {
  /** The name by which the server knows it: its tag. */
  readonly casualty: string;
  /**
   * Which person this phone means. Of one it has registered itself that is the id of that press:
   * the tag alone may turn out to be another's, who was given the same card.
   */
  readonly person: string;
  readonly what: 'REGISTER' | 'CATEGORY' | 'FACTS' | 'DEPARTURE' | 'ARRIVAL' | 'REOPENING';
  /** Below the region. */
  readonly path: string;
  readonly body: unknown;
}

/** The first unit's report of a major incident, all of it anew. */
export interface MethanePress extends Pressed {
  /** Id of the major incident. */
  readonly major: string;
  readonly methane: Methane;
}

/** What the crew pressed, and for what. */
export type Press = StatusPress | RidePress | CasualtyPress | MethanePress;

/**
 * A press the server has not taken yet. HELD: may still be taken back. UNSENT: no answer so far.
 * REFUSED: the server said no, in the words of `problem`.
 */
export type Kept = Press & {
  readonly state: 'HELD' | 'UNSENT' | 'REFUSED';
  readonly problem: string;
};

/** Milestones never go back on the server, so a slip of the thumb is caught before it is sent. */
export const HOLD_MILLISECONDS = 3_000;
const RETRY_MILLISECONDS = 2_000;
/** What a press must have one of, so that what an older page kept is not sent as nonsense. */
const KINDS = ['milestone', 'ride', 'casualty', 'methane'];

/** The part of the browser's storage that is used. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Statuses on their way to the server, in the order pressed. Everything in it is shown to the
 * crew. It outlives a reload: it is kept in the browser until the server has answered. It has no
 * limit: each is a press of a thumb, and none is ever dropped. When the browser cannot keep them
 * they stay in memory, and {@link safe} says so.
 */
export class Outbox {
  private list: readonly Kept[];
  /** What those are called who got another name than their tag, by person. */
  private names: Readonly<Record<string, string>>;
  private stored = true;
  private readonly heldUntil = new Map<string, number>();
  private sending = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  /** `send` is one try; `sent` is told when the server has taken one, before it leaves the list. */
  constructor(
    private readonly key: string,
    private readonly store: Store,
    private readonly send: (press: Press) => Promise<unknown>,
    private readonly sent: () => Promise<unknown>,
    private readonly now: () => number = () => Date.now(),
  ) {
    this.list = read(store, key);
    this.names = readNames(store, key);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get = (): readonly Kept[] => this.list;

  /** Whether what is kept outlives a reload of the page. */
  safe = (): boolean => this.stored;

  /** What the server calls a person this phone knew by a tag. */
  nameOf = (person: string, tag: string): string => this.names[person] ?? tag;

  press(press: Press) {
    this.heldUntil.set(press.id, this.now() + HOLD_MILLISECONDS);
    this.set([...this.list, { ...press, state: 'HELD', problem: '' }]);
    this.pump();
  }

  /** Takes back what has not been sent; gives whether it was in time. */
  undo(id: string): boolean {
    if (this.list.find((one) => one.id === id)?.state !== 'HELD') return false;
    this.removeWith(id);
    return true;
  }

  /** Tries a refused one again, under the same id. */
  retry(id: string) {
    this.change(id, { state: 'UNSENT', problem: '' });
    this.pump();
  }

  /** The crew has read that the server refused it. */
  dismiss(id: string) {
    if (this.list.find((one) => one.id === id)?.state === 'REFUSED') this.removeWith(id);
  }

  /** Whether it waits for a registration that the server has refused. */
  private waits(kept: Kept): boolean {
    return (
      'casualty' in kept &&
      kept.person !== kept.id &&
      this.list.some((one) => one.id === kept.person && one.state === 'REFUSED')
    );
  }

  /** With a registration goes all that was said of that person: it would be told of another. */
  private removeWith(id: string) {
    this.heldUntil.delete(id);
    this.set(this.list.filter((one) => one.id !== id && !('casualty' in one && one.person === id)));
  }

  stop() {
    clearTimeout(this.timer);
  }

  /** Sends what is due, one at a time and in order; the link calls it when it hears the server. */
  pump = (): void => {
    clearTimeout(this.timer);
    if (this.sending) return;
    const next = this.list.find((one) => one.state !== 'REFUSED' && !this.waits(one));
    if (!next) return;
    const wait = (this.heldUntil.get(next.id) ?? 0) - this.now();
    if (next.state === 'HELD' && wait > 0) this.timer = setTimeout(this.pump, wait);
    else void this.sendNow(next);
  };

  private async sendNow(kept: Kept) {
    this.sending = true;
    this.change(kept.id, { state: 'UNSENT' });
    try {
      const answer = await this.send(kept);
      if ('casualty' in kept && kept.what === 'REGISTER') this.name(kept, nameIn(answer));
      await this.sent().catch(() => undefined);
      this.remove(kept.id);
    } catch (error) {
      if (isRefusal(error)) this.change(kept.id, { state: 'REFUSED', problem: error.message });
      else this.timer = setTimeout(this.pump, RETRY_MILLISECONDS);
      this.sending = false;
      if (isRefusal(error)) this.pump();
      return;
    }
    this.sending = false;
    this.pump();
  }

  /** The card was worn by another: what else this phone says is of the one with the new name. */
  private name(kept: CasualtyPress, name: string) {
    if (name === '' || name === kept.casualty) return;
    this.names = { ...this.names, [kept.person]: name };
    this.set(
      this.list.map((one) =>
        'casualty' in one && one.person === kept.person && one.id !== kept.id
          ? { ...one, casualty: name, path: renamed(one.path, one.casualty, name) }
          : one,
      ),
    );
  }

  private remove(id: string) {
    this.heldUntil.delete(id);
    this.set(this.list.filter((one) => one.id !== id));
  }

  private change(id: string, change: Partial<Pick<Kept, 'state' | 'problem'>>) {
    this.set(this.list.map((one) => (one.id === id ? { ...one, ...change } : one)));
  }

  private set(list: readonly Kept[]) {
    this.list = list;
    try {
      if (list.length === 0) this.store.removeItem(this.key);
      else this.store.setItem(this.key, JSON.stringify(list));
      if (Object.keys(this.names).length > 0)
        this.store.setItem(namesKey(this.key), JSON.stringify(this.names));
      this.stored = true;
    } catch {
      // A browser that stores nothing: the list lasts as long as the page, which says so.
      this.stored = list.length === 0;
    }
    for (const listener of this.listeners) listener();
  }
}

/** Tag of the casualty that an answer names, or nothing. */
function nameIn(answer: unknown): string {
  const id = (answer as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id.slice(id.indexOf(':') + 1) : '';
}

function renamed(path: string, from: string, to: string): string {
  const part = (tag: string) => `/casualties/${encodeURIComponent(tag)}/`;
  return path.replace(part(from), part(to));
}

function namesKey(key: string): string {
  return `dirigent.names.${key}`;
}

function readNames(store: Store, key: string): Record<string, string> {
  try {
    const found = JSON.parse(store.getItem(namesKey(key)) ?? '{}') as unknown;
    return found !== null && typeof found === 'object' ? (found as Record<string, string>) : {};
  } catch {
    return {};
  }
}

/** No answer, a log-in that ran out and a server in trouble all mean: later. */
function isRefusal(error: unknown): error is Problem {
  if (!(error instanceof Problem)) return false;
  const later = [0, 401, 408, 429].includes(error.status) || error.status >= 500;
  return !later;
}

function read(store: Store, key: string): readonly Kept[] {
  try {
    const found = JSON.parse(store.getItem(key) ?? '[]') as unknown;
    if (!Array.isArray(found)) return [];
    // What was held when the page went away was pressed in earnest: its time to regret is over.
    return (found as Kept[])
      .filter((one) => typeof one.id === 'string' && KINDS.some((kind) => kind in one))
      .map((one) => (one.state === 'HELD' ? { ...one, state: 'UNSENT' } : one));
  } catch {
    return [];
  }
}
