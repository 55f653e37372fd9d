import { useState } from 'react';
import { Problem } from '../api/client';
import type { Incident, Patient } from '../api/contract';
import { TextInput } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { useDesk, useShared } from '../picture/context';
import { FieldMark } from '../presence/News';
import { t } from '../text';

/** Patients of the case by reference; who they are is read one at a time, and every read logged. */
export function Patients({ incident }: { incident: Incident }) {
  const { patients } = incident;
  if (patients.length === 0) return null;
  return (
    <section>
      <h3>
        {t('case.patients')} <span className="count">{patients.length}</span>{' '}
        <FieldMark incident={incident} field="patients" />
      </h3>
      <ul className="lines">
        {patients.map((id, index) => (
          <PatientLine key={id} id={id} place={index + 1} incident={incident.id} />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  readonly id: string;
  readonly place: number;
  readonly incident: string;
}

function PatientLine({ id, place, incident }: LineProps) {
  const { client, region } = useShared();
  const [read, setRead] = useState<Patient | Problem | null>(null);
  const show = () => {
    client
      .patient(region.code, id, t('case.patientPurpose', { incident }))
      .then(setRead, (error: unknown) =>
        setRead(error instanceof Problem ? error : new Problem(0, {})),
      );
  };
  return (
    <li>
      <span className="quiet">{place}</span>
      {read === null ? (
        <button type="button" className="button small" onClick={show}>
          {t('case.patientShow')}
        </button>
      ) : read instanceof Problem ? (
        <span className="warn-ink">{read.detail || t('case.patientFailed')}</span>
      ) : (
        <span dir="auto">
          {read.number} {read.name || <span className="quiet">{t('case.patientNoName')}</span>}
          {read.numberKind === 'RESERVE' && (
            <span className="quiet"> {t('case.patientReserve')}</span>
          )}
        </span>
      )}
    </li>
  );
}

/** Both fields may be empty: then the patient gets a reserve number until somebody knows more. */
export function PatientForm({ incident }: { incident: Incident }) {
  const { actions } = useShared();
  const { dispatch } = useDesk();
  const [personalNumber, setNumber] = useState('');
  const [name, setName] = useState('');
  const save = () => {
    const body = {
      ...(personalNumber.trim() ? { personalNumber: personalNumber.trim() } : {}),
      ...(name.trim() ? { name: name.trim() } : {}),
    };
    return actions.onIncident(incident.id, 'patients', body, t('done.patient'));
  };
  return (
    <FormFrame
      title={t('form.patientTitle')}
      save={t('form.save')}
      onCancel={() => dispatch({ type: 'closeForm' })}
      onSave={save}
    >
      {(problemAt) => (
        <>
          <TextInput
            label={t('form.personalNumber')}
            topic="personalNumber"
            value={personalNumber}
            onChange={setNumber}
            error={problemAt('personalNumber')}
            hint={t('form.personalNumberHelp')}
            maxLength={20}
          />
          <TextInput
            label={t('form.patientName')}
            topic="patientName"
            value={name}
            onChange={setName}
            error={problemAt('name')}
            maxLength={120}
          />
        </>
      )}
    </FormFrame>
  );
}
