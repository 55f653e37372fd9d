import { useEffect, useState } from 'react';
import { Problem, type Client } from '../api/client';
import type { ModeAdvice, TransportQuestion } from '../api/contract';

/** Asked when the answers have stood still for so long: a typist's pause. */
const STILL_MILLISECONDS = 250;

interface Told {
  readonly asked: string;
  readonly advice: ModeAdvice | null;
  readonly problem: Problem | null;
}

/** The advice on what is written, asked anew when it changes; null while there is none. */
export function useModeAdvice(client: Client, region: string, question: TransportQuestion | null) {
  const [told, setTold] = useState<Told | null>(null);
  const asked = question ? JSON.stringify(question) : '';
  useEffect(() => {
    if (asked === '') return;
    let gone = false;
    const timer = setTimeout(() => {
      client.modeAdvice(region, JSON.parse(asked) as TransportQuestion).then(
        (advice) => gone || setTold({ asked, advice, problem: null }),
        (error: unknown) => {
          const problem = error instanceof Problem ? error : new Problem(0, {});
          if (!gone) setTold({ asked, advice: null, problem });
        },
      );
    }, STILL_MILLISECONDS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [client, region, asked]);
  return asked !== '' && told?.asked === asked ? told : null;
}
