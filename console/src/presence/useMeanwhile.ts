import { useEffect, useMemo, useState } from 'react';
import type { Entry, Incident } from '../api/contract';
import { useModel, useShared } from '../picture/context';
import { fieldOf, READ_MILLISECONDS } from './marks';

/** What others have changed of a case while a form was open on it. */
export interface Meanwhile {
  readonly news: readonly Entry[];
  /** Journal sequence up to which the writer has seen the case; goes with the command. */
  readonly seen: number;
}

/** Follows the case while the form that calls this is open. */
export function useMeanwhile({ id }: Incident): Meanwhile {
  const { store, session } = useShared();
  const entries = useModel((model) => model.entries);
  const [opened] = useState(() => store.get().seq);
  const [seen, setSeen] = useState(opened);
  const news = useMemo(
    () =>
      entries.filter(
        (one) =>
          one.seq > opened &&
          one.incident === id &&
          one.actor !== session.username &&
          fieldOf(one) !== null,
      ),
    [entries, opened, id, session.username],
  );
  const latest = news.at(-1)?.seq ?? opened;
  useEffect(() => {
    if (latest <= seen) return;
    const timer = setTimeout(() => setSeen(latest), READ_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [latest, seen]);
  return { news, seen };
}
