import { useEffect, useState } from 'react';
import type { Client } from '../api/client';
import type { RegionPack, TransportsAway } from '../api/contract';
import { t, tCode } from '../text';
import { when } from '../text/format';
import { tripText } from './words';

interface Props {
  readonly client: Client;
  readonly region: RegionPack;
}

/** A vehicle that sets out or comes home is seen within this time. */
const LOOK_MILLISECONDS = 10_000;

/** Which of the region's vehicles are out of it with planned trips, and when each is back. */
export function AwayPane({ client, region }: Props) {
  const [found, setFound] = useState<TransportsAway | null>(null);
  useEffect(() => {
    // What cannot be read keeps what was read; the list below says that there is no answer.
    const look = () => client.transportsAway(region.code).then(setFound, () => undefined);
    void look();
    const timer = setInterval(() => void look(), LOOK_MILLISECONDS);
    return () => clearInterval(timer);
  }, [client, region.code]);
  if (!found) return null;
  const now = Date.parse(found.now);
  return (
    <section data-help="field.orderAway" aria-label={t('transport.awayTitle')}>
      <h3>{t('transport.awayTitle')}</h3>
      {found.away.length === 0 && <p className="quiet">{t('transport.awayNone')}</p>}
      <ul className="order-list">
        {found.away.map(({ transport, leftAt, backAt }) => (
          <li key={transport.id} className="order-item order-line">
            <b>{t('transport.back', { at: when(backAt, now) })}</b>
            <span>{tCode('mode', transport.choice.mode)}</span>
            {transport.planned && <span>{transport.planned.unit}</span>}
            <span>{tripText(transport.request, region)}</span>
            <span className="quiet">
              {`${t(`ride.${transport.ride}`)} · ${t('transport.left', { at: when(leftAt, now) })}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
