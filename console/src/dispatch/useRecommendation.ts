import { useEffect, useState } from 'react';
import type { Incident, RecommendedUnit, Rivalry } from '../api/contract';
import { useConnection, useShared } from '../picture/context';

export interface Suggestions {
  readonly state: 'NONE' | 'LOADING' | 'READY' | 'FAILED';
  /** Null until an answer for this very case has come. */
  readonly units: readonly RecommendedUnit[] | null;
  /** What decides between the first two; null when fewer can be had at once. */
  readonly rivalry: Rivalry | null;
  readonly computedAt: string | null;
}

const NOTHING: Suggestions = { state: 'NONE', units: null, rivalry: null, computedAt: null };
const LOADING: Suggestions = { state: 'LOADING', units: null, rivalry: null, computedAt: null };
const SHOWN = 3;
/** Units move on; arrival times older than this are asked for anew. */
const RENEW_MILLISECONDS = 10_000;

/** The units that would reach the case first; asked again when it or its units change. */
export function useRecommendation(incident: Incident | null, openUnits: number): Suggestions {
  const { client, region } = useShared();
  const live = useConnection() === 'LIVE';
  const id = incident && incident.phase !== 'CLOSED' ? incident.id : null;
  const version = incident?.version ?? 0;
  const [found, setFound] = useState<{ id: string; suggestions: Suggestions } | null>(null);

  useEffect(() => {
    if (!id || !live) return;
    let gone = false;
    const ask = () =>
      client.recommendation(region.code, id).then(
        ({ units, rivalry, computedAt }) => {
          const suggestions = {
            state: 'READY' as const,
            units: units.slice(0, SHOWN),
            rivalry: rivalry ?? null,
            computedAt,
          };
          if (!gone) setFound({ id, suggestions });
        },
        () => {
          if (!gone) setFound({ id, suggestions: { ...NOTHING, state: 'FAILED' } });
        },
      );
    void ask();
    const timer = setInterval(() => void ask(), RENEW_MILLISECONDS);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [client, region.code, id, version, openUnits, live]);

  if (!id) return NOTHING;
  return found?.id === id ? found.suggestions : LOADING;
}
