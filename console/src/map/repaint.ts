/** What to paint now, and the values it is made of: unchanged values need no paint. */
export interface Job {
  readonly watched: readonly unknown[];
  readonly paint: () => void;
}

/**
 * Paints at once and then after changes, at most once per `paceMilliseconds`. Gives the function
 * that stops it.
 */
export function repaint(
  paceMilliseconds: number,
  subscribe: (listener: () => void) => () => void,
  job: () => Job,
): () => void {
  let last: readonly unknown[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    timer = undefined;
    const { watched, paint } = job();
    if (last.length > 0 && watched.every((one, index) => one === last[index])) return;
    last = watched;
    paint();
  };
  run();
  const stop = subscribe(() => {
    timer ??= setTimeout(run, paceMilliseconds);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
