import { useState } from 'react';
import type { NewIncident } from '../api/contract';
import { Choice } from '../design/Choices';
import { Select, TextInput } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { useDesk, useShared } from '../picture/context';
import { t, tCode } from '../text';

const SOURCES = [
  'SOS_ALARM',
  'CARE_ADVICE_1177',
  'POLICE',
  'OTHER_CENTRE',
  'OWN_CENTRE',
] as const satisfies readonly NewIncident['source'][];

/** A case made at this desk; the place may be picked on the map. */
export function NewIncidentForm() {
  const { actions, region } = useShared();
  const { desk, dispatch } = useDesk();
  const [priority, setPriority] = useState(region.priorities[0]?.code ?? '1');
  const [source, setSource] = useState<NewIncident['source']>('OWN_CENTRE');
  const [address, setAddress] = useState('');
  const [municipality, setMunicipality] = useState('');
  const [callbackNumber, setCallback] = useState('');
  const [indexCode, setIndex] = useState('');
  const [description, setDescription] = useState('');
  const towns = region.municipalities.map((one) => one.name);

  const save = () => {
    const body: NewIncident = {
      source,
      callbackNumber,
      location: {
        address,
        municipality,
        ...(desk.picked ? { position: desk.picked } : {}),
        quality: desk.picked ? 'EXACT' : 'UNKNOWN',
      },
      indexCode,
      description,
      priority,
      threats: [],
    };
    const open = ({ id }: { id: string }) => dispatch({ type: 'openIncident', id });
    return actions.create(body, open);
  };

  return (
    <div className="case-scroll">
      <FormFrame
        title={t('form.newTitle')}
        save={t('form.newSave')}
        onCancel={() => dispatch({ type: 'closeForm' })}
        onSave={save}
      >
        {(problemAt) => (
          <>
            <TextInput
              label={t('form.newAddress')}
              value={address}
              onChange={setAddress}
              error={problemAt('address') || problemAt('location.address')}
              required={desk.picked === null}
              maxLength={400}
            />
            <Place error={problemAt('position') || problemAt('location.position')} />
            <TextInput
              label={t('form.newMunicipality')}
              value={municipality}
              onChange={setMunicipality}
              error={problemAt('municipality') || problemAt('location.municipality')}
              list={towns}
              maxLength={80}
            />
            <TextInput
              label={t('form.newDescription')}
              value={description}
              onChange={setDescription}
              error={problemAt('description')}
              lines
              required
            />
            <Choice
              label={t('form.priority')}
              value={priority}
              options={region.priorities.map((one) => [one.code, one.code])}
              onChange={setPriority}
            />
            <TextInput
              label={t('form.newIndex')}
              value={indexCode}
              onChange={setIndex}
              error={problemAt('indexCode')}
            />
            <TextInput
              label={t('form.newCallback')}
              value={callbackNumber}
              onChange={setCallback}
              error={problemAt('callbackNumber')}
              inputMode="tel"
            />
            <Select
              label={t('form.newSource')}
              value={source}
              options={SOURCES.map((one) => [one, tCode('source', one)])}
              onChange={(code) => setSource(SOURCES.find((one) => one === code) ?? source)}
            />
          </>
        )}
      </FormFrame>
    </div>
  );
}

/** Shows the place picked on the map, or says how to pick one. */
function Place({ error }: { error: string }) {
  const { desk, dispatch } = useDesk();
  const { picked } = desk;
  return (
    <div className="field">
      <span className="label">{t('form.newPosition')}</span>
      {picked ? (
        <div className="choices">
          <span>
            {t('form.newPositionSet', { lat: picked.lat.toFixed(4), lon: picked.lon.toFixed(4) })}
          </span>
          <button
            type="button"
            className="button small"
            onClick={() => dispatch({ type: 'unpick' })}
          >
            {t('form.newPositionClear')}
          </button>
        </div>
      ) : (
        <span>{t('form.newPositionPick')}</span>
      )}
      {error && <span className="error">{error}</span>}
    </div>
  );
}
