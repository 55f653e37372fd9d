import type { Alarm, Session } from '../api/contract';
import { commandById } from '../commands/table';
import { useCommands } from '../commands/useCommands';
import { placeName } from '../dispatch/actions';
import { PriorityMark } from '../design/PriorityMark';
import { may } from '../identity/abilities';
import { milliseconds } from '../model/time';
import { useConnection, useDesk, useModel, useServerNow, useShared } from '../picture/context';
import { t } from '../text';
import { countdown } from '../text/format';
import { hasPanel, viewFrom } from '../view/address';
import { ACT } from './act';
import type { AlarmRow } from './grouping';
import { isMine } from './mine';
import { opening } from './useAlarms';

const DESKS: readonly Alarm['desk'][] = ['DISPATCHER', 'WAITING_ROOM_NURSE', 'INNER_COMMAND'];

interface Props {
  readonly row: AlarmRow;
  readonly open: boolean;
  readonly onOpen: () => void;
}

/** One alarm, or many that are one event: what, where, what to do, whose, and how long there is. */
export function AlarmRowView({ row, open, onOpen }: Props) {
  const { session } = useShared();
  const { desk } = useDesk();
  const [first] = row.alarms;
  if (!first) return null;
  const many = row.alarms.length > 1;
  const mine = row.alarms.some((one) => isMine(one, session));
  const seen = row.alarms.every((one) => one.acknowledgedAt);
  const shown = first.incident ? desk.incident === first.incident : desk.unit === first.unit;
  const current = !many && shown;
  return (
    <li
      data-help={row.kind ? `alarm.${row.kind}` : undefined}
      className={`alarm-row ${row.tone} ${seen ? 'seen' : ''} ${mine ? '' : 'theirs'}`}
      aria-current={current ? 'true' : undefined}
    >
      <b className="alarm-kind">
        {row.kind ? t(`alarm.${row.kind}`) : t(`alarm.several.${row.tone}`)}
      </b>
      {many ? (
        <button
          type="button"
          className="button small"
          aria-expanded={open}
          aria-label={t('alarm.open', { count: row.alarms.length })}
          onClick={onOpen}
        >
          × {row.alarms.length} {row.place}
        </button>
      ) : (
        <Subject alarm={first} />
      )}
      <Deadline alarms={row.alarms} />
      <Owner alarms={row.alarms} session={session} />
      <span className="alarm-acts">
        {!many && <ActButton alarm={first} />}
        <OwnerButtons alarms={row.alarms} seen={seen} />
      </span>
    </li>
  );
}

function Subject({ alarm }: { alarm: Alarm }) {
  const { scale } = useShared();
  const { dispatch } = useDesk();
  const incident = useModel((model) => model.incidents.get(alarm.incident ?? ''));
  const unit = useModel((model) => model.units.get(alarm.unit ?? ''));
  return (
    <button
      type="button"
      className="button small plain link alarm-subject"
      onClick={() => dispatch(opening(alarm))}
    >
      {incident && <PriorityMark code={incident.priority} scale={scale} />}
      <span dir="auto">
        {unit && <b>{unit.callSign} </b>}
        {incident ? placeName(incident) : (alarm.incident ?? unit?.standby?.place.name)}
      </span>
    </button>
  );
}

/** The nearest of their deadlines, counting down; past it, how long ago it was. */
function Deadline({ alarms }: { alarms: readonly Alarm[] }) {
  const now = useServerNow();
  const by = Math.min(...alarms.map((one) => milliseconds(one.actBy)));
  const left = Math.round((by - now) / 1000);
  const time = countdown(Math.abs(left));
  return (
    <span className={left < 0 ? 'alarm-deadline grave-ink' : 'alarm-deadline'}>
      {t(left < 0 ? 'alarm.late' : 'alarm.left', { time })}
    </span>
  );
}

function Owner({ alarms, session }: { alarms: readonly Alarm[]; session: Session }) {
  const owners = new Set(alarms.map((one) => one.owner ?? ''));
  const desks = new Set(alarms.map((one) => one.desk));
  const [owner = ''] = owners;
  const [desk] = desks;
  if (owners.size > 1) return <span className="alarm-owner">{t('alarm.owners')}</span>;
  if (owner === session.username) return <span className="alarm-owner">{t('alarm.me')}</span>;
  if (owner !== '') return <span className="alarm-owner">{owner}</span>;
  return (
    <span className="alarm-owner nobody">
      {t('alarm.nobody')}
      {desk && desks.size === 1 && ` · ${t(`alarmDesk.${desk}`)}`}
    </span>
  );
}

/** What is to be done, as the command of the desk that does it. */
function ActButton({ alarm }: { alarm: Alarm }) {
  const { dispatch } = useDesk();
  const { session } = useShared();
  const commands = useCommands();
  const incident = useModel((model) => model.incidents.get(alarm.incident ?? ''));
  const panel = hasPanel(viewFrom(location.search, session) ?? 'desk');
  const id = ACT[alarm.kind];
  const run = () => {
    dispatch(opening(alarm));
    if (!incident || !id || !panel) return;
    const about = commands.about(incident);
    if (alarm.assignment && id === 'destination')
      about.openForm({ kind: 'destination', assignment: alarm.assignment });
    else if (commandById(id).blocked(about) === null) commandById(id).run(about);
  };
  return (
    <button type="button" className="button small act" onClick={run}>
      {t(`alarmAction.${alarm.kind}`)}
    </button>
  );
}

function OwnerButtons({ alarms, seen }: { alarms: readonly Alarm[]; seen: boolean }) {
  const { actions, session, past } = useShared();
  const live = useConnection() === 'LIVE';
  if (!may(session, 'ALARM') || past) return null;
  const ids = alarms.map((one) => one.id);
  const own = alarms.every((one) => one.owner === session.username);
  const [desk] = new Set(alarms.map((one) => one.desk));
  return (
    <>
      {!seen && (
        <button
          type="button"
          className="button small first"
          disabled={!live}
          onClick={() => void actions.acknowledge(ids)}
        >
          {t('alarm.acknowledge')}
        </button>
      )}
      {!own && (
        <button
          type="button"
          className="button small"
          disabled={!live}
          onClick={() => void actions.takeAlarms(ids)}
        >
          {t('alarm.take')}
        </button>
      )}
      <select
        aria-label={t('alarm.hand')}
        value=""
        disabled={!live}
        onChange={(event) => void actions.handAlarms(ids, event.target.value as Alarm['desk'])}
      >
        <option value="">{t('alarm.hand')}</option>
        {DESKS.filter((one) => one !== desk || own).map((one) => (
          <option key={one} value={one}>
            {t(`alarmDesk.${one}`)}
          </option>
        ))}
      </select>
    </>
  );
}
