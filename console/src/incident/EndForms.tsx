import { useMemo, useState } from 'react';
import type { Incident } from '../api/contract';
import { Select } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { placeName } from '../dispatch/actions';
import { useDesk, useModel, useShared } from '../picture/context';
import { MeanwhileNews } from '../presence/News';
import { useMeanwhile } from '../presence/useMeanwhile';
import { t } from '../text';
import { clockTime } from '../text/format';
import { OutcomeFields, type Ending } from './OutcomeFields';

interface Props {
  readonly incident: Incident;
}

export function CloseForm({ incident, outcome }: Props & Pick<Ending, 'outcome'>) {
  const { actions } = useShared();
  const { dispatch } = useDesk();
  const [ending, setEnding] = useState<Ending>({ outcome, text: '' });
  const meanwhile = useMeanwhile(incident);
  const save = () =>
    actions.onIncident(incident.id, 'closing', ending, t('done.closed'), null, meanwhile.seen);
  return (
    <FormFrame
      title={t('form.closeTitle')}
      save={t('form.close')}
      onCancel={() => dispatch({ type: 'closeForm' })}
      onSave={save}
    >
      {(problemAt) => (
        <>
          <MeanwhileNews of={meanwhile} />
          <OutcomeFields ending={ending} onChange={setEnding} problemAt={problemAt} />
        </>
      )}
    </FormFrame>
  );
}

/** Other open cases, the nearest in time first: a duplicate is mostly minutes apart. */
export function DuplicateForm({ incident }: Props) {
  const { actions } = useShared();
  const { dispatch } = useDesk();
  const incidents = useModel((model) => model.incidents);
  const others = useMemo(() => {
    const apart = (one: Incident) =>
      Math.abs(Date.parse(one.receivedAt) - Date.parse(incident.receivedAt));
    return [...incidents.values()]
      .filter((one) => one.id !== incident.id && one.phase !== 'CLOSED' && !one.duplicateOf)
      .sort((a, b) => apart(a) - apart(b));
  }, [incidents, incident]);
  const [original, setOriginal] = useState(others[0]?.id ?? '');
  const meanwhile = useMeanwhile(incident);
  const save = () => {
    const body = { incident: original };
    const { seen } = meanwhile;
    return actions.onIncident(incident.id, 'duplicate-of', body, t('done.linked'), null, seen);
  };
  const name = (one: Incident) =>
    `${one.priority} ${placeName(one)} · ${clockTime(one.receivedAt)} · ${one.id}`;
  return (
    <FormFrame
      title={t('form.duplicateTitle')}
      save={t('form.confirm')}
      onCancel={() => dispatch({ type: 'closeForm' })}
      onSave={save}
    >
      {(problemAt) =>
        others.length === 0 ? (
          <p>{t('form.duplicateNone')}</p>
        ) : (
          <>
            <MeanwhileNews of={meanwhile} />
            <Select
              label={t('form.duplicateOf')}
              topic="duplicate"
              value={original}
              options={others.map((one) => [one.id, name(one)])}
              onChange={setOriginal}
              error={problemAt('incident')}
              required
            />
          </>
        )
      }
    </FormFrame>
  );
}
