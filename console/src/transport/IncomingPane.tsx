import { useCallback, useEffect, useState } from 'react';
import { Problem, type Client } from '../api/client';
import type { IncomingTransports, RegionPack } from '../api/contract';
import { t } from '../text';
import { IncomingRow } from './IncomingRow';

interface Props {
  readonly client: Client;
  readonly region: RegionPack;
  /** Whether the reader answers for every ward of the region. */
  readonly command: boolean;
}

/** Others' changes are seen within this time; own answers at once. */
const LOOK_MILLISECONDS = 3_000;

/** What other regions have ordered that leads here, whoever drives; nothing while there is none. */
export function IncomingPane({ client, region, command }: Props) {
  const [list, setList] = useState<IncomingTransports | null>(null);
  const look = useCallback(
    // What cannot be read keeps what was read; the list below says that there is no answer.
    () =>
      client
        .read<IncomingTransports>(region.code, 'incoming-transports')
        .then(setList, () => undefined),
    [client, region.code],
  );
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), LOOK_MILLISECONDS);
    return () => clearInterval(timer);
  }, [look]);
  if (!list || list.orders.length === 0) return null;
  const answer = (id: string) => (body: unknown) =>
    client.post(region.code, `incoming-transports/${id}/answer`, body).then(
      () => look().then(() => ''),
      (error: unknown) =>
        error instanceof Problem && error.detail
          ? `${error.detail} ${error.remedy}`
          : t('problem.noAnswer'),
    );
  return (
    <section data-help="field.orderIncoming" aria-label={t('transport.incoming')}>
      <header className="pane-head">
        <h2>{t('transport.incoming')}</h2>
      </header>
      <ul className="order-list">
        {list.orders.map((one) => (
          <IncomingRow
            key={one.id}
            order={one}
            region={region}
            of={nameOf(one.region, region)}
            command={command}
            now={Date.parse(list.now)}
            answer={answer(one.id)}
          />
        ))}
      </ul>
      {list.total > list.orders.length && (
        <p>{t('transport.total', { shown: list.orders.length, count: list.total })}</p>
      )}
    </section>
  );
}

/** A region by the facilities that it has: the reader's own list holds the reader's regions. */
function nameOf(code: string, own: RegionPack): string {
  return own.destinations.find((one) => one.region === code)?.regionName ?? code;
}
