import { useEffect, useRef, useState } from 'react';

/** What the server answered last; null before the first answer. */
export interface Asked<T> {
  readonly answer: T | null;
  readonly failed: boolean;
}

/** However fast the picture changes, the server is asked this seldom. */
const SELDOM_MILLISECONDS = 2_000;
/** And this often when nothing changes: travel times and cover move with the clock. */
const OFTEN_MILLISECONDS = 10_000;

/**
 * Asks at once, then when `mark` has changed and every few seconds. `ask` must stay the same
 * function while the question is the same.
 */
export function useAsked<T>(ask: () => Promise<T>, mark: unknown, live: boolean): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ answer: null, failed: false });
  const changed = useRef(false);
  useEffect(() => {
    changed.current = true;
  }, [mark]);
  useEffect(() => {
    if (!live) return;
    let gone = false;
    let last = 0;
    let asking = false;
    const look = () => {
      const due = Date.now() - last >= OFTEN_MILLISECONDS;
      if (asking || !(due || changed.current)) return;
      changed.current = false;
      asking = true;
      last = Date.now();
      ask()
        .then(
          (answer) => gone || setAsked({ answer, failed: false }),
          () => gone || setAsked((before) => ({ ...before, failed: true })),
        )
        .finally(() => {
          asking = false;
        });
    };
    look();
    const timer = setInterval(look, SELDOM_MILLISECONDS);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [ask, live]);
  return asked;
}
