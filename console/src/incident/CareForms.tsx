import { useState } from 'react';
import type { Incident } from '../api/contract';
import { Choice } from '../design/Choices';
import { TextInput } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { levelOf } from '../model/lists';
import { MeanwhileNews } from '../presence/News';
import { useMeanwhile } from '../presence/useMeanwhile';
import { useDesk, useServerNow, useShared } from '../picture/context';
import { t } from '../text';

interface Props {
  readonly incident: Incident;
}

function useClose() {
  const { dispatch } = useDesk();
  return () => dispatch({ type: 'closeForm' });
}

/** Minutes as typed → an instant, or null when left empty or not a number. */
function instantIn(text: string, unitSeconds: number, now: number): string | null {
  const amount = Number.parseFloat(text.replace(',', '.'));
  if (!Number.isFinite(amount) || amount <= 0) return null;
  return new Date(now + amount * unitSeconds * 1000).toISOString();
}

export function ContactForm({ incident }: Props) {
  const { actions } = useShared();
  const close = useClose();
  const now = useServerNow();
  const [answered, setAnswered] = useState<'yes' | 'no'>('yes');
  const [condition, setCondition] = useState('');
  const [decision, setDecision] = useState('');
  const [minutes, setMinutes] = useState('');
  const save = () => {
    const nextDueAt = instantIn(minutes, 60, now);
    const body = {
      answered: answered === 'yes',
      condition,
      decision,
      ...(nextDueAt ? { nextDueAt } : {}),
    };
    return actions.onIncident(incident.id, 'contacts', body, t('done.contact'));
  };
  return (
    <FormFrame title={t('form.contactTitle')} save={t('form.save')} onCancel={close} onSave={save}>
      {(problemAt) => (
        <>
          <Choice
            label={t('form.contactAnswered')}
            topic="contactAnswered"
            value={answered}
            options={[
              ['yes', t('case.answered')],
              ['no', t('case.notAnswered')],
            ]}
            onChange={setAnswered}
          />
          <TextInput
            label={t('form.contactCondition')}
            topic="contactCondition"
            value={condition}
            onChange={setCondition}
            error={problemAt('condition')}
            required={answered === 'yes'}
          />
          <TextInput
            label={t('form.contactDecision')}
            topic="contactDecision"
            value={decision}
            onChange={setDecision}
            error={problemAt('decision')}
            required={answered === 'yes'}
          />
          <TextInput
            label={t('form.contactNext')}
            topic="contactNext"
            value={minutes}
            onChange={setMinutes}
            error={problemAt('nextDueAt')}
            hint={t('form.contactNextHelp')}
            inputMode="numeric"
          />
        </>
      )}
    </FormFrame>
  );
}

export function PriorityForm({ incident }: Props) {
  const { actions, region, scale } = useShared();
  const close = useClose();
  const [priority, setPriority] = useState(incident.priority);
  const [reason, setReason] = useState('');
  const places = region.priorities.map((one) => one.code);
  const down = places.indexOf(priority) > places.indexOf(incident.priority);
  const meanwhile = useMeanwhile(incident);
  const save = () =>
    actions.changePriority(incident, priority, reason, region.priorities, meanwhile.seen);
  return (
    <FormFrame title={t('form.priorityTitle')} save={t('form.save')} onCancel={close} onSave={save}>
      {(problemAt) => (
        <>
          <MeanwhileNews of={meanwhile} />
          <Choice
            label={t('form.priority')}
            topic="priority"
            value={priority}
            options={region.priorities.map((one) => [one.code, one.code])}
            topicOf={(code) => `priority.${code}`}
            onChange={setPriority}
          />
          {down && (
            <p className={levelOf(scale, incident.priority) === 1 ? 'grave-ink' : 'warn-ink'}>
              {t('form.downgradeNote')}
            </p>
          )}
          <TextInput
            label={t('form.reason')}
            topic="reason"
            value={reason}
            onChange={setReason}
            error={problemAt('reason') || problemAt('priority')}
            required
          />
        </>
      )}
    </FormFrame>
  );
}

export function NoteForm({ incident }: Props) {
  const { actions } = useShared();
  const close = useClose();
  const [text, setText] = useState('');
  const save = () => actions.onIncident(incident.id, 'notes', { text }, t('done.note'));
  return (
    <FormFrame title={t('form.noteTitle')} save={t('form.save')} onCancel={close} onSave={save}>
      {(problemAt) => (
        <TextInput
          label={t('form.text')}
          topic="note"
          value={text}
          onChange={setText}
          error={problemAt('text')}
          required
          lines
        />
      )}
    </FormFrame>
  );
}

export function ThreatForm({ incident }: Props) {
  const { actions } = useShared();
  const close = useClose();
  const now = useServerNow();
  const [wording, setWording] = useState('');
  const [source, setSource] = useState('');
  const [hours, setHours] = useState('24');
  const save = () => {
    const observedAt = new Date(now).toISOString();
    // Without a length of time it expires at once, and the server says what to do.
    const expiresAt = instantIn(hours, 3600, now) ?? observedAt;
    const body = { source, wording, observedAt, expiresAt };
    return actions.onIncident(incident.id, 'threats', body, t('done.threat'));
  };
  return (
    <FormFrame title={t('form.threatTitle')} save={t('form.save')} onCancel={close} onSave={save}>
      {(problemAt) => (
        <>
          <TextInput
            label={t('form.threatWording')}
            topic="threatWording"
            value={wording}
            onChange={setWording}
            error={problemAt('wording')}
            required
            lines
          />
          <TextInput
            label={t('form.threatSource')}
            topic="source"
            value={source}
            onChange={setSource}
            error={problemAt('source')}
            required
          />
          <TextInput
            label={t('form.threatExpires')}
            topic="threatExpires"
            value={hours}
            onChange={setHours}
            error={problemAt('expiresAt')}
            inputMode="numeric"
            required
          />
        </>
      )}
    </FormFrame>
  );
}
