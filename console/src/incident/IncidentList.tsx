import { useMemo } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { PlanPane } from '../advice/PlanPane';
import type { Incident } from '../api/contract';
import { placeName } from '../dispatch/actions';
import { PriorityMark } from '../design/PriorityMark';
import { RowList } from '../design/RowList';
import { closed, dueAt, ongoing, waitingRoom } from '../model/lists';
import type { Model } from '../model/picture';
import { secondsBetween } from '../model/time';
import type { ListTab } from '../picture/desk';
import { useDesk, useModel, useServerNow, useShared } from '../picture/context';
import { RowNews } from '../presence/News';
import { t, tCode } from '../text';
import { TriageTags } from '../triage/TriageTags';
import { clockTime, countdown, number } from '../text/format';

const ROW_HEIGHT = 54;
/** The tabs that list cases; proposals are a pane of their own. */
type CaseTab = Exclude<ListTab, 'plan'>;
const TABS: readonly CaseTab[] = ['waiting', 'ongoing', 'closed'];
const EMPTY = {
  waiting: 'list.emptyWaiting',
  ongoing: 'list.emptyOngoing',
  closed: 'list.emptyClosed',
} as const;

/** The waiting room by next due, what is under way, and what has just been closed. */
export function IncidentList() {
  const { desk, dispatch } = useDesk();
  return (
    <Tabs
      className="pane incidents"
      selectedKey={desk.list}
      onSelectionChange={(key) => dispatch({ type: 'list', list: key as ListTab })}
    >
      <TabList className="tabs" aria-label={t('list.label')}>
        {TABS.map((tab) => (
          <Tab key={tab} id={tab} className="tab" data-help={`pane.${tab}`}>
            {t(`list.${tab}`)} <Count tab={tab} />
          </Tab>
        ))}
        <Tab id="plan" className="tab">
          {t('list.plan')}
        </Tab>
      </TabList>
      {TABS.map((tab) => (
        <TabPanel key={tab} id={tab} className="fill" data-help={`pane.${tab}`}>
          <Rows tab={tab} />
        </TabPanel>
      ))}
      <TabPanel id="plan" className="fill">
        <PlanPane />
      </TabPanel>
    </Tabs>
  );
}

/** Apart from the tabs: these need not be made anew whenever a case has changed. */
function Count({ tab }: { tab: CaseTab }) {
  return <span className="count">{number(useList(tab).length)}</span>;
}

function useList(tab: CaseTab): Incident[] {
  const { scale } = useShared();
  const incidents = useModel((model) => model.incidents);
  return useMemo(() => {
    const model = { incidents } as Model;
    switch (tab) {
      case 'waiting':
        return waitingRoom(model, scale);
      case 'ongoing':
        return ongoing(model, scale);
      case 'closed':
        return closed(model);
    }
  }, [tab, incidents, scale]);
}

function Rows({ tab }: { tab: CaseTab }) {
  const { desk, dispatch } = useDesk();
  const items = useList(tab);
  const now = useServerNow();
  const units = useUnitNames(tab === 'ongoing');
  return (
    <RowList
      label={t(`list.${tab}`)}
      listId={`list-${tab}`}
      items={items}
      rowHeight={ROW_HEIGHT}
      idOf={(one) => one.id}
      selected={desk.incident}
      onOpen={(one) => dispatch({ type: 'openIncident', id: one.id })}
      toneOf={(one) => (tab === 'waiting' && isOverdue(one, now) ? 'overdue' : '')}
      row={(one) => <Row incident={one} now={now} units={units.get(one.id) ?? ''} />}
      empty={t(EMPTY[tab])}
    />
  );
}

/** Case → call signs of the units on it. */
function useUnitNames(wanted: boolean): Map<string, string> {
  const assignments = useModel((model) => model.assignments);
  const units = useModel((model) => model.units);
  return useMemo(() => {
    const names = new Map<string, string>();
    if (!wanted) return names;
    for (const one of assignments.values()) {
      if (one.state !== 'OPEN') continue;
      const name = units.get(one.unit)?.callSign ?? one.unit;
      const before = names.get(one.incident);
      names.set(one.incident, before ? `${before} ${name}` : name);
    }
    return names;
  }, [assignments, units, wanted]);
}

function Row({ incident, now, units }: { incident: Incident; now: number; units: string }) {
  const { scale } = useShared();
  return (
    <>
      <PriorityMark code={incident.priority} scale={scale} />
      <span className="main">
        <span className="first">{placeName(incident) || t('list.noAddress')}</span>
        <RowNews incident={incident}>{secondLine(incident)}</RowNews>
      </span>
      <span className="side">
        <Due incident={incident} now={now} units={units} />
        <Marks incident={incident} />
      </span>
    </>
  );
}

function Due({ incident, now, units }: { incident: Incident; now: number; units: string }) {
  if (incident.phase === 'ASSIGNED') return <span className="due">{units}</span>;
  if (incident.phase === 'CLOSED')
    return <span className="due">{tCode('outcome', incident.outcome?.kind ?? '')}</span>;
  const due = dueAt(incident);
  if (due === null) return <span className="due quiet">{t('list.noDue')}</span>;
  const left = secondsBetween(now, due);
  return (
    <span className={left < 0 ? 'due late' : 'due'}>
      <span className="unseen">{t(left < 0 ? 'list.overdue' : 'list.due')} </span>
      {countdown(left)}
    </span>
  );
}

function Marks({ incident }: { incident: Incident }) {
  const missed = incident.waiting?.missedContacts ?? 0;
  const threat = incident.threats.length > 0;
  const to = incident.pendingDowngrade?.to;
  return (
    <span className="marks">
      <TriageTags incident={incident} />
      {threat && (
        <span className="tag grave" title={t('list.threat')}>
          <span aria-hidden>⚠</span>
          <span className="unseen">{t('list.threat')}</span>
        </span>
      )}
      {missed > 0 && (
        <span className="tag warn" title={t('list.missed', { count: missed })}>
          <span aria-hidden>☎ {missed}</span>
          <span className="unseen">{t('list.missed', { count: missed })}</span>
        </span>
      )}
      {to && (
        <span className="tag" title={t('list.downgrade', { to })}>
          <span aria-hidden>↓{to}?</span>
          <span className="unseen">{t('list.downgrade', { to })}</span>
        </span>
      )}
      <span className="quiet">{clockTime(incident.receivedAt)}</span>
    </span>
  );
}

function isOverdue(incident: Incident, now: number): boolean {
  const due = dueAt(incident);
  return due !== null && due < now;
}

/** Municipality (unless the address already names it), index and what has happened. */
function secondLine({ location, indexCode, description }: Incident): string {
  const { municipality, address } = location;
  const named = municipality && address.includes(municipality);
  return [named ? '' : municipality, indexCode, description].filter(Boolean).join(' · ');
}
