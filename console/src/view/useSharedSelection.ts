import { useEffect, useRef, type Dispatch } from 'react';
import type { Desk, DeskAction } from '../picture/desk';

/** What is chosen: the one thing the windows of a user tell each other. */
export type Selection = Pick<Desk, 'incident' | 'unit'>;

/**
 * Keeps the chosen case and unit the same in all windows a user has open on this machine. Nothing
 * else goes between them: each has its own stream and lives on when the others are closed.
 */
export function useSharedSelection(name: string, desk: Desk, dispatch: Dispatch<DeskAction>) {
  const { incident, unit } = desk;
  const channel = useRef<BroadcastChannel | null>(null);
  const known = useRef<Selection>({ incident, unit });
  useEffect(() => {
    const opened = new BroadcastChannel(`dirigent.selection.${name}`);
    opened.onmessage = ({ data }: MessageEvent<unknown>) => {
      const told = selectionFrom(data);
      if (!told) return;
      known.current = told;
      dispatch({ type: 'follow', ...told });
    };
    channel.current = opened;
    return () => opened.close();
  }, [name, dispatch]);
  useEffect(() => {
    // What another window told is not told back.
    if (known.current.incident === incident && known.current.unit === unit) return;
    known.current = { incident, unit };
    channel.current?.postMessage(known.current);
  }, [incident, unit]);
}

/** A message as a selection, or null: an older page of ours may speak another way. */
export function selectionFrom(data: unknown): Selection | null {
  if (typeof data !== 'object' || data === null) return null;
  const { incident, unit } = data as Record<string, unknown>;
  const named = (value: unknown): value is string | null =>
    value === null || typeof value === 'string';
  return named(incident) && named(unit) ? { incident, unit } : null;
}
