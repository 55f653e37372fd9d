import { useState } from 'react';
import { Select } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { useShared } from '../picture/context';
import { t, tCode } from '../text';
import { LINES_ID } from './cells';
import { useRides } from './context';
import { TrialView, useTrial } from './TrialView';

/** Moves the chosen ride: a vehicle is chosen, what it would lead to is said at once. */
export function MoveForm() {
  const { region } = useShared();
  const { rows, desk, ride, bar, acts, dispatch } = useRides();
  const stationName = (id: string) => region.stations.find((one) => one.id === id)?.name ?? id;
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
              `${vehicle.callSign} ${tCode('kind', vehicle.kind)}, ${stationName(vehicle.station)}`,
            ])}
          />
          <div role="status" className="ride-trial">
            <TrialView told={trial} />
          </div>
        </>
      )}
    </FormFrame>
  );
}
