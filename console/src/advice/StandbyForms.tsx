import { useState } from 'react';
import type { Unit } from '../api/contract';
import { Select } from '../design/Fields';
import { ReasonForm } from '../design/ReasonForm';
import { useShared } from '../picture/context';
import { t } from '../text';

/** Tells a free unit to stand somewhere else. */
export function StandbyForm({ unit }: { unit: Unit }) {
  const { actions, region } = useShared();
  const places = region.standbyPlaces.filter((one) => one.id !== unit.standby?.place.id);
  const [place, setPlace] = useState(places[0]?.id ?? '');
  return (
    <ReasonForm
      title={t('standby.orderTitle', { callSign: unit.callSign })}
      save={t('standby.order')}
      likely={t('standby.likely')}
      onSave={(reason) => actions.orderStandby(unit, place, reason)}
    >
      <Select
        label={t('standby.place')}
        topic="standbyPlace"
        value={place}
        options={places.map((one) => [one.id, one.name])}
        onChange={setPlace}
        required
      />
      <p className="quiet">{t('standby.moves', { count: unit.moves?.inShift ?? 0 })}</p>
    </ReasonForm>
  );
}

/** Takes the order back, or lets the unit go home. */
export function RecallForm({ unit }: { unit: Unit }) {
  const { actions } = useShared();
  return (
    <ReasonForm
      title={t('standby.recallTitle', { callSign: unit.callSign })}
      save={t('standby.recall')}
      likely={t('reasonPreset.notNeeded')}
      onSave={(reason) => actions.recallStandby(unit, reason)}
    />
  );
}
