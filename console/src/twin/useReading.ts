import { useEffect, useState } from 'react';
import type { Client } from '../api/client';
import type { Part, Reading } from './contract';

/** A hand that writes rests longer than this between words. */
const REST_MILLISECONDS = 300;

export interface Read {
  /** The last that was said of the text, perhaps before its last change. */
  readonly reading: Reading | null;
  /** Whether it was said of the text as it is. */
  readonly fresh: boolean;
  readonly failed: boolean;
}

/** What the server, which runs it, says of a scenario's text. */
export function useReading(client: Client, region: string, { name, text }: Part): Read {
  const [read, setRead] = useState<{ text: string; reading: Reading } | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let gone = false;
    const timer = setTimeout(() => {
      client.ask<Reading>(region, 'scenarios/reading', { name, text }).then(
        (reading) => {
          if (gone) return;
          setRead({ text, reading });
          setFailed(false);
        },
        () => gone || setFailed(true),
      );
    }, REST_MILLISECONDS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [client, region, name, text]);
  return { reading: read?.reading ?? null, fresh: read?.text === text, failed };
}
