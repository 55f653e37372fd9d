import { useMemo, useState } from 'react';
import type { Problem } from '../api/client';
import type { Incident } from '../api/contract';
import { Choice } from '../design/Choices';
import { Select, TextInput } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { placeName } from '../dispatch/actions';
import { useDesk, useModel, useShared } from '../picture/context';
import { t, type Key } from '../text';
import { clockTime } from '../text/format';

interface Props {
  readonly incident: Incident;
}

const OUTCOMES = ['CONVEYED', 'TREATED_AND_LEFT', 'REFERRED', 'CANCELLED'] as const;
type Outcome = (typeof OUTCOMES)[number];
/** Where to, and why: these ends say nothing without words. */
const TEXT_NEEDED: readonly Outcome[] = ['REFERRED', 'CANCELLED'];

export function CloseForm({ incident }: Props) {
  const { actions } = useShared();
  const { dispatch } = useDesk();
  const [outcome, setOutcome] = useState<Outcome>('TREATED_AND_LEFT');
  const [text, setText] = useState('');
  return (
    <FormFrame
      title={t('form.closeTitle')}
      save={t('form.close')}
      onCancel={() => dispatch({ type: 'closeForm' })}
      onSave={() => actions.onIncident(incident.id, 'closing', { outcome, text }, t('done.closed'))}
    >
      {(problemAt) => (
        <>
          <Choice
            label={t('form.outcome')}
            value={outcome}
            options={OUTCOMES.map((one) => [one, t(`outcome.${one}`)])}
            onChange={setOutcome}
          />
          <TextInput
            label={t('form.text')}
            value={text}
            onChange={setText}
            error={problemAt('text') || problemAt('outcome')}
            required={TEXT_NEEDED.includes(outcome)}
            lines
          />
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
  const name = (one: Incident) =>
    `${one.priority} ${placeName(one)} · ${clockTime(one.receivedAt)} · ${one.id}`;
  return (
    <FormFrame
      title={t('form.duplicateTitle')}
      save={t('form.confirm')}
      onCancel={() => dispatch({ type: 'closeForm' })}
      onSave={() =>
        actions.onIncident(incident.id, 'duplicate-of', { incident: original }, t('done.linked'))
      }
    >
      {() =>
        others.length === 0 ? (
          <p>{t('form.duplicateNone')}</p>
        ) : (
          <Select
            label={t('form.duplicateOf')}
            value={original}
            options={others.map((one) => [one.id, name(one)])}
            onChange={setOriginal}
            required
          />
        )
      }
    </FormFrame>
  );
}

interface ReasonProps {
  readonly title: Key;
  readonly onSave: (reason: string) => Promise<Problem | null>;
}

/** A command that needs nothing but a reason for the journal. */
export function ReasonForm({ title, onSave }: ReasonProps) {
  const { dispatch } = useDesk();
  const [reason, setReason] = useState('');
  return (
    <FormFrame
      title={t(title)}
      save={t('form.confirm')}
      onCancel={() => dispatch({ type: 'closeForm' })}
      onSave={() => onSave(reason)}
    >
      {(problemAt) => (
        <TextInput
          label={t('form.reason')}
          value={reason}
          onChange={setReason}
          error={problemAt('reason')}
          required
        />
      )}
    </FormFrame>
  );
}
