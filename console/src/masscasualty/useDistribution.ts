import { useCallback, useRef, useState } from 'react';
import type { Client } from '../api/client';
import type { DistributionAnswer } from './contract';
import { useLooking } from './useMajor';

/** Units and roads change without a word; the server answers at once when nothing has. */
const LOOK_MILLISECONDS = 5_000;

/** The proposal of who goes where as it was last told. */
export interface DistributionTold {
  /** Null before the first answer. */
  readonly plan: DistributionAnswer | null;
  /** Whether the last question got no answer: then the proposal may be old. */
  readonly failed: boolean;
}

/**
 * The proposal of one major incident.
 *
 * @param changed changes when casualties or hospitals have, so that it is asked for at once
 */
export function useDistribution(
  client: Client,
  region: string,
  major: string,
  changed: string,
): DistributionTold {
  const [told, setTold] = useState<DistributionTold>({ plan: null, failed: false });
  const mark = useRef('');
  const look = useCallback(async () => {
    const path = `major-incidents/${encodeURIComponent(major)}/distribution`;
    try {
      const answer = await client.readMarked<DistributionAnswer>(region, path, mark.current);
      mark.current = answer?.mark ?? mark.current;
      setTold((before) => ({ plan: answer?.told ?? before.plan, failed: false }));
    } catch {
      setTold((before) => ({ ...before, failed: true }));
    }
  }, [client, region, major]);
  useLooking(look, LOOK_MILLISECONDS, changed);
  return told;
}
