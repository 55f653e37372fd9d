import type {
  CoverPicture,
  CrewAssignment,
  CrewRides,
  Demo,
  DemoLogIn,
  DoctorCase,
  Done,
  Entry,
  FilmMark,
  FilmPiece,
  Handover,
  HandoverDraft,
  FollowUp,
  Hygiene,
  IncidentDetail,
  ListedHandover,
  ModeAdvice,
  PaperOpening,
  PastPicture,
  Patient,
  ProposedPlan,
  PresenceTold,
  QuestionList,
  PositionReport,
  Recommendation,
  Reach,
  RegionPack,
  RegionSummary,
  RidePlan,
  RideTrial,
  RideWhy,
  RoadPicture,
  Session,
  SimilarIncident,
  RulesTrial,
  RuleTable,
  TransportList,
  TransportsAway,
  TransportQuestion,
  TransportRules,
  UnitGlance,
  User,
  UserChange,
  Way,
} from './contract';
import { readBody } from './body';

/** A request the server did not carry out, in its own words (RFC 9457) when it had any. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly field: string;
  readonly remedy: string;

  /** `status` is the HTTP status, 0 when no answer came at all. */
  constructor(status: number, document: Record<string, unknown>) {
    const text = (name: string) => {
      const value = document[name];
      return typeof value === 'string' ? value : '';
    };
    super(text('detail') || text('title') || `HTTP ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.title = text('title');
    this.detail = text('detail');
    this.field = text('field');
    this.remedy = text('remedy');
  }
}

/** How long a request may take before it counts as unanswered, in milliseconds. */
const TIMEOUT_MILLISECONDS = 8_000;
const LONG = 120_000; // for what takes the server some seconds of work, more when it is busy
/** A glance that takes longer is as good as none: the next one is under way. */
const GLANCE_MILLISECONDS = 2_500;
/** A command whose answer got lost is asked again under the same id, this many times in all. */
const COMMAND_TRIES = 3;

type Fetch = typeof fetch;

/** What the server told, and its mark to ask by whether there is anything new. */
export interface Marked<T> {
  readonly told: T;
  readonly mark: string;
}

/** The page's only way to the server. Knows cookies and headers, nothing of what the words mean. */
export class Client {
  private csrf = '';
  /** Told when the server no longer knows the session. */
  onSignedOut: () => void = () => undefined;

  constructor(
    private readonly language: () => string,
    private readonly send: Fetch = (...args) => fetch(...args),
    private readonly newId: () => string = () => crypto.randomUUID(),
    private readonly cookie: () => string = () => document.cookie,
  ) {}

  async signIn(username: string, password: string): Promise<Session> {
    await this.request('POST', '/api/session', { username, password });
    return this.session();
  }

  async session(): Promise<Session> {
    const session = await this.get<Session>('/api/session');
    this.csrf = session.csrf;
    return session;
  }

  async signOut(): Promise<void> {
    await this.request('DELETE', '/api/session');
    this.csrf = '';
  }

  regions = () => this.get<RegionSummary[]>('/api/regions');
  region = (code: string) => this.get<RegionPack>(regionPath(code));
  demo = () => this.get<Demo>('/api/demo');
  setDemo = (change: Partial<Demo>) => this.request('PUT', '/api/demo', change) as Promise<Demo>;
  changePassword = (current: string, password: string) =>
    this.request('PUT', '/api/session/password', { current, password });

  users = () => this.get<User[]>('/api/users');
  saveUser = (username: string, change: UserChange) =>
    this.request('PUT', `/api/users/${encodeURIComponent(username)}`, change);
  /** Sets a password that works once, and ends the user's sessions. */
  oneTimePassword = (username: string) =>
    this.request(
      'POST',
      `/api/users/${encodeURIComponent(username)}/one-time-password`,
    ) as Promise<{ password: string }>;

  /** Demo users, or null when the server does not run a demonstration. */
  demoUsers = () => this.get<DemoLogIn>('/api/demo-users').catch(() => null);

  incident = (region: string, id: string) =>
    this.get<IncidentDetail>(`${regionPath(region)}/incidents/${encodeURIComponent(id)}`);

  /** Who a patient is. The server logs every read with its purpose. */
  patient = (region: string, id: string, purpose: string) =>
    this.get<Patient>(`${regionPath(region)}/patients/${id}?${new URLSearchParams({ purpose })}`);

  /** What is put before the doctor on call; no words of the cases. */
  questions = (region: string) => this.get<QuestionList>(`${regionPath(region)}/questions`);
  /** One case put before the doctor. The server logs the read. */
  question = (region: string, id: string) =>
    this.get<DoctorCase>(`${regionPath(region)}/questions/${encodeURIComponent(id)}`);

  /** Counts the alarms of a period; asks only. */
  hygiene = (region: string, from: string, to: string, positions: number) => {
    const asked = new URLSearchParams({ from, to, positions: String(positions) });
    return this.get<Hygiene>(`${regionPath(region)}/alarms/hygiene?${asked}`);
  };

  recommendation = (region: string, id: string) =>
    this.get<Recommendation>(
      `${regionPath(region)}/incidents/${encodeURIComponent(id)}/recommendation`,
    );

  /** Units for all who wait, together. */
  proposals = (region: string) => this.get<ProposedPlan>(`${regionPath(region)}/proposals`);

  /** What became of the proposals of a period; both instants in UTC. */
  followUp = (region: string, from: string, to: string) =>
    this.get<FollowUp>(
      `${regionPath(region)}/proposal-follow-up?${new URLSearchParams({ from, to })}`,
    );

  transportRules = (region: string) =>
    this.get<TransportRules>(`${regionPath(region)}/transport-rules`);
  /** Orders this person may see: those open, the first to be picked up first, or the closed. */
  transports = (region: string, open: boolean, words: string, after: string | undefined) => {
    const asked = new URLSearchParams({ open: String(open), words, ...(after ? { after } : {}) });
    return this.get<TransportList>(`${regionPath(region)}/transports?${asked}`);
  };
  /** Tries a changed table on the month that has been; asks only. */
  tryRules = (region: string, table: RuleTable) =>
    this.request(
      'POST',
      `${regionPath(region)}/transport-rules/trial`,
      table,
    ) as Promise<RulesTrial>;
  /** What has left the region, the first back first. */
  transportsAway = (region: string) =>
    this.get<TransportsAway>(`${regionPath(region)}/transports/away`);
  /** Asks only, though the question is too long for a GET. */
  modeAdvice = (region: string, question: TransportQuestion) =>
    this.request(
      'POST',
      `${regionPath(region)}/transports/advice`,
      question,
    ) as Promise<ModeAdvice>;

  /** What stands below a region with its mark; null when it is as the mark says. */
  readMarked = async <T>(region: string, path: string, mark: string): Promise<Marked<T> | null> => {
    let next = '';
    const told = await this.request(
      'GET',
      `${regionPath(region)}/${path}`,
      undefined,
      mark === '' ? {} : { 'If-None-Match': mark },
      TIMEOUT_MILLISECONDS,
      (response) => void (next = response.headers.get('ETag') ?? ''),
    );
    return told === undefined ? null : { told: told as T, mark: next };
  };

  /** Which vehicle takes which ride, and which rides have none and why. */
  ridePlan = (region: string, mark: string) => this.readMarked<RidePlan>(region, 'ride-plan', mark);

  /** Why a ride is not fetched earlier, for each vehicle that might have. */
  rideWhy = (region: string, transport: string) =>
    this.get<RideWhy>(
      `${regionPath(region)}/ride-plan/transports/${encodeURIComponent(transport)}/why`,
    );
  /** What placing a ride with a vehicle would lead to; asks only. */
  rideTrial = (region: string, question: { transport: string; unit: string }) =>
    this.request('POST', `${regionPath(region)}/ride-plan/trial`, question) as Promise<RideTrial>;

  /** What a room reads below its region by an address of its own, such as `studies`. */
  read = <T>(region: string, path: string) => this.get<T>(`${regionPath(region)}/${path}`);
  /** A question too long for a GET; asks only, for as long as it takes unless it is stopped. */
  ask = <T>(region: string, path: string, body: unknown, stop?: AbortSignal) =>
    this.request(
      'POST',
      `${regionPath(region)}/${path}`,
      body,
      {},
      LONG,
      undefined,
      stop,
    ) as Promise<T>;

  cover = (region: string) => this.get<CoverPicture>(`${regionPath(region)}/cover`);
  way = (region: string, unit: string, incident: string) =>
    this.get<Way>(
      `${regionPath(region)}/way?${new URLSearchParams({ unit, incident }).toString()}`,
    );

  /** What can be reached, of `reach`, `units/{id}/reach` or `stations/{id}/reach`. */
  reach = (region: string, path: string) => this.get<Reach>(`${regionPath(region)}/${path}`);

  roads = (region: string) => this.get<RoadPicture>(`${regionPath(region)}/obstacles`);

  /**
   * Posts a command in a region, such as `incidents/{id}/notes`.
   *
   * @param seen journal sequence up to which the writer knows the case: news since then stop it
   */
  post = (region: string, path: string, body: unknown, seen?: number): Promise<Done> =>
    this.command(`${regionPath(region)}/${path}`, body, seen);

  /** One try of a command under the id given, for those who send again by themselves. */
  tryPost = (id: string, region: string, path: string, body: unknown): Promise<unknown> =>
    this.request('POST', `${regionPath(region)}/${path}`, body, { 'Command-Id': id });

  /** How things stand, to be signed within a quarter of an hour. The read is logged. */
  handoverDraft = (region: string) =>
    this.get<HandoverDraft>(`${regionPath(region)}/handovers/draft`);
  handovers = (region: string) => this.get<ListedHandover[]>(`${regionPath(region)}/handovers`);
  /** A signed hand-over. The read is logged. */
  handover = (region: string, id: string) =>
    this.get<Handover>(`${regionPath(region)}/handovers/${encodeURIComponent(id)}`);

  /** The picture of a moment of the past. The read is logged, as are the two below. */
  pastPicture = (region: string, at: string) =>
    this.get<PastPicture>(`${regionPath(region)}/film/picture?${new URLSearchParams({ at })}`);
  filmPiece = (region: string, after: number, from: string, until: string) => {
    const query = new URLSearchParams({ after: String(after), from, until });
    return this.get<FilmPiece>(`${regionPath(region)}/film/pieces?${query}`);
  };
  filmMarks = (region: string, from: string, until: string) => {
    const query = new URLSearchParams({ from, until });
    return this.get<FilmMark[]>(`${regionPath(region)}/film/marks?${query}`);
  };

  /** Lines of the log that fit the query, before a sequence number when it is not 0. */
  log = (region: string, query: URLSearchParams, before: number, limit: number) => {
    const page = new URLSearchParams(query);
    page.set('limit', String(limit));
    if (before > 0) page.set('before', String(before));
    return this.get<Entry[]>(`${regionPath(region)}/log?${page}`);
  };

  /** What others have decided about cases after an entry of the journal. The read is logged. */
  news = (region: string, after: number) =>
    this.get<Entry[]>(`${regionPath(region)}/news?after=${after}`);

  /** Says what this window has in view; holds for some seconds. */
  tellPresence = (region: string, what: PresenceTold): Promise<unknown> =>
    this.request('PUT', `${regionPath(region)}/presence`, what, {}, GLANCE_MILLISECONDS);

  glance = (region: string, unit: string) =>
    this.request(
      'GET',
      `${unitPath(region, unit)}/glance`,
      undefined,
      {},
      GLANCE_MILLISECONDS,
    ) as Promise<UnitGlance>;

  /** What the unit is on, or null when it is on nothing. The read is logged. */
  crewAssignment = async (region: string, unit: string): Promise<CrewAssignment | null> => {
    const read = await this.get<Partial<CrewAssignment>>(`${unitPath(region, unit)}/assignment`);
    return read.assignment ? (read as CrewAssignment) : null;
  };

  /** The care transports the unit takes. The read of each is logged. */
  crewRides = (region: string, unit: string) =>
    this.get<CrewRides>(`${unitPath(region, unit)}/transports`);

  sendPosition = (region: string, report: PositionReport) =>
    this.request('POST', `${regionPath(region)}/positions`, [report]);

  /** Cases a call on paper may be about; asks only, though the question is too long for a GET. */
  similar = (region: string, opening: PaperOpening) =>
    this.request('POST', `${regionPath(region)}/paper-cases/similar`, opening) as Promise<
      SimilarIncident[]
    >;

  /** Headers for the live stream, which `stream.ts` opens itself. */
  streamHeaders(): Record<string, string> {
    return { 'Accept-Language': this.language() };
  }

  private async command(path: string, body: unknown, seen?: number): Promise<Done> {
    const id = this.newId();
    const headers: Record<string, string> = { 'Command-Id': id };
    if (seen !== undefined) headers['Seen-Seq'] = String(seen);
    for (let attempt = 1; ; attempt++) {
      try {
        return (await this.request('POST', path, body, headers)) as Done;
      } catch (error) {
        // Without an answer the outcome is unknown; the same id settles it without doing it twice.
        const unknown = error instanceof Problem && error.status === 0;
        if (!unknown || attempt === COMMAND_TRIES) throw error;
      }
    }
  }

  private get<T>(path: string): Promise<T> {
    return this.request('GET', path) as Promise<T>;
  }

  async request(
    method: string,
    path: string,
    body?: unknown,
    extra: Record<string, string> = {},
    timeoutMilliseconds = TIMEOUT_MILLISECONDS,
    look: (response: Response) => void = () => undefined,
    stop?: AbortSignal,
  ): Promise<unknown> {
    const headers: Record<string, string> = {
      Accept: 'application/json, application/problem+json',
      'Accept-Language': this.language(),
      ...extra,
    };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (method !== 'GET') headers['X-XSRF-TOKEN'] = this.csrfToken();
    const timeout = AbortSignal.timeout(timeoutMilliseconds);
    const response = await this.answer(path, {
      method,
      headers,
      credentials: 'same-origin',
      signal: stop ? AbortSignal.any([stop, timeout]) : timeout,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    look(response);
    if (response.status === 304) return undefined;
    const content = await readBody(response);
    if (response.ok) return content;
    if (response.status === 401 && path !== '/api/session') this.onSignedOut();
    throw new Problem(response.status, content as Record<string, unknown>);
  }

  private async answer(path: string, init: RequestInit): Promise<Response> {
    try {
      return await this.send(path, init);
    } catch {
      throw new Problem(0, {});
    }
  }

  /** The cookie is the newest word; the session document is there for the very first request. */
  private csrfToken(): string {
    const found = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(this.cookie());
    return found?.[1] ? decodeURIComponent(found[1]) : this.csrf;
  }
}

export function regionPath(code: string): string {
  return `/api/regions/${encodeURIComponent(code)}`;
}

function unitPath(region: string, unit: string): string {
  return `${regionPath(region)}/units/${encodeURIComponent(unit)}`;
}
