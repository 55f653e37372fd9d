import { useState } from 'react';
import type { NewIncident } from '../api/contract';
import { Choice } from '../design/Choices';
import { Select, TextInput } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { useDesk, useShared } from '../picture/context';
import { t, tCode } from '../text';
import { PlaceFields, positionIn, type Place } from './PlaceFields';

const NOWHERE: Place = { address: '', municipality: '', position: '' };

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
  const [place, setPlace] = useState<Place>(NOWHERE);
  const [callbackNumber, setCallback] = useState('');
  const [indexCode, setIndex] = useState('');
  const [description, setDescription] = useState('');

  const save = () => {
    const position = positionIn(place, desk.picked);
    if (position === 'UNREADABLE') return 'STAY';
    const body: NewIncident = {
      source,
      callbackNumber,
      location: {
        address: place.address,
        municipality: place.municipality,
        ...(position ? { position } : {}),
        quality: position ? 'EXACT' : 'UNKNOWN',
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
            <PlaceFields place={place} onChange={setPlace} problemAt={problemAt} />
            <TextInput
              label={t('form.newDescription')}
              topic="description"
              value={description}
              onChange={setDescription}
              error={problemAt('description')}
              lines
              required
            />
            <Choice
              label={t('form.priority')}
              topic="priority"
              value={priority}
              options={region.priorities.map((one) => [one.code, one.code])}
              topicOf={(code) => `priority.${code}`}
              onChange={setPriority}
            />
            <TextInput
              label={t('form.newIndex')}
              topic="index"
              value={indexCode}
              onChange={setIndex}
              error={problemAt('indexCode')}
            />
            <TextInput
              label={t('form.newCallback')}
              topic="callback"
              value={callbackNumber}
              onChange={setCallback}
              error={problemAt('callbackNumber')}
              inputMode="tel"
            />
            <Select
              label={t('form.newSource')}
              topic="source"
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
