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

/** Feeds the marks from the picture and from what stands in the panel. */
export function useMarking({ store, marks }: Shared, inView: string | null) {
  useEffect(() => {
    const take = () => marks.take(store.get().entries);
    take();
    return store.subscribe(take);
  }, [store, marks]);
  useEffect(() => marks.turnTo(inView), [marks, inView]);
}

/** The case a person really sees: a unit or the form of a new case takes its place. */
export function caseInView({ incident, unit, form }: Desk): string | null {
  const covered = unit !== null || form?.kind === 'new' || form?.kind === 'paper';
  return covered ? null : incident;
}
