import type { ReactNode } from 'react';
import type { Incident } from '../api/contract';
import { useDesk, useModel, useServerNow } from '../picture/context';
import { dueAt } from '../model/lists';
import { secondsBetween } from '../model/time';
import { placeName } from '../dispatch/actions';
import { FieldMark } from '../presence/News';
import { t, tCode } from '../text';
import { age, clockTime, countdown, phone, when } from '../text/format';
import { outcomeText } from './IncidentPanel';

/** What is known of the case; nothing is shown for what is not known. */
export function Facts({ incident }: { incident: Incident }) {
  const now = useServerNow();
  const { location, callbackNumber, waiting } = incident;
  const due = incident.phase === 'WAITING' ? dueAt(incident) : null;
  const left = due === null ? 0 : secondsBetween(now, due);
  return (
    <section>
      <dl className="facts">
        <Fact name={t('case.index')} value={incident.indexCode} />
        <Fact name={t('case.description')} value={incident.description} />
        <Fact
          name={t('case.callback')}
          value={
            callbackNumber && (
              <>
                <a className="phone" href={`tel:${callbackNumber.replace(/[^\d+]/g, '')}`}>
                  {phone(callbackNumber)}
                </a>{' '}
                <FieldMark incident={incident} field="callback" />
              </>
            )
          }
        />
        <Fact
          name={t('case.quality')}
          value={
            <>
              {positionText(incident)} <FieldMark incident={incident} field="location" />
            </>
          }
        />
        <Fact
          name={t('case.source')}
          value={`${tCode('source', incident.source)}, ${when(incident.receivedAt, now)}`}
        />
        {incident.phase === 'WAITING' && (
          <Fact name={t('case.waited')} value={age(incident.receivedAt, now)} />
        )}
        {due !== null && (
          <Fact
            name={t('case.nextDue')}
            value={
              <span className={left < 0 ? 'grave-ink' : ''}>
                {clockTime(due)} ({countdown(left)})
              </span>
            }
          />
        )}
        {waiting?.escalatedAt && (
          <Fact
            name={t('alarm.MISSED_CONTACTS')}
            value={t('case.escalated', { time: clockTime(waiting.escalatedAt) })}
          />
        )}
        <Fact name={t('case.outcome')} value={outcomeText(incident)} />
        <Linked
          name={t('case.duplicateOf')}
          ids={incident.duplicateOf ? [incident.duplicateOf] : []}
        />
        <Linked name={t('case.duplicates')} ids={incident.duplicates} />
      </dl>
      {location.quality === 'UNKNOWN' && <p className="unseen">{t('quality.UNKNOWN')}</p>}
    </section>
  );
}

function positionText({ location }: Incident): string {
  const quality = t(`quality.${location.quality}`);
  const { position } = location;
  if (!position) return quality;
  return `${position.lat.toFixed(4)}, ${position.lon.toFixed(4)} (${quality})`;
}

function Fact({ name, value }: { name: string; value: ReactNode }) {
  if (value === null || value === undefined || value === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{value}</dd>
    </div>
  );
}

function Linked({ name, ids }: { name: string; ids: readonly string[] }) {
  if (ids.length === 0) return null;
  return (
    <Fact
      name={name}
      value={ids.map((id) => (
        <OtherCase key={id} id={id} />
      ))}
    />
  );
}

function OtherCase({ id }: { id: string }) {
  const { dispatch } = useDesk();
  const other = useModel((model) => model.incidents.get(id));
  return (
    <button
      type="button"
      className="button small plain link"
      onClick={() => dispatch({ type: 'openIncident', id })}
    >
      {other ? `${placeName(other)} (${id})` : id}
    </button>
  );
}
