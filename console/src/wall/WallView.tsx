import { lazy, Suspense } from 'react';
import { CommandsProvider } from '../commands/CommandsProvider';
import { PriorityMark } from '../design/PriorityMark';
import { placeName } from '../dispatch/actions';
import { useCounty } from '../county/useCounty';
import type { Alarm } from '../model/alarms';
import { dueAt } from '../model/lists';
import { ConnectionState, LostBanner } from '../picture/Connection';
import { useModel, useServerNow, useShared } from '../picture/context';
import { DrillMark } from '../picture/DrillMark';
import { useAlarms } from '../picture/useAlarms';
import { t } from '../text';
import { age, clockTime, number } from '../text/format';

const MapView = lazy(() => import('../map/MapView'));

/** As many exceptions as fit in letters that are read from five metres; the rest is a number. */
const SHOWN_MAX = 4;

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
  const all = useAlarms();
  const rest = all.length - SHOWN_MAX;
  return (
    <section className="wall-alarms" aria-label={t('alarm.title')}>
      <h2>{all.length === 0 ? t('alarm.none') : t('alarm.count', { count: all.length })}</h2>
      <ul>
        {all.slice(0, SHOWN_MAX).map((one) => (
          <Exception key={`${one.kind} ${one.assignment?.id ?? one.incident.id}`} alarm={one} />
        ))}
      </ul>
      {rest > 0 && <p>{t('alarm.more', { count: rest })}</p>}
    </section>
  );
}

function Exception({ alarm }: { alarm: Alarm }) {
  const { scale } = useShared();
  const now = useServerNow();
  const unit = useModel((model) => model.units.get(alarm.assignment?.unit ?? ''));
  return (
    <li className={alarm.kind}>
      <PriorityMark code={alarm.incident.priority} scale={scale} />
      <span className="main">
        <b>
          {unit ? `${unit.callSign} ` : ''}
          {t(`alarm.${alarm.kind}`)}
        </b>
        <span dir="auto">{placeName(alarm.incident)}</span>
      </span>
      <span>{age(alarm.since, now)}</span>
    </li>
  );
}
