import { useState } from 'react';
import type { Incident, Location } from '../api/contract';
import { Select } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { useDesk, useShared } from '../picture/context';
import { MeanwhileNews } from '../presence/News';
import { useMeanwhile } from '../presence/useMeanwhile';
import { t } from '../text';
import { PlaceFields, positionIn, positionText, type Place } from './PlaceFields';

const QUALITIES = [
  'EXACT',
  'ADDRESS',
  'AREA',
  'MOBILE_CELL',
  'UNKNOWN',
] as const satisfies readonly Location['quality'][];

/** Where the case is, corrected: the crew and the arrival times follow at once. */
export function LocationForm({ incident }: { incident: Incident }) {
  const { actions } = useShared();
  const { desk, dispatch } = useDesk();
  const { location } = incident;
  const [place, setPlace] = useState<Place>({
    address: location.address,
    municipality: location.municipality,
    position: location.position ? positionText(location.position) : '',
  });
  const [chosen, setChosen] = useState<Location['quality'] | null>(null);
  // A place pointed out on the map is exact until somebody says otherwise.
  const quality = chosen ?? (desk.picked ? 'EXACT' : location.quality);

  const meanwhile = useMeanwhile(incident);
  const save = () => {
    const position = positionIn(place, desk.picked);
    if (position === 'UNREADABLE') return 'STAY';
    const { address, municipality } = place;
    const body = { address, municipality, quality, ...(position ? { position } : {}) };
    const done = t('done.location');
    return actions.onIncident(incident.id, 'location', body, done, null, meanwhile.seen);
  };

  return (
    <FormFrame
      title={t('form.locationTitle')}
      save={t('form.save')}
      onCancel={() => dispatch({ type: 'closeForm' })}
      onSave={save}
    >
      {(problemAt) => (
        <>
          <MeanwhileNews of={meanwhile} />
          <PlaceFields place={place} onChange={setPlace} problemAt={problemAt} />
          <Select
            label={t('form.quality')}
            topic="quality"
            value={quality}
            options={QUALITIES.map((one) => [one, t(`quality.${one}`)])}
            onChange={(code) => setChosen(QUALITIES.find((one) => one === code) ?? null)}
          />
        </>
      )}
    </FormFrame>
  );
}
