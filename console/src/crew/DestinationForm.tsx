import { useState, type SubmitEvent } from 'react';
import type { Assignment } from '../api/contract';
import { Select } from '../design/Fields';
import { t } from '../text';
import { useCrew } from './context';
import { useSend } from './useSend';

/** Where the patient goes; the choice is the region's own facilities. */
export function DestinationForm({ assignment }: { assignment: Assignment }) {
  const { region } = useCrew();
  const { send, error, sending } = useSend();
  const [open, setOpen] = useState(false);
  const chosen = region.facilities.find((one) => one.id === assignment.destination);
  const [facility, setFacility] = useState(chosen?.id ?? region.facilities[0]?.id ?? '');
  const reception = assignment.reception.state;
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const path = `assignments/${encodeURIComponent(assignment.id)}/destination`;
    void send(path, { facility }).then((done) => done && setOpen(false));
  };
  return (
    <section>
      <button
        type="button"
        className="button wide"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {assignment.destination
          ? t('case.destination', { name: chosen?.name ?? assignment.destination })
          : t('case.chooseDestination')}
        {reception !== 'NONE' && ` (${t(`reception.${reception}`)})`}
      </button>
      {open && (
        <form className="stack crew-form" onSubmit={save}>
          <Select
            label={t('form.facility')}
            value={facility}
            options={region.facilities.map((one) => [one.id, one.name])}
            onChange={setFacility}
            required
          />
          <p role="alert" className="grave-ink">
            {error}
          </p>
          <button type="submit" className="button first" disabled={sending}>
            {t('form.save')}
          </button>
        </form>
      )}
    </section>
  );
}
