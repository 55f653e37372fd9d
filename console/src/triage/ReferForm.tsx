import { useState } from 'react';
import type { Incident, Referral } from '../api/contract';
import { Choice } from '../design/Choices';
import { TextInput } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { useDesk, useServerNow, useShared } from '../picture/context';
import { MeanwhileNews } from '../presence/News';
import { useMeanwhile } from '../presence/useMeanwhile';
import { t, tCode } from '../text';
import { bookedAt, pendingReferral } from './triage';

type Kind = Referral['plan']['kind'];

const KINDS: readonly Kind[] = ['HOME_VISIT', 'PRIMARY_CARE', 'TAXI', 'SELF_CARE'];

interface Props {
  readonly incident: Incident;
}

/** Where to, when, who is told, what to do if it gets worse, and when we ring if nobody was. */
export function ReferForm({ incident }: Props) {
  const { actions } = useShared();
  const { dispatch } = useDesk();
  const now = useServerNow();
  const meanwhile = useMeanwhile(incident);
  const [kind, setKind] = useState<Kind>('HOME_VISIT');
  const [place, setPlace] = useState('');
  const [time, setTime] = useState('');
  const [advice, setAdvice] = useState('');
  const [ifWorse, setIfWorse] = useState(t('triage.ifWorseLikely'));
  const [acceptedBy, setAcceptedBy] = useState('');
  const [toldTo, setToldTo] = useState('');
  const [minutes, setMinutes] = useState('');
  const self = kind === 'SELF_CARE';
  const at = self || time === '' ? null : bookedAt(time, now);
  const left = toldTo.trim() === '' || (!self && acceptedBy.trim() === '');
  const save = () => {
    const back = Number.parseFloat(minutes.replace(',', '.'));
    const body = {
      kind,
      ifWorse,
      acceptedBy,
      toldTo,
      ...(self ? { advice } : { place, advice }),
      ...(at ? { bookedAt: at } : {}),
      ...(left && back > 0 ? { callBackAt: new Date(now + back * 60_000).toISOString() } : {}),
    };
    const done = t(left ? 'done.referredPending' : 'done.referred');
    return actions.onIncident(incident.id, 'referral', body, done, null, meanwhile.seen);
  };
  return (
    <FormFrame
      title={t('command.referOn')}
      save={t(left ? 'triage.referPending' : 'triage.referNow')}
      onCancel={() => dispatch({ type: 'closeForm' })}
      onSave={save}
    >
      {(problemAt) => (
        <>
          <MeanwhileNews of={meanwhile} />
          <Choice
            label={t('triage.referTo')}
            topic="referTo"
            value={kind}
            options={KINDS.map((one) => [one, tCode('referralKind', one)])}
            onChange={setKind}
          />
          {!self && (
            <>
              <TextInput
                label={t('triage.place')}
                topic="referPlace"
                value={place}
                onChange={setPlace}
                error={problemAt('place')}
                maxLength={200}
                required
              />
              <TextInput
                label={t('triage.time')}
                topic="referTime"
                value={time}
                onChange={setTime}
                error={problemAt('bookedAt') || (time !== '' && !at ? t('triage.noTime') : '')}
                hint={t('triage.timeHelp')}
                required
              />
            </>
          )}
          <TextInput
            label={t('triage.advice')}
            topic="advice"
            value={advice}
            onChange={setAdvice}
            error={problemAt('advice')}
            maxLength={1000}
            required={self}
            lines
          />
          <TextInput
            label={t('triage.ifWorseSay')}
            topic="ifWorse"
            value={ifWorse}
            onChange={setIfWorse}
            error={problemAt('ifWorse')}
            maxLength={500}
            required
          />
          <Ends
            self={self}
            acceptedBy={acceptedBy}
            toldTo={toldTo}
            onAccepted={setAcceptedBy}
            onTold={setToldTo}
            problemAt={problemAt}
          />
          {left && (
            <TextInput
              label={t('triage.callBack')}
              topic="callBack"
              value={minutes}
              onChange={setMinutes}
              error={problemAt('callBackAt')}
              hint={t('triage.callBackHelp')}
              inputMode="numeric"
              required
            />
          )}
        </>
      )}
    </FormFrame>
  );
}

interface EndsProps {
  readonly self: boolean;
  readonly acceptedBy: string;
  readonly toldTo: string;
  readonly onAccepted: (who: string) => void;
  readonly onTold: (who: string) => void;
  readonly problemAt: (field: string) => string;
}

/** Who has taken it on, and who of the patient's knows: with both the case is somebody else's. */
function Ends({ self, acceptedBy, toldTo, onAccepted, onTold, problemAt }: EndsProps) {
  return (
    <>
      {!self && (
        <TextInput
          label={t('triage.accepted')}
          topic="acceptedBy"
          value={acceptedBy}
          onChange={onAccepted}
          error={problemAt('acceptedBy')}
          maxLength={120}
        />
      )}
      <TextInput
        label={t('triage.told')}
        topic="toldTo"
        value={toldTo}
        onChange={onTold}
        error={problemAt('toldTo')}
        maxLength={120}
      />
    </>
  );
}

/** Somebody else carries it now: what was still missing is filled in, and the case ends. */
export function CarryForm({ incident }: Props) {
  const { actions } = useShared();
  const { dispatch } = useDesk();
  const referral = pendingReferral(incident);
  const [acceptedBy, setAcceptedBy] = useState(referral?.acceptedBy ?? '');
  const [toldTo, setToldTo] = useState(referral?.toldTo ?? '');
  const save = () =>
    actions.onIncident(incident.id, 'referral-carried', { acceptedBy, toldTo }, t('done.referred'));
  return (
    <FormFrame
      title={t('command.carry')}
      save={t('form.confirm')}
      onCancel={() => dispatch({ type: 'closeForm' })}
      onSave={save}
    >
      {(problemAt) => (
        <Ends
          self={referral?.plan.kind === 'SELF_CARE'}
          acceptedBy={acceptedBy}
          toldTo={toldTo}
          onAccepted={setAcceptedBy}
          onTold={setToldTo}
          problemAt={problemAt}
        />
      )}
    </FormFrame>
  );
}
