import { useEffect, useState } from 'react';
import type { RidePlan } from '../api/contract';
import { useShared } from '../picture/context';

/** The plan is asked for so often: what another has moved is seen within this time. */
const LOOK_MILLISECONDS = 2_000;

interface Told {
  readonly plan: RidePlan | null;
  readonly failed: boolean;
}

/**
 * The region's plan, asked for again and again while somebody can see it. A question that is not
 * answered yet is not asked twice, so that a slow server is not given more to do.
 */
export function useRidePlan(): Told {
  const { client, region } = useShared();
  const [told, setTold] = useState<Told>({ plan: null, failed: false });
  useEffect(() => {
    let gone = false;
    let asking = false;
    let mark = '';
    const look = () => {
      if (asking || document.hidden) return;
      asking = true;
      client
        .ridePlan(region.code, mark)
        .then(
          (answer) => {
            if (gone) return;
            if (answer) mark = answer.mark;
            setTold((before) =>
              answer || before.failed
                ? { plan: answer?.told ?? before.plan, failed: false }
                : before,
            );
          },
          () => gone || setTold((before) => ({ ...before, failed: true })),
        )
        .finally(() => {
          asking = false;
        });
    };
    look();
    const timer = setInterval(look, LOOK_MILLISECONDS);
    document.addEventListener('visibilitychange', look);
    return () => {
      gone = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [client, region.code]);
  return told;
}
