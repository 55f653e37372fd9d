import { useState } from 'react';
import { Select } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { serverTime } from '../model/time';
import { useShared } from '../picture/context';
import { tickNow } from '../picture/tick';
import { t } from '../text';
import { majorPath } from './acts';
import { CapacityFields, draftOf, reportOf } from './CapacityFields';
import { useMajor } from './context';
import type { MajorIncident } from './contract';
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

/** What a hospital has said by telephone or radio, for one that cannot tell it itself. */
export function CapacityForm({ major, onClose }: Props) {
  const { actions, region, store } = useShared();
  const { hospitals, rules } = useMajor();
  const named = hospitals.map((one) => one.facility);
  const rest = region.destinations.map((one) => one.id).filter((id) => !named.includes(id));
  const [facility, setFacility] = useState(named[0] ?? rest[0] ?? '');
  const [draft, setDraft] = useState(draftOf(major.reports[facility] ?? null));
  const save = () => {
    const now = serverTime(store.get().clock, tickNow());
    const done = t('major.capacityDone', { name: facilityName(region, facility) });
    return actions.onMajor(
      majorPath(major, 'capacity-reports'),
      reportOf(facility, draft, now),
      done,
    );
  };
  return (
    <FormFrame
      title={t('major.capacityTitle')}
      save={t('form.save')}
      onCancel={onClose}
      onSave={save}
    >
      {(problemAt) => (
        <>
          <Select
            label={t('major.hospital')}
            topic="facility"
            value={facility}
            onChange={(next) => {
              setFacility(next);
              setDraft(draftOf(major.reports[next] ?? null));
            }}
            error={problemAt('facility')}
            options={[...named, ...rest].map((id) => [id, facilityName(region, id)])}
            required
          />
          <CapacityFields draft={draft} rules={rules} onChange={setDraft} problemAt={problemAt} />
        </>
      )}
    </FormFrame>
  );
}
