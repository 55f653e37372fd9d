import { useState, type SubmitEvent } from 'react';
import type { CrewAssignment } from '../api/contract';
import { TextInput } from '../design/Fields';
import { t } from '../text';
import { useSend } from './useSend';

const NUMBER_MAX = 20;
const NAME_MAX = 200;

/** Says who the patient is; without a number the server gives a reserve number. */
export function PatientForm({ incident }: { incident: CrewAssignment['incident'] }) {
  const { send, error, sending } = useSend();
  const [open, setOpen] = useState(false);
  const [personalNumber, setNumber] = useState('');
  const [name, setName] = useState('');
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const body = {
      ...(personalNumber.trim() ? { personalNumber: personalNumber.trim() } : {}),
      ...(name.trim() ? { name: name.trim() } : {}),
    };
    void send(`incidents/${encodeURIComponent(incident.id)}/patients`, body).then((done) => {
      if (!done) return;
      setOpen(false);
      setNumber('');
      setName('');
    });
  };
  const count = incident.patients.length;
  return (
    <section>
      <button
        type="button"
        className="button whole"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {count === 0 ? t('crew.patientNone') : t('crew.patients', { count })}
      </button>
      {open && (
        <form className="stack crew-form" onSubmit={save}>
          <TextInput
            label={t('crew.personalNumber')}
            hint={t('crew.personalNumberHint')}
            value={personalNumber}
            onChange={setNumber}
            maxLength={NUMBER_MAX}
            inputMode="numeric"
          />
          <TextInput
            label={t('crew.patientName')}
            hint={t('fieldHelp.patientName')}
            value={name}
            onChange={setName}
            maxLength={NAME_MAX}
          />
          <p role="alert" className="grave-ink">
            {error}
          </p>
          <button type="submit" className="button first" disabled={sending}>
            {t('crew.patientSave')}
          </button>
        </form>
      )}
    </section>
  );
}
