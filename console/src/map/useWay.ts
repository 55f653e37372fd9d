import { useEffect, useState } from 'react';
import { Problem } from '../api/client';
import type { Way } from '../api/contract';
import { useConnection, useDesk, useModel, useShared } from '../picture/context';

/** The unit drives on; its way is asked for anew after this. */
const RENEW_MILLISECONDS = 15_000;

interface Found {
  readonly of: string;
  readonly way: Way | null;
  /** Why there is none, in words; empty when there is one. */
  readonly failed: string;
}

/** The way of the open unit to the open case; null when not both are open. */
export function useWay(): Found | null {
  const { client, region } = useShared();
  const { desk } = useDesk();
  const live = useConnection() === 'LIVE';
  const obstacles = useModel((model) => model.obstacles);
  const incident = useModel((model) => model.incidents.get(desk.incident ?? ''));
  const version = incident?.version ?? 0;
  const [found, setFound] = useState<Found | null>(null);
  const wanted = incident && incident.phase !== 'CLOSED' && desk.unit;
  const of = wanted ? `${desk.unit} ${incident.id}` : null;
  useEffect(() => {
    const [unit, id] = of?.split(' ') ?? [];
    if (!of || !unit || !id || !live) return;
    let gone = false;
    const ask = () =>
      client.way(region.code, unit, id).then(
        (way) => {
          if (!gone) setFound({ of, way, failed: '' });
        },
        (error: unknown) => {
          const failed = error instanceof Problem ? error.title : '';
          if (!gone) setFound({ of, way: null, failed });
        },
      );
    void ask();
    const timer = setInterval(() => void ask(), RENEW_MILLISECONDS);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [client, region.code, of, version, live, obstacles]);
  return found?.of === of ? found : null;
}
