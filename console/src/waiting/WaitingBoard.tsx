import { useMemo } from 'react';
import type { Incident } from '../api/contract';
import { CommandButton } from '../commands/CommandButton';
import { useCommands } from '../commands/useCommands';
import { PriorityMark } from '../design/PriorityMark';
import { RowList } from '../design/RowList';
import { placeName } from '../dispatch/actions';
import { Panel } from '../incident/Panel';
import { may } from '../identity/abilities';
import { assessedBy } from '../triage/triage';
import { dueAt, waitingRoom } from '../model/lists';
import type { Model } from '../model/picture';
import { secondsBetween } from '../model/time';
import { useDesk, useModel, useServerNow, useShared } from '../picture/context';
import { RowNews } from '../presence/News';
import { t } from '../text';
import { TriageTags } from '../triage/TriageTags';
import { age, clockTime, countdown, phone, number } from '../text/format';
import { COLUMNS, columnsOf, lastContact, proposals, type Column } from './board';

const ROW_HEIGHT = 96;

/** The waiting-room nurse's view: who must be called, in what order, and the case beside it. */
export function WaitingBoard() {
  const { scale } = useShared();
  const incidents = useModel((model) => model.incidents);
  const second = Math.floor(useServerNow() / 1000) * 1000;
  const waiting = useMemo(() => waitingRoom({ incidents } as Model, scale), [incidents, scale]);
  const columns = useMemo(() => columnsOf(waiting, second), [waiting, second]);
  const first = COLUMNS.find((one) => columns[one].length > 0) ?? 'overdue';
  return (
    <>
      <div className="board">
        <Proposals incidents={incidents} />
        <div className="board-columns">
          {COLUMNS.map((column) => (
            <ColumnPane
              key={column}
              column={column}
              items={columns[column]}
              // The key of the waiting room goes to the column that is most urgent.
              listId={column === first ? 'list-waiting' : `list-${column}`}
            />
          ))}
        </div>
      </div>
      <div className="board-side">
        <CallBar />
        <Panel />
      </div>
    </>
  );
}

interface ColumnProps {
  readonly column: Column;
  readonly items: readonly Incident[];
  readonly listId: string;
}

function ColumnPane({ column, items, listId }: ColumnProps) {
  const { desk, dispatch } = useDesk();
  const now = useServerNow();
  const name = t(`waitingRoom.${column}`);
  return (
    <section className={`pane ${column}`} data-help="pane.waiting" aria-label={name}>
      <header className="pane-head">
        <h2>{name}</h2>
        <span className="count">{number(items.length)}</span>
      </header>
      <RowList
        label={name}
        listId={listId}
        items={items}
        rowHeight={ROW_HEIGHT}
        idOf={(one) => one.id}
        selected={desk.incident}
        onOpen={(one) => dispatch({ type: 'openIncident', id: one.id })}
        toneOf={() => (column === 'overdue' ? 'overdue' : '')}
        row={(one) => <Row incident={one} now={now} />}
        empty={t('waitingRoom.empty')}
      />
    </section>
  );
}

function Row({ incident, now }: { incident: Incident; now: number }) {
  const { scale } = useShared();
  const due = dueAt(incident);
  const left = due === null ? null : secondsBetween(now, due);
  const missed = incident.waiting?.missedContacts ?? 0;
  const waited = t('waitingRoom.waited', { age: age(incident.receivedAt, now) });
  return (
    <>
      <PriorityMark code={incident.priority} scale={scale} />
      <span className="main">
        <span className="first" dir="auto">
          {placeName(incident)}
        </span>
        <RowNews incident={incident}>{incident.description || incident.indexCode}</RowNews>
        <span className="second" dir="auto">
          {contactLine(incident)}
        </span>
        <span className="second">
          {[phone(incident.callbackNumber), waited].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className="side">
        <span className={left !== null && left < 0 ? 'due late' : 'due'}>
          {left === null ? '–' : countdown(left)}
        </span>
        {incident.threats.length > 0 && (
          <span className="tag grave">
            <span aria-hidden>⚠</span>
            <span className="unseen">{t('list.threat')}</span>
          </span>
        )}
        {missed > 0 && (
          <span className="tag warn">
            <span aria-hidden>☎ {missed}</span>
            <span className="unseen">{t('list.missed', { count: missed })}</span>
          </span>
        )}
        <TriageTags incident={incident} />
        {incident.pendingDowngrade && <span className="tag">↓{incident.pendingDowngrade.to}?</span>}
      </span>
    </>
  );
}

/** What was said last, and when; or that nobody has called yet. */
function contactLine(incident: Incident): string {
  const last = lastContact(incident);
  if (!last) return t('waitingRoom.noContact');
  const answer = t(last.answered ? 'case.answered' : 'case.notAnswered');
  const said = [last.condition, last.decision].filter(Boolean).join(' → ');
  return [`${clockTime(last.at)} ${answer}`, said].filter(Boolean).join(': ');
}

/** Downgrades that wait for a second person; they hold only when somebody else has looked. */
function Proposals({ incidents }: { incidents: ReadonlyMap<string, Incident> }) {
  const { scale } = useShared();
  const { dispatch } = useDesk();
  const { me } = useCommands();
  const list = useMemo(() => proposals(incidents.values()), [incidents]);
  if (list.length === 0) return null;
  return (
    <section className="pane proposals" aria-label={t('waitingRoom.proposals')}>
      <header className="pane-head">
        <h2>{t('waitingRoom.proposals')}</h2>
        <span className="count">{number(list.length)}</span>
      </header>
      <ul>
        {list.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="alarm"
              onClick={() => dispatch({ type: 'openIncident', id: one.id })}
            >
              <PriorityMark code={one.priority} scale={scale} />
              <span>
                <b>{placeName(one)}</b> → {one.pendingDowngrade?.to}
              </span>
              <span className="quiet">
                {one.pendingDowngrade?.by === me
                  ? t('waitingRoom.own')
                  : (one.pendingDowngrade?.by ?? '')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Before the case is taken there is one thing to do, afterwards four ways for it to go. */
function HubButtons({ assessed }: { assessed: boolean }) {
  if (!assessed) return <CommandButton id="assess" />;
  return (
    <>
      <CommandButton id="referOn" />
      <CommandButton id="assessmentCar" />
      <CommandButton id="conclude" />
      <CommandButton id="release" />
    </>
  );
}

/** The number to ring, and what a nurse does next, above the case. */
function CallBar() {
  const { incident, me, session } = useCommands();
  const hub = may(session, 'HUB');
  if (!incident || incident.phase === 'CLOSED') return null;
  const number = incident.callbackNumber.replace(/[^\d+]/g, '');
  return (
    <section className="pane call-bar" aria-label={t('waitingRoom.call')}>
      {number === '' ? (
        <span className="warn-ink">{t('waitingRoom.noNumber')}</span>
      ) : (
        <a className="button first" href={`tel:${number}`}>
          {t('waitingRoom.callNumber', { number: phone(incident.callbackNumber) })}
        </a>
      )}
      <CommandButton id="contact" />
      <CommandButton id="priority" />
      <CommandButton id="askDoctor" />
      {hub ? <HubButtons assessed={assessedBy(incident) === me} /> : <CommandButton id="refer" />}
    </section>
  );
}
