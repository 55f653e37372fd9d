import { useState } from 'react';
import { Select, TextInput } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { serverTime } from '../model/time';
import { useShared } from '../picture/context';
import { tickNow } from '../picture/tick';
import { t } from '../text';
import { majorPath } from './acts';
import {
  CapacityFields,
  momentOf,
  NOTHING_SAID,
  reportOf,
  type CapacityDraft,
} from './CapacityFields';
import { useMajor } from './context';
import { TYPE_EVENTS, type HospitalRoom, type MajorIncident, type TypeEvent } from './contract';
import { Reason } from './PlaceForms';
import { facilityName } from './words';

interface Props {
  readonly major: MajorIncident;
  readonly onClose: () => void;
}

/** Takes a key in use that the region has settled; those for this sort of event first. */
export function KeyForm({ major, onClose }: Props) {
  const { actions } = useShared();
  const { prepared } = useMajor();
  const fits = (type: string) => (type === major.type ? 0 : type === 'OTHER' ? 1 : 2);
  const keys = Object.values(prepared?.keys ?? {}).sort((a, b) => fits(a.type) - fits(b.type));
  const [code, setCode] = useState(keys[0]?.code ?? '');
  const chosen = keys.find((one) => one.code === code);
  const save = () => actions.onMajor(majorPath(major, 'key'), { code }, t('major.keyDone'));
  if (keys.length === 0) return <p className="warn-ink">{t('major.noKeys')}</p>;
  return (
    <FormFrame
      title={t('major.keyTitle')}
      save={t('major.takeKey')}
      onCancel={onClose}
      onSave={save}
    >
      {(problemAt) => (
        <>
          <Select
            label={t('major.key')}
            topic="key"
            value={code}
            onChange={setCode}
            error={problemAt('code')}
            options={keys.map((one) => [one.code, `${one.name} (${t(`typeEvent.${one.type}`)})`])}
            required
          />
          {chosen && (
            <p className="quiet">
              {t('major.keyFacts', {
                version: chosen.version,
                from: chosen.validFrom,
                until: chosen.validUntil,
                approver: chosen.approver,
              })}
            </p>
          )}
        </>
      )}
    </FormFrame>
  );
}

interface HospitalSelectProps {
  readonly value: string;
  readonly onChange: (facility: string) => void;
  readonly proposed?: string;
  readonly error: string;
}

/**
 * A hospital, those of the event first. Nothing is chosen beforehand: a wrong hospital sent by an
 * Enter too many costs more than a press.
 */
export function HospitalSelect({ value, onChange, proposed, error }: HospitalSelectProps) {
  const { region } = useShared();
  const { hospitals } = useMajor();
  const named = hospitals.map((one) => one.facility);
  const rest = region.destinations.map((one) => one.id).filter((id) => !named.includes(id));
  const nameOf = (id: string) => {
    const said = hospitals.find((one) => one.facility === id)?.said;
    return [
      facilityName(region, id),
      ...(id === proposed ? [t('major.isProposed')] : []),
      ...(said?.closed ? [t('major.closed')] : []),
    ].join(' – ');
  };
  return (
    <Select
      label={t('major.hospital')}
      topic="facility"
      value={value}
      onChange={onChange}
      error={error}
      options={[
        ['', t('major.chooseHospital')],
        ...[...named, ...rest].map((id) => [id, nameOf(id)] as const),
      ]}
      required
    />
  );
}

/** What a hospital has said by telephone or radio, for one that cannot tell it itself. */
export function CapacityForm({ major, onClose }: Props) {
  const { actions, region, store } = useShared();
  const { hospitals, rules } = useMajor();
  const [facility, setFacility] = useState('');
  const [draft, setDraft] = useState(NOTHING_SAID);
  const room = hospitals.find((one) => one.facility === facility) ?? null;
  const now = () => serverTime(store.get().clock, tickNow());
  const save = () =>
    actions.onMajor(
      majorPath(major, 'capacity-reports'),
      reportOf(facility, draft, now()),
      t('major.capacityDone', { name: facilityName(region, facility) }),
    );
  return (
    <FormFrame
      title={t('major.capacityTitle')}
      save={t('form.save')}
      onCancel={onClose}
      onSave={save}
    >
      {(problemAt) => (
        <>
          <HospitalSelect
            value={facility}
            onChange={(next) => {
              setFacility(next);
              setDraft(NOTHING_SAID);
            }}
            error={problemAt('facility')}
          />
          <TextInput
            label={t('major.saidWhen')}
            topic="saidWhen"
            hint={old(major, room, draft, now()) ? t('major.tooOld') : t('major.saidWhenHow')}
            value={draft.at}
            onChange={(at) => setDraft({ ...draft, at })}
            maxLength={5}
            error={problemAt('at')}
          />
          <CapacityFields {...{ draft, rules, room, problemAt }} onChange={setDraft} />
        </>
      )}
    </FormFrame>
  );
}

/** Whether the server will keep it without reckoning with it. */
function old(major: MajorIncident, room: HospitalRoom | null, draft: CapacityDraft, now: number) {
  const at = momentOf(draft.at, now);
  const latest = room?.said ? Date.parse(room.said.at) : 0;
  return at < Date.parse(major.happenedAt) || at < latest;
}

/** Corrects what sort of event it is. */
export function TypeForm({ major, onClose }: Props) {
  const { actions } = useShared();
  const [type, setType] = useState<TypeEvent | ''>('');
  const [reason, setReason] = useState('');
  const save = () =>
    actions.onMajor(majorPath(major, 'type'), { type, reason }, t('major.typeDone'));
  const others = TYPE_EVENTS.filter((one) => one !== major.type);
  return (
    <FormFrame title={t('major.typeTitle')} save={t('form.save')} onCancel={onClose} onSave={save}>
      {(problemAt) => (
        <>
          <Select
            label={t('major.type')}
            topic="typeEvent"
            value={type}
            onChange={(next) => setType(others.find((one) => one === next) ?? '')}
            error={problemAt('type')}
            options={[
              ['', t('major.chooseType')],
              ...others.map((one) => [one, t(`typeEvent.${one}`)] as const),
            ]}
            required
          />
          <Reason value={reason} onChange={setReason} error={problemAt('reason')} />
        </>
      )}
    </FormFrame>
  );
}
