import { useEffect } from 'react';

/**
 * Each window holds a live stream, and over plain HTTP/1.1 a browser gives one server six
 * connections in all: with a sixth window nothing more would be answered in any of them.
 */
export const WINDOWS_MAX = 5;
const PREFIX = 'dirigent.window.';

/** Counts this window among the open ones, for as long as it is there. */
export function useWindowCounted() {
  useEffect(() => {
    if (!('locks' in navigator)) return;
    const gone = new AbortController();
    // The browser itself lets go of the lock when the window closes, however it closes.
    const held = new Promise<void>((resolve) => {
      gone.signal.addEventListener('abort', () => resolve());
    });
    void navigator.locks.request(PREFIX + crypto.randomUUID(), () => held);
    return () => gone.abort();
  }, []);
}

/** Whether one more window would starve the others. Unknown counts as no. */
export async function windowsAreFull(): Promise<boolean> {
  if (!('locks' in navigator) || sharesOneConnection()) return false;
  const { held = [] } = await navigator.locks.query();
  return held.filter(({ name }) => name?.startsWith(PREFIX)).length >= WINDOWS_MAX;
}

/** HTTP/2 and later carry any number of streams over one connection. */
function sharesOneConnection(): boolean {
  const [page] = performance.getEntriesByType('navigation');
  const protocol = (page as PerformanceNavigationTiming | undefined)?.nextHopProtocol ?? '';
  return protocol === 'h2' || protocol === 'h3';
}
