import { useState } from 'react';
import { Problem, type Client } from '../api/client';
import type { DoctorCase, Patient, RegionPack } from '../api/contract';
import { SaidLines } from '../incident/Contacts';
import { t, tCode } from '../text';
import { age, clockTime, phone } from '../text/format';

interface Props {
  readonly client: Client;
  readonly region: RegionPack;
  readonly read: DoctorCase;
  readonly now: number;
}

/** What the doctor needs to answer: the question first, then the case. */
export function Facts({ client, region, read, now }: Props) {
  const { location } = read;
  const facts = [
    [t('form.priority'), read.priority],
    [t('case.waited'), age(read.receivedAt, now)],
    [t('case.address'), [location.address, location.municipality].filter(Boolean).join(', ')],
    [t('case.index'), read.indexCode],
    [t('case.description'), read.description],
    [t('case.threats'), read.threats.map((one) => one.wording).join(' · ')],
  ].filter(([, value]) => value !== '');
  const number = read.callbackNumber.replace(/[^\d+]/g, '');
  return (
    <>
      <ul className="doctor-questions">
        {read.questions.toReversed().map((one) => (
          <li key={one.number} className={one.state}>
            <p className="quiet">
              {clockTime(one.at)} {one.by} · {tCode('questionState', one.state)}
            </p>
            <p dir="auto">
              <b>{one.text}</b>
            </p>
            {one.reply && (
              <p dir="auto">
                {t('triage.reply')} {one.reply.advice}
              </p>
            )}
          </li>
        ))}
      </ul>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
        {number !== '' && (
          <div>
            <dt>{t('case.callback')}</dt>
            <dd>
              <a className="phone" href={`tel:${number}`}>
                {phone(read.callbackNumber)}
              </a>
            </dd>
          </div>
        )}
      </dl>
      <Said read={read} />
      {read.patients.map((id) => (
        <PatientLine key={id} client={client} region={region} id={id} incident={read.id} />
      ))}
    </>
  );
}

/** What the caller and others have said, in the order it was said. */
function Said({ read }: { read: DoctorCase }) {
  const lines = [
    ...read.contacts.map((one) => ({
      at: one.at,
      by: one.by,
      text: one.answered
        ? [one.condition, one.decision].filter(Boolean).join(' → ')
        : t('case.notAnswered'),
    })),
    ...read.notes,
  ].sort((a, b) => a.at.localeCompare(b.at));
  if (lines.length === 0) return null;
  return <SaidLines lines={lines} />;
}

interface PatientProps extends Omit<Props, 'read' | 'now'> {
  readonly id: string;
  readonly incident: string;
}

/** Who the patient is is read only when asked for, and the read is logged. */
function PatientLine({ client, region, id, incident }: PatientProps) {
  const [read, setRead] = useState<Patient | Problem | null>(null);
  const show = () => {
    client
      .patient(region.code, id, t('case.patientPurpose', { incident }))
      .then(setRead, (error: unknown) =>
        setRead(error instanceof Problem ? error : new Problem(0, {})),
      );
  };
  if (read === null)
    return (
      <button type="button" className="button small" onClick={show}>
        {t('case.patientShow')}
      </button>
    );
  return (
    <p dir="auto">
      {read instanceof Problem
        ? read.detail || t('case.patientFailed')
        : `${read.number} ${read.name || t('case.patientNoName')}`}
    </p>
  );
}
