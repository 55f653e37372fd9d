import { useState } from 'react';
import type { Incident } from '../api/contract';
import { ReasonForm } from '../design/ReasonForm';
import { FormFrame } from '../design/FormFrame';
import { Select, TextInput } from '../design/Fields';
import { Choice } from '../design/Choices';
import { compare } from '../model/lists';
import { useDesk, useModel, useShared } from '../picture/context';
import { t, tCode } from '../text';
import { CarryForm, ReferForm } from './ReferForm';
import { openQuestion } from './triage';

interface Props {
  readonly incident: Incident;
}

type TriageKind =
  | 'ask'
  | 'withdrawQuestion'
  | 'conclude'
  | 'referOn'
  | 'assessmentCar'
  | 'release'
  | 'carry'
  | 'cancelReferral';

/** The form of the second stage of triage that is open on this case. */
export function TriageForm({ incident, form }: Props & { form: { kind: TriageKind } }) {
  const { actions } = useShared();
  const { id } = incident;
  switch (form.kind) {
    case 'ask':
      return <AskForm incident={incident} />;
    case 'conclude':
      return <ConcludeForm incident={incident} />;
    case 'referOn':
      return <ReferForm incident={incident} />;
    case 'assessmentCar':
      return <CarForm incident={incident} />;
    case 'carry':
      return <CarryForm incident={incident} />;
    case 'withdrawQuestion': {
      const path = `questions/${openQuestion(incident)?.number ?? 0}/withdrawal` as const;
      return (
        <ReasonForm
          title={t('command.withdrawQuestion')}
          onSave={(reason) => actions.onIncident(id, path, { reason }, t('done.questionWithdrawn'))}
        />
      );
    }
    case 'release':
      return (
        <ReasonForm
          title={t('command.release')}
          onSave={(reason) =>
            actions.onIncident(id, 'assessment-release', { reason }, t('done.released'))
          }
        />
      );
    case 'cancelReferral':
      return (
        <ReasonForm
          title={t('command.cancelReferral')}
          onSave={(reason) =>
            actions.onIncident(id, 'referral-cancelled', { reason }, t('done.referralCancelled'))
          }
        />
      );
  }
}

/** What the doctor is asked, and the special unit it is about when it is about one. */
function AskForm({ incident }: Props) {
  const { actions } = useShared();
  const { dispatch } = useDesk();
  const units = useModel((model) => model.units);
  const [text, setText] = useState('');
  const [unit, setUnit] = useState('');
  const special = [...units.values()]
    .filter((one) => one.special)
    .sort((a, b) => compare(a.callSign, b.callSign));
  const save = () =>
    actions.onIncident(
      incident.id,
      'questions',
      { text, ...(unit ? { unit } : {}) },
      t('done.asked'),
    );
  return (
    <FormFrame
      title={t('command.askDoctor')}
      save={t('triage.ask')}
      onCancel={() => dispatch({ type: 'closeForm' })}
      onSave={save}
    >
      {(problemAt) => (
        <>
          <TextInput
            label={t('triage.question')}
            topic="question"
            value={text}
            onChange={setText}
            error={problemAt('text')}
            maxLength={1000}
            required
            lines
          />
          <Select
            label={t('triage.special')}
            topic="special"
            value={unit}
            options={[
              ['', t('triage.noSpecial')],
              ...special.map(
                (one) => [one.id, `${one.callSign} ${tCode('kind', one.kind)}`] as const,
              ),
            ]}
            onChange={setUnit}
            error={problemAt('unit')}
          />
        </>
      )}
    </FormFrame>
  );
}

/** Back to the waiting room, or to an ambulance with a priority. */
function ConcludeForm({ incident }: Props) {
  const { actions, region } = useShared();
  const { dispatch } = useDesk();
  const [to, setTo] = useState<'wait' | 'ambulance'>('wait');
  const [priority, setPriority] = useState(incident.priority);
  const [text, setText] = useState('');
  const save = () =>
    actions.onIncident(
      incident.id,
      'assessment-end',
      { ambulance: to === 'ambulance', priority, text },
      t('done.concluded'),
    );
  const places = region.priorities.map((one) => one.code);
  const down = places.indexOf(priority) > places.indexOf(incident.priority);
  return (
    <FormFrame
      title={t('command.conclude')}
      save={t('form.confirm')}
      onCancel={() => dispatch({ type: 'closeForm' })}
      onSave={save}
    >
      {(problemAt) => (
        <>
          <Choice
            label={t('triage.result')}
            topic="result"
            value={to}
            options={[
              ['wait', t('triage.toWaiting')],
              ['ambulance', t('triage.toAmbulance')],
            ]}
            onChange={setTo}
          />
          <Choice
            label={t('form.priority')}
            topic="priority"
            value={priority}
            options={places.map((one) => [one, one])}
            topicOf={(code) => `priority.${code}`}
            onChange={setPriority}
          />
          {down && <p className="warn-ink">{t('form.downgradeNote')}</p>}
          <TextInput
            label={t('triage.found')}
            topic="found"
            value={text}
            onChange={setText}
            error={problemAt('text') || problemAt('priority')}
            required
            lines
          />
        </>
      )}
    </FormFrame>
  );
}

/** Free cars of the kind; the car is an assignment like any other. */
function CarForm({ incident }: Props) {
  const { actions } = useShared();
  const { dispatch } = useDesk();
  const units = useModel((model) => model.units);
  const cars = [...units.values()]
    .filter((one) => one.kind === 'ASSESSMENT_CAR' && one.status === 'AVAILABLE')
    .sort((a, b) => compare(a.callSign, b.callSign));
  const [unit, setUnit] = useState(cars[0]?.id ?? '');
  const callSign = units.get(unit)?.callSign ?? unit;
  const save = () =>
    actions.onIncident(incident.id, 'assessment-car', { unit }, t('done.carSent', { callSign }));
  return (
    <FormFrame
      title={t('command.assessmentCar')}
      save={t('form.assign')}
      onCancel={() => dispatch({ type: 'closeForm' })}
      onSave={save}
    >
      {(problemAt) =>
        cars.length === 0 ? (
          <p>{t('triage.noCar')}</p>
        ) : (
          <Select
            label={tCode('kind', 'ASSESSMENT_CAR')}
            value={unit}
            options={cars.map((one) => [one.id, one.callSign])}
            onChange={setUnit}
            error={problemAt('unit')}
            required
          />
        )
      }
    </FormFrame>
  );
}
