import { useCallback, useEffect, useState } from 'react';
import { Problem, type Client } from '../api/client';
import type { QuestionList } from '../api/contract';

/** How often the page asks, in milliseconds: a doctor who is waited for is told within seconds. */
const EVERY_MILLISECONDS = 4_000;

/** What is put before the doctor, as last heard. */
export interface Heard {
  readonly list: QuestionList | null;
  /** This computer's clock when the list came, to count on from the server's. */
  readonly at: number;
  readonly lost: boolean;
  /** Asks at once, after an answer was sent. */
  readonly ask: () => Promise<void>;
}

/** Asks again and again as long as the page is open; what came last stands while it is lost. */
export function useQuestions(client: Client, region: string): Heard {
  const [list, setList] = useState<QuestionList | null>(null);
  const [at, setAt] = useState(0);
  const [lost, setLost] = useState(false);
  const ask = useCallback(
    () =>
      client.questions(region).then(
        (heard) => {
          setList(heard);
          setAt(performance.now());
          setLost(false);
        },
        (error: unknown) => {
          // Whoever is logged out is shown the log-in by the client itself.
          if (!(error instanceof Problem) || error.status !== 401) setLost(true);
        },
      ),
    [client, region],
  );
  useEffect(() => {
    void ask();
    const timer = setInterval(() => void ask(), EVERY_MILLISECONDS);
    return () => clearInterval(timer);
  }, [ask]);
  return { list, at, lost, ask };
}

/** The server's time now, counted on from the last answer; ticks once a second. */
export function useNow({ list, at }: Heard): number {
  const [tick, setTick] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setTick(performance.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return list ? Date.parse(list.now) + Math.max(0, tick - at) * list.speed : 0;
}
