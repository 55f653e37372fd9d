import { useEffect, useMemo } from 'react';
import type { Client } from '../api/client';
import type { Presence } from '../api/contract';
import { useModel, useShared } from '../picture/context';

/** How often the word is said again, in milliseconds: the server forgets it after eight seconds. */
const AGAIN_MILLISECONDS = 3_000;

/**
 * Tells the server what this window has in view, for as long as somebody can see it. A word that
 * does not come through is not sent again: the next one is under way.
 */
export function usePresenceTold(
  client: Client,
  region: string,
  incident: string | null,
  form: string | null,
) {
  const window = useMemo(() => crypto.randomUUID(), []);
  useEffect(() => {
    const tell = (what: { incident?: string; form?: string }) =>
      void client.tellPresence(region, { window, ...what }).catch(() => undefined);
    if (incident === null) return;
    const now = () => {
      if (document.hidden) tell({});
      else tell({ incident, ...(form ? { form } : {}) });
    };
    now();
    const again = setInterval(() => !document.hidden && now(), AGAIN_MILLISECONDS);
    document.addEventListener('visibilitychange', now);
    return () => {
      clearInterval(again);
      document.removeEventListener('visibilitychange', now);
      tell({});
    };
  }, [client, region, window, incident, form]);
}

/** The others who have the case in view now; nobody while the connection is lost. */
export function useOthersOn(incident: string): readonly Presence[] {
  const { session } = useShared();
  const people = useModel((model) => model.presence);
  return useMemo(
    () => people.filter((one) => one.incident === incident && one.username !== session.username),
    [people, incident, session.username],
  );
}
