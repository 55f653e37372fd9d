import { lazy, Suspense, useMemo } from 'react';
import { rowsOf, type AlarmRow } from '../alarm/grouping';
import { useAlarms } from '../alarm/useAlarms';
import { CommandsProvider } from '../commands/CommandsProvider';
import { PriorityMark } from '../design/PriorityMark';
import { placeName } from '../dispatch/actions';
import { useCounty } from '../county/useCounty';
import { dueAt } from '../model/lists';
import { ConnectionState, LostBanner } from '../picture/Connection';
import { useModel, useServerNow, useShared } from '../picture/context';
import { DrillMark } from '../picture/DrillMark';
import { t } from '../text';
import { age, clockTime, number } from '../text/format';

const MapView = lazy(() => import('../map/MapView'));

/** For a wall: the map, three figures and what somebody must act on. Nothing can be pressed. */
export function WallView({ forbidden }: { forbidden: boolean }) {
  const { region } = useShared();
  const loaded = useModel((model) => model.seq >= 0);
  const now = useServerNow();
  return (
    <CommandsProvider keys="none">
      <div className="wall">
        <header>
          <DrillMark region={region} />
          <h1>{region.name}</h1>
          <ConnectionState />
          <time className="wall-clock">{clockTime(now)}</time>
        </header>
        <LostBanner forbidden={forbidden} />
        <main>
          {loaded ? (
            <>
              <Suspense fallback={<div className="pane map" />}>
                <MapView />
              </Suspense>
              <div className="wall-side">
                <Figures />
                <Exceptions />
              </div>
            </>
          ) : (
            <p role="status">{t('app.loading')}</p>
          )}
        </main>
      </div>
    </CommandsProvider>
  );
}

function Figures() {
  const { freeAmbulances, ambulancesOnDuty, longest } = useCounty();
  const now = useServerNow();
  const overdue = longest.filter((one) => (dueAt(one) ?? Infinity) < now).length;
  return (
    <dl className="wall-figures">
      <Figure name={t('county.freeAmbulances')} value={freeAmbulances} of={ambulancesOnDuty} />
      <Figure name={t('list.waiting')} value={longest.length} />
      <Figure name={t('waitingRoom.overdue')} value={overdue} grave={overdue > 0} />
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: number;
  readonly of?: number;
  readonly grave?: boolean;
}

function Figure({ name, value, of, grave }: FigureProps) {
  return (
    <div className={grave ? 'grave-ink' : ''}>
      <dd>
        {number(value)}
        {of !== undefined && <span className="quiet">/{number(of)}</span>}
      </dd>
      <dt>{name}</dt>
    </div>
  );
}

function Exceptions() {
  const alarms = useAlarms();
  const incidents = useModel((model) => model.incidents);
  const rows = useMemo(
    () => rowsOf(alarms, (one) => incidents.get(one.incident ?? '')?.location.municipality ?? ''),
    [alarms, incidents],
  );
  return (
    <section className="wall-alarms" aria-label={t('alarm.title')}>
      <h2>{alarms.length === 0 ? t('alarm.none') : t('alarm.count', { count: alarms.length })}</h2>
      <ul>
        {rows.map((row) => (
          <Exception key={row.key} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Exception({ row }: { row: AlarmRow }) {
  const { scale } = useShared();
  const now = useServerNow();
  const [first] = row.alarms;
  const incident = useModel((model) => model.incidents.get(first?.incident ?? ''));
  const unit = useModel((model) => model.units.get(first?.unit ?? ''));
  if (!first) return null;
  const many = row.alarms.length > 1;
  return (
    <li className={row.tone}>
      {incident && !many && <PriorityMark code={incident.priority} scale={scale} />}
      <span className="main">
        <b>
          {unit && !many ? `${unit.callSign} ` : ''}
          {row.kind ? t(`alarm.${row.kind}`) : t(`alarm.several.${row.tone}`)}
          {many && ` × ${row.alarms.length}`}
        </b>
        <span dir="auto">
          {many
            ? row.place
            : incident
              ? placeName(incident)
              : (first.incident ?? unit?.standby?.place.name)}
        </span>
      </span>
      <span>{age(first.raisedAt, now)}</span>
    </li>
  );
}
