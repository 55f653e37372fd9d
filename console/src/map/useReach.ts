import { useEffect, useState } from 'react';
import { Problem } from '../api/client';
import type { Reach } from '../api/contract';
import { useConnection, useDesk, useModel, useShared } from '../picture/context';
import { t } from '../text';

/** Units move on; what is drawn is asked for anew after this. */
const RENEW_MILLISECONDS = 30_000;

interface Found {
  readonly of: string;
  readonly reach: Reach | null;
  readonly failed: string;
}

/** What the desk wants to see the reach of, while it wants it; closed roads change it at once. */
export function useReach(): Found | null {
  const { client, region } = useShared();
  const { desk } = useDesk();
  const live = useConnection() === 'LIVE';
  const obstacles = useModel((model) => model.obstacles);
  const [found, setFound] = useState<Found | null>(null);
  const path = desk.reach && pathOf(desk.reach);
  useEffect(() => {
    if (!path || !live) return;
    let gone = false;
    const ask = () =>
      client.reach(region.code, path).then(
        (reach) => {
          if (!gone) setFound({ of: path, reach, failed: '' });
        },
        (error: unknown) => {
          const failed = error instanceof Problem ? error.detail : t('reach.failed');
          if (!gone) setFound({ of: path, reach: null, failed });
        },
      );
    void ask();
    const timer = setInterval(() => void ask(), RENEW_MILLISECONDS);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [client, region.code, path, live, obstacles]);
  return found?.of === path ? found : null;
}

function pathOf(of: NonNullable<ReturnType<typeof useDesk>['desk']['reach']>): string {
  if (of.kind === 'cover') return 'reach';
  return `${of.kind}s/${encodeURIComponent(of.id)}/reach`;
}
