import { useState } from 'react';
import type { Alarm, AlarmKind } from '../model/alarms';
import { placeName } from '../dispatch/actions';
import { PriorityMark } from '../design/PriorityMark';
import { t } from '../text';
import { age, clockTime } from '../text/format';
import { useDesk, useModel, useServerNow, useShared } from './context';
import { useAlarms } from './useAlarms';

/** More than this many of one kind are shown as a number; "show all" opens every one of them. */
const SHOWN_MAX = 5;

/** What somebody must act on now. It has its own row, and nothing ever lies above it. */
export function AlarmStrip() {
  const all = useAlarms();
  const [open, setOpen] = useState(false);
  const shown = open ? all : all.slice(0, SHOWN_MAX);
  const rest = all.length - shown.length;
  return (
    <section
      className={`alarms ${all.length > 0 ? 'some' : ''} ${open ? 'open' : ''}`}
      data-help="pane.alarms"
      aria-label={t('alarm.title')}
    >
      <p className="unseen" role="status">
        {all.length === 0 ? t('alarm.none') : t('alarm.count', { count: all.length })}
      </p>
      {all.length === 0 && <p className="quiet">{t('alarm.none')}</p>}
      <Counts alarms={all} />
      <ul>
        {shown.map((alarm) => (
          <li key={`${alarm.kind} ${alarm.assignment?.id ?? alarm.incident.id}`}>
            <AlarmButton alarm={alarm} />
          </li>
        ))}
      </ul>
      {(rest > 0 || open) && (
        <button
          type="button"
          className="button small"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? t('help.close') : t('alarm.more', { count: rest })}
        </button>
      )}
    </section>
  );
}

function Counts({ alarms }: { alarms: readonly Alarm[] }) {
  const counts = new Map<AlarmKind, number>();
  for (const alarm of alarms) counts.set(alarm.kind, (counts.get(alarm.kind) ?? 0) + 1);
  return (
    <span className="alarm-counts">
      {[...counts].map(([kind, count]) => (
        <span
          key={kind}
          data-help={`alarm.${kind}`}
          className={kind === 'UNASSIGNED' ? 'tag grave' : 'tag warn'}
        >
          {t(`alarm.${kind}`)} {count}
        </span>
      ))}
    </span>
  );
}

function AlarmButton({ alarm }: { alarm: Alarm }) {
  const { scale } = useShared();
  const { desk, dispatch } = useDesk();
  const now = useServerNow();
  const unit = useModel((model) => model.units.get(alarm.assignment?.unit ?? ''));
  const id = alarm.incident.id;
  return (
    <button
      type="button"
      className={`alarm ${alarm.kind}`}
      data-help={`alarm.${alarm.kind}`}
      aria-current={desk.incident === id ? 'true' : undefined}
      title={t('alarm.since', { time: clockTime(alarm.since) })}
      onClick={() => dispatch({ type: 'openIncident', id })}
    >
      <PriorityMark code={alarm.incident.priority} scale={scale} />
      <span>
        <b>{unit ? `${unit.callSign} ` : ''}</b>
        <span className="unseen">{t(`alarm.${alarm.kind}`)}, </span>
        {placeName(alarm.incident)}
      </span>
      <span className="number">{age(alarm.since, now)}</span>
    </button>
  );
}
