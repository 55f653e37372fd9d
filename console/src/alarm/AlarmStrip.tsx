import { useMemo, useState, type ReactNode } from 'react';
import { useModel } from '../picture/context';
import { t } from '../text';
import { AlarmRowView } from './AlarmRowView';
import { rowsOf } from './grouping';
import { SoundLock, SoundMark } from './SoundMark';
import { useAlarms } from './useAlarms';
import { useAlarmSound } from './useSound';

/** What somebody must act on now. It has its own row, and nothing ever lies above it. */
export function AlarmStrip() {
  useAlarmSound();
  return (
    <AlarmRows>
      <SoundLock />
      <SoundMark />
    </AlarmRows>
  );
}

/** The rows alone, without a sound: what is past is seen and not heard. */
export function AlarmRows({ children }: { children?: ReactNode }) {
  const alarms = useAlarms();
  const incidents = useModel((model) => model.incidents);
  const [opened, setOpened] = useState<string | null>(null);
  const rows = useMemo(
    () => rowsOf(alarms, (one) => incidents.get(one.incident ?? '')?.location.municipality ?? ''),
    [alarms, incidents],
  );
  const open = rows.find((one) => one.key === opened && one.alarms.length > 1);
  const grave = alarms.some((one) => one.tone === 'GRAVE');
  const state = grave ? 'grave' : alarms.length > 0 ? 'some' : '';
  return (
    <section className={`alarms ${state}`} data-help="pane.alarms" aria-label={t('alarm.title')}>
      <p className="unseen" role="status">
        {alarms.length === 0 ? t('alarm.none') : t('alarm.count', { count: alarms.length })}
      </p>
      {children}
      {alarms.length === 0 && <p className="quiet">{t('alarm.none')}</p>}
      <ul className="alarm-rows">
        {rows.map((row) => (
          <AlarmRowView
            key={row.key}
            row={row}
            open={row === open}
            onOpen={() => setOpened(row === open ? null : row.key)}
          />
        ))}
      </ul>
      {open && (
        <ul className="alarm-rows each" aria-label={t('alarm.each')}>
          {open.alarms.map((one) => (
            <AlarmRowView
              key={one.id}
              row={{ ...open, key: one.id, kind: one.kind, alarms: [one] }}
              open={false}
              onOpen={() => undefined}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
