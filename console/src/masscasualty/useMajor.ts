import { useCallback, useEffect, useRef, useState } from 'react';
import type { Client } from '../api/client';
import type { TransportRules } from '../api/contract';
import type {
  Casualty,
  CasualtyList,
  MajorIncident,
  MajorIncidentList,
  MajorIncidentView,
  Preparedness,
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
function useLooking(look: () => Promise<void>, every: number, mark: unknown): () => void {
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
  const look = useCallback(
    () =>
      client.read<MajorIncidentList>(region, 'major-incidents').then(
        (told) => {
          setList(told.majorIncidents);
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
  /** Whether the last question got no answer: then all of it is old. */
  readonly failed: boolean;
}

const NOTHING: MajorTold = { view: null, casualties: [], failed: false };

interface Which {
  /** Null asks for nothing. */
  readonly id: string | null;
  /** Only those who are at this hospital or go there. */
  readonly facility?: string;
  readonly mark?: unknown;
}

/**
 * One major incident. Its casualties are read only when its counts have changed or somebody asks,
 * since that read is logged.
 */
export function useMajorIncident(client: Client, region: string, { id, facility, mark }: Which) {
  const [told, setTold] = useState<MajorTold & { readonly of: string }>({ ...NOTHING, of: '' });
  const of = `${id ?? ''} ${facility ?? ''}`;
  const known = useRef('');
  const look = useCallback(async () => {
    if (id === null) return;
    try {
      const path = `major-incidents/${encodeURIComponent(id)}`;
      const view = await client.read<MajorIncidentView>(region, path);
      const counts = of + JSON.stringify([view.majorIncident.version, view.tally]);
      const read = counts === known.current ? null : await readAll(client, region, path, facility);
      known.current = counts;
      setTold((before) => ({
        of,
        view,
        casualties: read ?? (before.of === of ? before.casualties : []),
        failed: false,
      }));
    } catch {
      setTold((before) => ({ ...before, failed: true }));
    }
  }, [client, region, id, facility, of]);
  const run = useLooking(look, LOOK_MILLISECONDS, mark);
  const ask = useCallback(() => {
    known.current = '';
    run();
  }, [run]);
  // What only a new entry tells, such as a need or a sector, changes no count.
  useEffect(() => {
    known.current = '';
  }, [mark]);
  return { ...(told.of === of ? told : NOTHING), ask };
}

async function readAll(
  client: Client,
  region: string,
  path: string,
  facility: string | undefined,
): Promise<Casualty[]> {
  const all: Casualty[] = [];
  let after: string | undefined;
  for (let page = 0; page < PAGES_MAX; page++) {
    const asked = new URLSearchParams({
      limit: String(PAGE),
      ...(facility === undefined ? {} : { facility }),
      ...(after === undefined ? {} : { after }),
    });
    const { casualties, next } = await client.read<CasualtyList>(
      region,
      `${path}/casualties?${asked}`,
    );
    all.push(...casualties);
    if (next === undefined) break;
    after = next;
  }
  return all;
}

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
