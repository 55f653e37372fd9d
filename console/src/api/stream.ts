/** One server-sent event: its name, id and data as they stood in the stream. */
export interface StreamEvent {
  event: string;
  id: string;
  data: string;
}

/** A single event may not grow past this; a picture of 5 000 units is about 4 MB. */
const EVENT_CHARACTERS_MAX = 64_000_000;

/**
 * Parses `text/event-stream` piece by piece; a piece may end anywhere, also inside a line.
 * Fetch is used instead of EventSource because that hides the 401 that sends us to log-in.
 */
export class EventParser {
  private rest = '';
  private event = '';
  private id = '';
  private data: string[] = [];

  /** Takes the next piece of the stream and gives the events it completed, in order. */
  push(piece: string): StreamEvent[] {
    this.rest += piece;
    // A picture is one line of megabytes in many pieces: do not search it again for each.
    if (this.rest.length > EVENT_CHARACTERS_MAX) throw new Error('stream: event too large');
    if (!/[\r\n]/.test(piece)) return [];
    const done: StreamEvent[] = [];
    const lines = this.rest.split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.line(line, done);
    return done;
  }

  private line(line: string, done: StreamEvent[]) {
    if (line === '') {
      if (this.data.length > 0)
        done.push({ event: this.event || 'message', id: this.id, data: this.data.join('\n') });
      this.event = '';
      this.data = [];
      return;
    }
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'event') this.event = value;
    else if (name === 'id') this.id = value;
    else if (name === 'data') this.data.push(value);
  }
}

export interface StreamListener {
  onOpen(): void;
  onEvent(event: StreamEvent): void;
  /** The stream ended or could not be opened; it is tried again by itself. */
  onLost(): void;
  /** The server no longer knows the session, or does not let us see this region. */
  onRefused(status: number): void;
}

/** Silence longer than this means a dead connection: the server's clock ticks every 2 s. */
const SILENCE_MILLISECONDS = 7_000;
const RETRY_MILLISECONDS = [50, 500, 1_500, 3_000] as const;
/** In place of an HTTP status: the server closed the stream in good order, or it broke. */
const ENDED = 1;
const BROKEN = 0;

/**
 * Keeps one live stream open until closed: resumes after the last id seen, backs off between
 * tries and gives up on a silent connection. It never stores what it passes on.
 */
export class Stream {
  private lastId = '';
  private closed = false;
  private heardSomething = false;
  private abort = new AbortController();

  constructor(
    private readonly url: string,
    private readonly headers: () => Record<string, string>,
    private readonly listener: StreamListener,
  ) {
    void this.run();
  }

  close() {
    this.closed = true;
    this.abort.abort();
  }

  private async run() {
    for (let failures = 0; !this.isClosed();) {
      const refused = await this.once();
      if (this.isClosed()) return;
      if (refused === 401 || refused === 403) {
        this.listener.onRefused(refused);
        return;
      }
      // The server ends a stream now and then to look at the session anew: that is no loss yet.
      const ended = refused === ENDED && this.heardSomething;
      if (!ended) this.listener.onLost();
      failures = ended ? 0 : failures + 1;
      const wait = RETRY_MILLISECONDS[Math.min(failures, RETRY_MILLISECONDS.length - 1)];
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }

  private isClosed() {
    return this.closed;
  }

  /** Runs one connection to its end; gives how it ended, or the status it was refused with. */
  private async once(): Promise<number> {
    this.abort = new AbortController();
    this.heardSomething = false;
    let watchdog: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => this.abort.abort(), SILENCE_MILLISECONDS);
    };
    try {
      heard();
      const headers = { Accept: 'text/event-stream', ...this.headers() };
      const response = await fetch(this.url, {
        headers: this.lastId ? { ...headers, 'Last-Event-ID': this.lastId } : headers,
        credentials: 'same-origin',
        cache: 'no-store',
        signal: this.abort.signal,
      });
      if (!response.ok || !response.body) return response.status;
      this.listener.onOpen();
      await this.read(response.body, heard);
      return ENDED;
    } catch {
      // A broken connection is expected; the loop above tells the listener and tries again.
      return BROKEN;
    } finally {
      clearTimeout(watchdog);
    }
  }

  private async read(body: ReadableStream<Uint8Array>, heard: () => void) {
    const parser = new EventParser();
    const reader = body.pipeThrough(new TextDecoderStream() as TransformStream).getReader();
    for (;;) {
      const { done, value } = (await reader.read()) as ReadableStreamReadResult<string>;
      if (done) return;
      heard();
      for (const event of parser.push(value)) {
        this.heardSomething = true;
        if (event.id) this.lastId = event.id;
        this.listener.onEvent(event);
      }
    }
  }
}
