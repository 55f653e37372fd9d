import { useEffect, useState } from 'react';
import { Problem } from '../api/client';
import type { RideWhy } from '../api/contract';
import { useShared } from '../picture/context';
import { t } from '../text';
import { when } from '../text/format';
import { useRides } from './context';
import { reasonsOf } from './why';

/** More reasons than this nobody reads; the server gives the nearest vehicles first. */
const REASONS_MAX = 40;

interface Told {
  readonly why: RideWhy | null;
  readonly failed: string;
}

/** Why the ride is not fetched earlier, in a sentence for each reason and whom it holds for. */
export function WhyList({ transport }: { readonly transport: string }) {
  const { client, region } = useShared();
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    let gone = false;
    client.rideWhy(region.code, transport).then(
      (why) => gone || setTold({ why, failed: '' }),
      (error: unknown) => {
        const said = error instanceof Problem && error.status !== 0 ? error.message : '';
        if (!gone) setTold({ why: null, failed: said || t('problem.noAnswer') });
      },
    );
    return () => {
      gone = true;
    };
  }, [client, region.code, transport]);
  return (
    <div role="status" className="ride-why" aria-label={t('rides.whyTitle')}>
      <h3>{t('rides.whyTitle')}</h3>
      {!told && <p className="quiet">{t('rides.trying')}</p>}
      {told?.failed && <p className="error">{told.failed}</p>}
      {told?.why && <Answers why={told.why} />}
    </div>
  );
}

function Answers({ why }: { readonly why: RideWhy }) {
  const { plan, now } = useRides();
  const { plannedPickupAt } = why;
  const reasons = reasonsOf(why.answers, now, plan?.rides);
  return (
    <>
      {plannedPickupAt && <p>{t('rides.whyPlanned', { time: when(plannedPickupAt, now) })}</p>}
      {reasons.length === 0 && <p>{t('rides.whyNobody')}</p>}
      <ul>
        {reasons.slice(0, REASONS_MAX).map(({ who, said }) => (
          <li key={said}>
            <b>{who.join(', ')}</b> {said}
          </li>
        ))}
      </ul>
      {reasons.length > REASONS_MAX && (
        <p>{t('alarm.more', { count: reasons.length - REASONS_MAX })}</p>
      )}
    </>
  );
}
