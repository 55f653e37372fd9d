import { useState, type SubmitEvent } from 'react';
import { standbyText, type Standby } from '../advice/standbyText';
import type { Unit } from '../api/contract';
import { TextInput } from '../design/Fields';
import { t } from '../text';
import { age } from '../text/format';
import { useCrewNow } from './context';
import { useSend } from './useSend';

/** An order to stand somewhere else: the crew goes or cannot, and says when it is there. */
export function StandbyCard({ unit, standby }: { unit: Unit; standby: Standby }) {
  const { now } = useCrewNow();
  const { send, error, sending } = useSend();
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const path = `units/${encodeURIComponent(unit.id)}/standby`;
  const { lat, lon } = standby.place.position;
  const decline = (event: SubmitEvent) => {
    event.preventDefault();
    void send(`${path}/answer`, { accepted: false, reason });
  };
  return (
    <section className="stack crew-standby" aria-label={t('standby.title')}>
      <h2>{standbyText(standby)}</h2>
      {standby.reason && <p dir="auto">{standby.reason}</p>}
      <p className="quiet">{t('standby.since', { age: age(standby.orderedAt, now) })}</p>
      <a href={`geo:${lat},${lon}?q=${lat},${lon}`}>{t('standby.navigate')}</a>
      {standby.state === 'ORDERED' && !refusing && (
        <div className="crew-row">
          <button
            type="button"
            className="button first"
            disabled={sending}
            onClick={() => void send(`${path}/answer`, { accepted: true })}
          >
            {t('standby.accept')}
          </button>
          <button type="button" className="button" onClick={() => setRefusing(true)}>
            {t('standby.decline')}
          </button>
        </div>
      )}
      {standby.state === 'ORDERED' && refusing && (
        <form className="stack crew-form" onSubmit={decline}>
          <TextInput
            label={t('form.reason')}
            topic="reason"
            value={reason}
            onChange={setReason}
            required
          />
          <div className="crew-row">
            <button type="submit" className="button first" disabled={sending}>
              {t('standby.decline')}
            </button>
            <button type="button" className="button" onClick={() => setRefusing(false)}>
              {t('form.cancel')}
            </button>
          </div>
        </form>
      )}
      {standby.state === 'ON_WAY' && (
        <button
          type="button"
          className="button first whole"
          disabled={sending}
          onClick={() => void send(`${path}/arrival`, {})}
        >
          {t('standby.arrived')}
        </button>
      )}
      <p role="alert" className="grave-ink">
        {error}
      </p>
    </section>
  );
}
