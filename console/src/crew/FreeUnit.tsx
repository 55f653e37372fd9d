import { useState, type SubmitEvent } from 'react';
import type { Unit } from '../api/contract';
import { TextInput } from '../design/Fields';
import { t, tCode } from '../text';
import { age, clockTime } from '../text/format';
import { useCrew, useCrewNow } from './context';
import { StandbyCard } from './StandbyCard';
import { useSend } from './useSend';

interface Props {
  readonly unit: Unit;
  /** Whether a care transport stands above it. */
  readonly driving: boolean;
}

/** No assignment: what the unit is, since when, and the way out of and into service. */
export function FreeUnit({ unit, driving }: Props) {
  const { region } = useCrew();
  const { now } = useCrewNow();
  const station = region.stations.find((one) => one.id === unit.station);
  const { shift } = unit;
  return (
    <article className="crew-case">
      <h2>{t(driving ? 'crew.unit' : 'crew.free')}</h2>
      <p>
        {t(`status.${unit.status}`)}, {t('unit.inStatus', { age: age(unit.statusSince, now) })}
      </p>
      <dl className="facts">
        <div>
          <dt>{t('unit.kind')}</dt>
          <dd>{tCode('kind', unit.kind)}</dd>
        </div>
        <div>
          <dt>{t('unit.station')}</dt>
          <dd>{station?.name ?? unit.station}</dd>
        </div>
        <div>
          <dt>{t('unit.shift')}</dt>
          <dd>{shift ? `${clockTime(shift.start)}–${clockTime(shift.end)}` : t('unit.noShift')}</dd>
        </div>
        {shift?.mealStart && shift.mealEnd && (
          <div>
            <dt>{t('unit.meal')}</dt>
            <dd>
              {clockTime(shift.mealStart)}–{clockTime(shift.mealEnd)}
            </dd>
          </div>
        )}
      </dl>
      {unit.standby && <StandbyCard unit={unit} standby={unit.standby} />}
      <Availability unit={unit} />
    </article>
  );
}

function Availability({ unit }: { unit: Unit }) {
  const { send, error, sending } = useSend();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const path = `units/${encodeURIComponent(unit.id)}/availability`;
  const out = unit.status === 'UNAVAILABLE';
  if (!out && unit.status !== 'AVAILABLE') return null;
  const leave = (event: SubmitEvent) => {
    event.preventDefault();
    void send(path, { available: false, reason }).then((done) => {
      if (!done) return;
      setOpen(false);
      setReason('');
    });
  };
  return (
    <section className="stack">
      {out && <p>{unit.unavailableReason}</p>}
      {!open && (
        <button
          type="button"
          className="button whole"
          disabled={sending}
          onClick={() => (out ? void send(path, { available: true, reason: '' }) : setOpen(true))}
        >
          {t(out ? 'unit.makeAvailable' : 'unit.makeUnavailable')}
        </button>
      )}
      {open && (
        <form className="stack crew-form" onSubmit={leave}>
          <TextInput
            label={t('form.reason')}
            topic="reason"
            value={reason}
            onChange={setReason}
            required
          />
          <div className="crew-row">
            <button type="submit" className="button first" disabled={sending}>
              {t('unit.makeUnavailable')}
            </button>
            <button type="button" className="button" onClick={() => setOpen(false)}>
              {t('form.cancel')}
            </button>
          </div>
        </form>
      )}
      <p role="alert" className="grave-ink">
        {error}
      </p>
    </section>
  );
}
