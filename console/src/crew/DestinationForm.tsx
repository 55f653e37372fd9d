import { useState, type SubmitEvent } from 'react';
import type { Assignment } from '../api/contract';
import { Select } from '../design/Fields';
import { destinationName } from '../dispatch/destination';
import { t } from '../text';
import { useCrew } from './context';
import { useSend } from './useSend';

/** Where the patient goes; the region's own hospitals come first. */
export function DestinationForm({ assignment }: { assignment: Assignment }) {
  const { region } = useCrew();
  const { send, error, sending } = useSend();
  const [open, setOpen] = useState(false);
  const chosen = region.destinations.find((one) => one.id === assignment.destination);
  const [facility, setFacility] = useState(chosen?.id ?? region.destinations[0]?.id ?? '');
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
        className="button whole"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {assignment.destination
          ? t('case.destination', {
              name: chosen ? destinationName(chosen, region) : assignment.destination,
            })
          : t('case.chooseDestination')}
        {reception !== 'NONE' && ` (${t(`reception.${reception}`)})`}
      </button>
      {open && (
        <form className="stack crew-form" onSubmit={save}>
          <Select
            label={t('form.facility')}
            topic="facility"
            value={facility}
            options={region.destinations.map((one) => [one.id, destinationName(one, region)])}
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
