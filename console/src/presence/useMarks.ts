import { useEffect, useSyncExternalStore } from 'react';
import type { Entry } from '../api/contract';
import type { Desk } from '../picture/desk';
import { useShared, type Shared } from '../picture/context';

const NONE: readonly Entry[] = [];

/** What others have changed of the case since this person last looked at it, the oldest first. */
export function useMarksOf(incident: string): readonly Entry[] {
  const { marks } = useShared();
  return useSyncExternalStore(marks.subscribe, () => marks.get().get(incident) ?? NONE);
}

/** What was missed is asked for at most so often, in milliseconds, however much there is of it. */
const ASK_MILLISECONDS = 2_000;

/** Feeds the marks: from the picture, from what was missed, and from what stands in the panel. */
export function useMarking({ store, marks, client, region }: Shared, inView: string | null) {
  useEffect(() => {
    let asking = false;
    const take = () => {
      const { entries, seq } = store.get();
      const missing = seq < 0 ? null : marks.take(entries, seq);
      if (missing === null || asking) return;
      asking = true;
      // Without an answer it is still missing, and asked for again.
      void client.news(region.code, missing).then(
        (news) => marks.learn(news, seq),
        () => undefined,
      );
      setTimeout(() => (asking = false), ASK_MILLISECONDS);
    };
    take();
    return store.subscribe(take);
  }, [store, marks, client, region.code]);
  useEffect(() => {
    const stored = () => marks.takeOver();
    addEventListener('storage', stored);
    return () => removeEventListener('storage', stored);
  }, [marks]);
  useEffect(() => marks.turnTo(inView), [marks, inView]);
}

/** The case a person really sees: a unit or the form of a new case takes its place. */
export function caseInView({ incident, unit, form }: Desk): string | null {
  const covered = unit !== null || form?.kind === 'new' || form?.kind === 'paper';
  return covered ? null : incident;
}
