import { useEffect, useState } from 'react';
import { Problem } from '../api/client';
import type { RideTrial } from '../api/contract';
import { Select } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { useShared } from '../picture/context';
import { t, tCode } from '../text';
import { clockTime, number } from '../text/format';
import { LINES_ID } from './cells';
import { useRides } from './context';
import { reasonText, wayText } from './words';

/** Moves the chosen ride: a vehicle is chosen, what it would lead to is said at once. */
export function MoveForm() {
  const { rows, desk, ride, bar, acts, dispatch } = useRides();
  const others = rows.filter((row) => row.vehicle.unit !== bar?.unit && !row.vehicle.out);
  // The vehicle under the cursor when it is another one, else the first that may be chosen.
  const pointed = others.find((row) => row.vehicle.unit === desk.unit) ?? others[0];
  const [unit, setUnit] = useState(pointed?.vehicle.unit ?? '');
  const trial = useTrial(ride?.transport ?? '', unit);
  const close = () => {
    dispatch({ type: 'form', form: null });
    document.getElementById(LINES_ID)?.focus();
  };
  if (!ride) return null;
  if (others.length === 0) return <p className="warn-ink">{t('rides.noOther')}</p>;
  return (
    <FormFrame
      title={t('rides.moveTitle')}
      save={t('rides.moveHere')}
      onCancel={close}
      onSave={() => acts.place(unit)}
    >
      {(problemAt) => (
        <>
          <Select
            label={t('rides.vehicle')}
            topic="rideVehicle"
            value={unit}
            onChange={setUnit}
            error={problemAt('unit')}
            options={others.map(({ vehicle }) => [
              vehicle.unit,
              `${vehicle.callSign} ${tCode('kind', vehicle.kind)}, ${vehicle.station}`,
            ])}
          />
          <div role="status" className="ride-trial">
            <Trial told={trial} />
          </div>
        </>
      )}
    </FormFrame>
  );
}

interface Told {
  readonly of: string;
  readonly trial: RideTrial | null;
  readonly failed: string;
}

/** What it would lead to; asked again each time another vehicle is chosen. */
function useTrial(transport: string, unit: string): Told | null {
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

function Trial({ told }: { readonly told: Told | null }) {
  const { plan } = useRides();
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
            pickup: clockTime(trial.pickupAt),
            arrive: clockTime(trial.arriveAt),
          })}
      </p>
      {trial.faults.map((one) => (
        <p key={one.code + JSON.stringify(one.values)} className="grave-ink">
          {reasonText(one.code, one.values, plan?.rides)}
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
