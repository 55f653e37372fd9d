import type { Change, Clock, Picture, PositionReport, Presence } from '../api/contract';
import type { StreamEvent } from '../api/stream';
import { EMPTY, fold, type Message, type Model } from '../model/picture';

/** The lists are painted at most this often; a person cannot read faster, a key is not held up. */
const FLUSH_MILLISECONDS = 80;
/** However much comes, painting takes one part in this many of the time: keys come first. */
const PAINT_SHARE = 4;
/** Even on a machine that cannot keep up the picture is never older than this. */
const FLUSH_MILLISECONDS_MAX = 1_000;

/**
 * Holds the newest model and tells the page when it has changed. Messages that arrive close
 * together are folded together, so that the page is painted once for all of them.
 */
export class PictureStore {
  private model: Model = EMPTY;
  private waiting: Message[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private flushedAt = 0;
  private paceMilliseconds = FLUSH_MILLISECONDS;
  private readonly listeners = new Set<() => void>();

  /** `now` is the browser's clock in milliseconds. */
  constructor(private readonly now: () => number = () => Date.now()) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get = (): Model => this.model;

  push(message: Message) {
    this.waiting.push(message);
    if (this.timer !== undefined) return;
    const wait = Math.max(0, this.flushedAt + this.paceMilliseconds - this.now());
    this.timer = setTimeout(this.flush, wait);
  }

  flush = () => {
    clearTimeout(this.timer);
    this.timer = undefined;
    const started = this.now();
    const messages = this.waiting;
    this.waiting = [];
    const next = fold(this.model, messages);
    if (next !== this.model) {
      this.model = next;
      for (const listener of this.listeners) listener();
    }
    this.flushedAt = this.now();
    const spent = this.flushedAt - started;
    this.paceMilliseconds = Math.min(
      FLUSH_MILLISECONDS_MAX,
      Math.max(FLUSH_MILLISECONDS, (PAINT_SHARE - 1) * spent),
    );
  };

  reset() {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting = [];
    this.model = EMPTY;
    for (const listener of this.listeners) listener();
  }

  /** Takes an event of the stream; one that cannot be read is left out, and the next is taken. */
  receive(event: StreamEvent) {
    const message = messageOf(event, this.now());
    if (message) this.push(message);
  }
}

/** The stream's event as a message for the model; null for kinds this page does not know. */
export function messageOf(event: StreamEvent, at: number): Message | null {
  let data: unknown;
  try {
    data = JSON.parse(event.data);
  } catch {
    return null;
  }
  switch (event.event) {
    case 'snapshot':
      return { type: 'snapshot', picture: data as Picture, at };
    case 'change':
      return { type: 'change', change: data as Change, at };
    case 'positions':
      return { type: 'positions', reports: data as PositionReport[], at };
    case 'clock':
      return { type: 'clock', clock: data as Clock, at };
    case 'presence':
      return { type: 'presence', people: data as Presence[], at };
    default:
      return null;
  }
}
