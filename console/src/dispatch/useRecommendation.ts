import { useEffect, useState } from 'react';
import type { Incident, RecommendedUnit, Rivalry, Rule, UnplacedUnit } from '../api/contract';
import { useConnection, useModel, useShared } from '../picture/context';

export interface Suggestions {
  readonly state: 'NONE' | 'LOADING' | 'READY' | 'FAILED';
  /** Null until an answer for this very case has come. */
  readonly units: readonly RecommendedUnit[] | null;
  /** A few more, for the explanation. */
  readonly explained: readonly RecommendedUnit[];
  /** Those ranked last since nobody knows where they are. */
  readonly unplaced: readonly UnplacedUnit[];
  /** How many were ranked. */
  readonly total: number;
  /** The rule they were ranked by. */
  readonly rule: Rule | null;
  /** What decides between the first two; null when fewer can be had at once. */
  readonly rivalry: Rivalry | null;
  readonly computedAt: string | null;
}

const NOTHING: Suggestions = {
  state: 'NONE',
  units: null,
  explained: [],
  unplaced: [],
  total: 0,
  rule: null,
  rivalry: null,
  computedAt: null,
};
const LOADING: Suggestions = { ...NOTHING, state: 'LOADING' };
const SHOWN = 3;
/** Columns of the explanation; the rest is far from being first. */
const EXPLAINED = 5;
/** Units move on; arrival times older than this are asked for anew. */
const RENEW_MILLISECONDS = 10_000;

/** The units that would reach the case first; asked again when it or its units change. */
export function useRecommendation(incident: Incident | null, openUnits: number): Suggestions {
  const { client, region } = useShared();
  const live = useConnection() === 'LIVE';
  const id = incident && incident.phase !== 'CLOSED' ? incident.id : null;
  const version = incident?.version ?? 0;
  // A road that is closed or opened may change the order: it is asked for anew at once.
  const obstacles = useModel((model) => model.obstacles);
  const [found, setFound] = useState<{ id: string; suggestions: Suggestions } | null>(null);

  useEffect(() => {
    if (!id || !live) return;
    let gone = false;
    const ask = () =>
      client.recommendation(region.code, id).then(
        ({ units, total, unplaced, rule, rivalry, computedAt }) => {
          const suggestions = {
            state: 'READY' as const,
            units: units.slice(0, SHOWN),
            explained: units.slice(0, EXPLAINED),
            total,
            unplaced,
            rule,
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
  }, [client, region.code, id, version, openUnits, live, obstacles]);

  if (!id) return NOTHING;
  return found?.id === id ? found.suggestions : LOADING;
}
