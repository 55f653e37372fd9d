import { useEffect, useState } from 'react';
import { Problem } from '../api/client';
import type { RideTrial } from '../api/contract';
import { useShared } from '../picture/context';
import { t } from '../text';
import { number, when } from '../text/format';
import { useRides } from './context';
import { reasonText, wayText } from './words';

export interface Told {
  readonly of: string;
  readonly trial: RideTrial | null;
  readonly failed: string;
}

/** What giving the ride to a unit would lead to; asked again each time another is chosen. */
export function useTrial(transport: string, unit: string): Told | null {
  const { client, region } = useShared();
  const [told, setTold] = useState<Told | null>(null);
  const of = `${transport} ${unit}`;
  useEffect(() => {
    if (unit === '') return;
    let gone = false;
    client.rideTrial(region.code, { transport, unit }).then(
      (trial) => gone || setTold({ of, trial, failed: '' }),
      (error: unknown) => {
        const said = error instanceof Problem && error.status !== 0 ? error.message : '';
        if (!gone) setTold({ of, trial: null, failed: said || t('problem.noAnswer') });
      },
    );
    return () => {
      gone = true;
    };
  }, [client, region.code, transport, unit, of]);
  return told?.of === of ? told : null;
}

/** Whether it can be done, what it costs, and who is later for it. */
export function TrialView({ told }: { readonly told: Told | null }) {
  const { plan, now } = useRides();
  if (!told) return <p className="quiet">{t('rides.trying')}</p>;
  const { trial, failed } = told;
  if (!trial) return <p className="error">{failed}</p>;
  const sign = trial.kronor > 0 ? '+' : '';
  return (
    <>
      <p className={trial.feasible ? '' : 'grave-ink'}>
        <b>{t(trial.feasible ? 'rides.works' : 'rides.worksNot')}</b>{' '}
        {trial.pickupAt &&
          trial.arriveAt &&
          t('rides.trialTimes', {
            pickup: when(trial.pickupAt, now),
            arrive: when(trial.arriveAt, now),
          })}
      </p>
      {trial.faults.map((one) => (
        <p key={one.code + JSON.stringify(one.values)} className="grave-ink">
          {reasonText(one.code, one.values, now, plan?.rides)}
        </p>
      ))}
      {trial.feasible && <p>{t('rides.trialKronor', { kronor: sign + number(trial.kronor) })}</p>}
      {trial.feasible && trial.delays.length === 0 && <p>{t('rides.noDelays')}</p>}
      <ul>
        {trial.delays.map(({ transport, minutes }) => {
          const ride = plan?.rides.find((one) => one.transport === transport);
          return (
            <li key={transport}>
              {t('rides.delay', {
                minutes: number(minutes),
                way: ride ? wayText(ride) : transport,
              })}
            </li>
          );
        })}
      </ul>
    </>
  );
}
