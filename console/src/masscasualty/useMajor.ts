import { useCallback, useEffect, useRef, useState } from 'react';
import type { Client, Marked } from '../api/client';
import type { TransportRules } from '../api/contract';
import { facilityOf } from './counts';
import type {
  Casualty,
  CasualtyList,
  HospitalRoom,
  HospitalRoomList,
  MajorIncident,
  MajorIncidentList,
  MajorIncidentView,
  Preparedness,
  Rationing,
  RationingList,
  SieveRules,
} from './contract';

/** What another has done is seen within this time, where no stream tells of it. */
const LOOK_MILLISECONDS = 3_000;
/** That there is a major incident at all may take longer to come to one's knowledge. */
const LIST_MILLISECONDS = 10_000;
/** Casualties in one answer, and answers in a list: more than any major incident may have. */
const PAGE = 1000;
const PAGES_MAX = 25;

/** Asks again and again while somebody can see it, and never twice at once. */
export function useLooking(look: () => Promise<void>, every: number, mark: unknown): () => void {
  const asking = useRef(false);
  const again = useRef(false);
  const run = useCallback(() => {
    if (asking.current) {
      again.current = true;
      return;
    }
    asking.current = true;
    const step = (): Promise<void> =>
      look().then(() => {
        if (!again.current) return undefined;
        again.current = false;
        return step();
      });
    void step().finally(() => {
      asking.current = false;
    });
  }, [look]);
  useEffect(() => {
    run();
    const timer = setInterval(() => document.hidden || run(), every);
    document.addEventListener('visibilitychange', run);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', run);
    };
  }, [run, every, mark]);
  return run;
}

/**
 * The region's major incidents, open ones first; null before the first answer.
 *
 * @param mark changes when there is something new to ask for at once
 */
export function useMajors(client: Client, region: string, mark: unknown = 0) {
  const [list, setList] = useState<readonly MajorIncident[] | null>(null);
  const [failed, setFailed] = useState(false);
  const last = useRef('');
  const look = useCallback(
    () =>
      client.readMarked<MajorIncidentList>(region, 'major-incidents', last.current).then(
        (answer) => {
          if (answer) setList(answer.told.majorIncidents);
          last.current = answer?.mark ?? last.current;
          setFailed(false);
        },
        () => setFailed(true),
      ),
    [client, region],
  );
  const ask = useLooking(look, LIST_MILLISECONDS, mark);
  return { list, failed, ask };
}

/** One major incident as it was last told. */
export interface MajorTold {
  readonly view: MajorIncidentView | null;
  readonly casualties: readonly Casualty[];
  readonly hospitals: readonly HospitalRoom[];
  /** Whether the last question got no answer: then all of it is old. */
  readonly failed: boolean;
}

const NOTHING: MajorTold = { view: null, casualties: [], hospitals: [], failed: false };

/** A new hour gives new room, though nothing else has changed. */
const ROOMS_MILLISECONDS = 60_000;

interface Which {
  /** Null asks for nothing. */
  readonly id: string | null;
  /** Only those who are at this hospital or go there. */
  readonly facility?: string;
  readonly mark?: unknown;
  /** Without casualties: how many there are, and nothing of anybody. */
  readonly countsOnly?: boolean;
}

/** What is known of one major incident, and up to where. */
interface Known extends MajorTold {
  /** Which one, and for which hospital. */
  readonly of: string;
  /** Mark of the view; the same mark means that nothing has changed. */
  readonly mark: string;
  /** Entry of the journal the casualties are as of; null before they are read. */
  readonly seq: number | null;
  /** When the view's time was right, by the browser's clock. */
  readonly heardAt: number;
  /** Minute of the server's time that the rooms are as of. */
  readonly minute: number;
}

/**
 * One major incident. The server is asked whether anything has changed, and then for what has: all
 * casualties are read once, and again only when too much has happened meanwhile.
 */
export function useMajorIncident(client: Client, region: string, which: Which) {
  const { id, facility, mark, countsOnly = false } = which;
  const of = `${id ?? ''} ${facility ?? ''}`;
  const nothing = { ...NOTHING, of, mark: '', seq: null, heardAt: 0, minute: 0 };
  const [told, setTold] = useState<Known>(nothing);
  const known = useRef<Known>(nothing);
  const look = useCallback(async () => {
    if (id === null) return;
    const before =
      known.current.of === of
        ? known.current
        : { ...NOTHING, of, mark: '', seq: null, heardAt: 0, minute: 0 };
    const keep = (next: Known) => {
      known.current = next;
      setTold(next);
    };
    try {
      const path = `major-incidents/${encodeURIComponent(id)}`;
      const answer = await client.readMarked<MajorIncidentView>(region, path, before.mark);
      const next = answer
        ? countsOnly
          ? heard(before, answer)
          : await withChanges(client, region, path, facility, before, answer)
        : later(before);
      keep(await withRooms(client, region, path, before, next));
    } catch {
      keep({ ...before, failed: true });
    }
  }, [client, region, id, facility, countsOnly, of]);
  const ask = useLooking(look, LOOK_MILLISECONDS, mark);
  return { ...(told.of === of ? told : NOTHING), ask };
}

/** What hospitals have left, asked for when anything has changed, and as the hours pass. */
async function withRooms(
  client: Client,
  region: string,
  path: string,
  before: Known,
  next: Known,
): Promise<Known> {
  const minute = Math.floor(Date.parse(next.view?.now ?? '') / ROOMS_MILLISECONDS) || 0;
  if (next.mark === before.mark && minute === before.minute) return next;
  const { hospitals } = await client.read<HospitalRoomList>(region, `${path}/hospitals`);
  return { ...next, hospitals, minute };
}

/** How many have come how far, for who may not or need not read of anybody. */
export function useMajorCounts(client: Client, region: string, id: string | null, mark: unknown) {
  return useMajorIncident(client, region, { id, mark, countsOnly: true });
}

/** Nothing has changed but the time, which others reckon by. */
function later(before: Known): Known {
  const { view, heardAt } = before;
  if (!view) return { ...before, failed: false };
  const heard = Date.now();
  const now = new Date(Date.parse(view.now) + heard - heardAt).toISOString();
  return { ...before, view: { ...view, now }, heardAt: heard, failed: false };
}

/** What was just told, with nothing of anybody. */
function heard(before: Known, { told: view, mark }: Marked<MajorIncidentView>): Known {
  return { ...before, view, mark, heardAt: Date.now(), failed: false };
}

async function withChanges(
  client: Client,
  region: string,
  path: string,
  facility: string | undefined,
  before: Known,
  { told: view, mark }: Marked<MajorIncidentView>,
): Promise<Known> {
  const next = heard(before, { told: view, mark });
  // Who is of one hospital may not read of others, and so not who has changed among all.
  if (before.seq !== null && facility === undefined) {
    const asked = new URLSearchParams({ since: String(before.seq) });
    const changes = await client.read<CasualtyList>(region, `${path}/casualties?${asked}`);
    if (!changes.all)
      return {
        ...next,
        seq: changes.seq,
        casualties: changed(before.casualties, changes.casualties, facility),
      };
  }
  return { ...next, ...(await readAll(client, region, path, facility)) };
}

/** The list with what has changed; of one hospital, without those who now go elsewhere. */
export function changed(
  before: readonly Casualty[],
  changes: readonly Casualty[],
  facility: string | undefined,
): readonly Casualty[] {
  if (changes.length === 0) return before;
  const all = new Map(before.map((one) => [one.id, one]));
  for (const one of changes)
    if (facility === undefined || facilityOf(one) === facility) all.set(one.id, one);
    else all.delete(one.id);
  return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function readAll(
  client: Client,
  region: string,
  path: string,
  facility: string | undefined,
): Promise<{ seq: number; casualties: Casualty[] }> {
  const all: Casualty[] = [];
  let seq: number | null = null;
  let after: string | undefined;
  for (let page = 0; page < PAGES_MAX; page++) {
    const asked = new URLSearchParams({
      limit: String(PAGE),
      ...(facility === undefined ? {} : { facility }),
      ...(after === undefined ? {} : { after }),
    });
    const list = await client.read<CasualtyList>(region, `${path}/casualties?${asked}`);
    all.push(...list.casualties);
    // As of the first page: what changes while the others are read is asked for again.
    seq ??= list.seq;
    if (list.next === undefined) break;
    after = list.next;
  }
  return { seq: seq ?? 0, casualties: all };
}

/**
 * What is rationed at a major incident. Each read stands in the log of patient reads: asked for
 * when the stream tells of one, and never in between.
 */
export function useRationings(client: Client, region: string, id: string | null, mark: number) {
  const [told, setTold] = useState<{ of: string; list: readonly Rationing[] } | null>(null);
  useEffect(() => {
    if (id === null) return;
    let gone = false;
    const path = `major-incidents/${encodeURIComponent(id)}/rationings`;
    client.read<RationingList>(region, path).then(
      ({ rationings }) => gone || setTold({ of: id, list: rationings }),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [client, region, id, mark]);
  return told !== null && told.of === id ? told.list : NO_RATIONING;
}

const NO_RATIONING: readonly Rationing[] = [];

/** Something of a region that changes seldom, by its address; `of` says nothing but its shape. */
export interface Seldom<T> {
  readonly path: string;
  readonly of?: T;
}

export const SIEVES: Seldom<SieveRules> = { path: 'sieves' };
export const PREPAREDNESS: Seldom<Preparedness> = { path: 'preparedness' };
export const ORDER_RULES: Seldom<TransportRules> = { path: 'transport-rules' };

/** What is asked for once; null until it is there, or when nothing is asked for. */
export function useOnce<T>(client: Client, region: string, what: Seldom<T> | null): T | null {
  const [told, setTold] = useState<{ path: string; value: T } | null>(null);
  const path = what?.path ?? null;
  useEffect(() => {
    if (path === null) return;
    let gone = false;
    client.read<T>(region, path).then(
      (value) => gone || setTold({ path, value }),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [client, region, path]);
  return told !== null && told.path === path ? told.value : null;
}
