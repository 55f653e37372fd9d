import { useCallback, useEffect, useState } from 'react';
import type { Client } from '../api/client';
import type { StudyLine } from './contract';

/** While something runs its progress is news every second; else somebody else may have begun. */
const OPEN_MILLISECONDS = 1_000;
const QUIET_MILLISECONDS = 10_000;

export function isOpen({ state }: Pick<StudyLine, 'state'>): boolean {
  return state === 'WAITING' || state === 'RUNNING';
}

export interface Studies {
  /** Null until they have come. */
  readonly lines: readonly StudyLine[] | null;
  readonly failed: boolean;
  readonly look: () => void;
}

/** The studies of the region, the latest first, as long as the page is open. */
export function useStudies(client: Client, region: string): Studies {
  const [lines, setLines] = useState<readonly StudyLine[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [asked, setAsked] = useState(0);
  const look = useCallback(() => setAsked((count) => count + 1), []);
  const open = lines?.some(isOpen) ?? false;
  useEffect(() => {
    let gone = false;
    const ask = () =>
      client.read<StudyLine[]>(region, 'studies').then(
        (found) => {
          if (gone) return;
          setLines(found);
          setFailed(false);
        },
        () => gone || setFailed(true),
      );
    void ask();
    const timer = setInterval(() => void ask(), open ? OPEN_MILLISECONDS : QUIET_MILLISECONDS);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [client, region, open, asked]);
  return { lines, failed, look };
}
