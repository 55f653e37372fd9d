import { createContext, useContext, useEffect, useMemo, useRef } from 'react';
import type { Alarm, Assignment, Incident, RecommendedUnit, Session, Unit } from '../api/contract';
import { MUTE_MILLISECONDS, sound } from '../alarm/sound';
import { opening, useAlarms } from '../alarm/useAlarms';
import { sounds } from '../alarm/mine';
import { usePreferences } from '../design/preferences';
import type { Actions } from '../dispatch/actions';
import { useRecommendation, type Suggestions } from '../dispatch/useRecommendation';
import { may } from '../identity/abilities';
import { showIncident, showRegion } from '../map/view';
import { openFirst } from '../model/lists';
import { serverTime } from '../model/time';
import { isFree as mayBeSent } from '../model/units';
import { useConnection, useDesk, useModel, useShared } from '../picture/context';
import { tickNow } from '../picture/tick';
import { MajorContext } from '../masscasualty/context';
import { RidesContext } from '../rides/context';
import { t } from '../text';
import { isApproved } from '../triage/triage';
import { commandKey } from './keys';
import { incidentsNamed } from './line';
import { VIEW_MENU } from '../view/ViewMenu';
import { isOwn, type CommandGroup } from './groups';
import { commandByKey, type Command, type CommandContext } from './table';

export interface Commands extends CommandContext {
  readonly recommendation: Suggestions;
}

export const CommandsContext = createContext<Commands | null>(null);

export function useCommands(): Commands {
  const commands = useContext(CommandsContext);
  if (!commands) throw new Error('useCommands outside of the desk');
  return commands;
}

const NONE: readonly RecommendedUnit[] = [];

/** The desk's present state as the commands see it. */
export function useCommandContext(): Commands {
  const shared = useShared();
  const { desk, dispatch } = useDesk();
  const rides = useContext(RidesContext)?.acts ?? null;
  const major = useContext(MajorContext)?.acts ?? null;
  const live = useConnection() === 'LIVE';
  const incident = useModel((model) => model.incidents.get(desk.incident ?? '')) ?? null;
  const open = useOpenAssignments(incident);
  const recommendation = useRecommendation(incident, open.length);
  const { alarmed, unseen } = useAlarmed(shared.session);
  return useMemo<Commands>(() => {
    const { actions, store, session, region } = shared;
    const isFree = (unit: Unit) =>
      mayBeSent(unit, region.rules, serverTime(store.get().clock, tickNow()));
    const commands: Commands = {
      session,
      actions,
      isFree,
      about: (other) => ({
        ...commands,
        incident: other,
        open: openOf(store.get().assignments.values(), other.id),
      }),
      assignmentOf: (unit) => store.get().assignments.get(unit.assignment ?? ''),
      show: (thing) =>
        dispatch({ type: 'callSign' in thing ? 'openUnit' : 'openIncident', id: thing.id }),
      openLine: (start) => dispatch({ type: 'line', text: start ?? '' }),
      changePriority: (which, priority, reason) =>
        void actions.changePriority(which, priority, reason, region.priorities),
      live,
      past: shared.past ?? false,
      rides,
      major,
      me: session.username,
      incident,
      open,
      recommendation,
      suggestions: recommendation.units ?? NONE,
      alarms: alarmed.length,
      unseen,
      get undoable() {
        return actions.notices.get().some((one) => one.undo);
      },
      unitOf: (id) => store.get().units.get(id),
      openForm: (form) => dispatch({ type: 'openForm', form }),
      focusList: (list) => {
        dispatch({ type: 'list', list });
        focusSoon(`list-${list}`);
      },
      focusUnits: () => {
        dispatch({ type: 'pane', pane: 'units' });
        focusSoon('list-units');
      },
      nextAlarm: () => {
        const next = nextOf(alarmed, desk.incident, desk.unit);
        if (next) dispatch(opening(next));
      },
      acknowledge: (alarm) => void actions.acknowledge([alarm.id]),
      mute: () => sound.mute(sound.get().mutedUntil > Date.now() ? 0 : MUTE_MILLISECONDS),
      showOnMap: (what) => {
        dispatch({ type: 'pane', pane: 'map' });
        if (what === 'region') showRegion();
        else if (incident) showIncident(incident);
      },
      showReach: () =>
        dispatch({ type: 'reach', of: desk.reach?.kind === 'cover' ? null : { kind: 'cover' } }),
      back: () => rides?.back() || major?.back() || dispatch({ type: 'back' }),
      views: () => document.getElementById(VIEW_MENU)?.click(),
      help: () => dispatch({ type: 'help', open: true }),
      explain: (word) => {
        const [named] = word === '' ? [] : incidentsNamed(word, store.get().incidents.values());
        // Of a case, and of the suggestions when they have the focus, the order is what is asked.
        if (named || (word === '' && atSuggestions() && incident)) {
          if (named) dispatch({ type: 'openIncident', id: named.id });
          dispatch({ type: 'openForm', form: { kind: 'ranking' } });
          return;
        }
        // The same key again puts the explanation away.
        const again = word === '' && desk.explain === '';
        dispatch({ type: 'explain', word: again ? null : word });
      },
      tour: () => dispatch({ type: 'tour', open: true }),
      assign: (unit: Unit) => {
        if (!incident) return;
        if (unit.special && !may(session, 'SPECIAL') && !isApproved(incident, unit.id)) {
          actions.notices.refused(t('case.special', { callSign: unit.callSign }));
          return;
        }
        // A unit with a case never changes silently: that is a redirect, confirmed by a person.
        if (!isFree(unit))
          dispatch({ type: 'openForm', form: { kind: 'redirect', unit: unit.id } });
        else {
          dispatch({ type: 'closeForm' });
          void actions.assign(incident, unit, recommendation.units?.[0]?.unit ?? null);
        }
      },
      confirmDowngrade: () => confirmDowngrade(actions, incident),
      undo: () => {
        const last = actions.notices.get().findLast((one) => one.undo);
        if (!last) return;
        actions.notices.close(last.id);
        last.undo?.();
      },
      print: () => dispatch({ type: 'print', on: true }),
    };
    return commands;
  }, [
    shared,
    desk.incident,
    desk.unit,
    desk.explain,
    desk.reach,
    dispatch,
    live,
    incident,
    open,
    recommendation,
    alarmed,
    unseen,
    rides,
    major,
  ]);
}

/** With the priority this person saw, so that another proposal is not confirmed by mistake. */
function confirmDowngrade(actions: Actions, incident: Incident | null) {
  if (!incident?.pendingDowngrade) return;
  const body = { priority: incident.pendingDowngrade.to };
  const done = t('done.confirmed');
  void actions.onIncident(incident.id, 'downgrade-confirmation', body, done);
}

/** An alarm for each case or unit that there are alarms about, and the alarms that sound for me. */
function useAlarmed(me: Session) {
  const alarms = useAlarms();
  const alarmed = useMemo(
    () => [...new Map(alarms.map((one) => [one.incident ?? one.unit, one])).values()],
    [alarms],
  );
  const unseen = useMemo(() => alarms.filter((one) => sounds(one, me)), [alarms, me]);
  return { alarmed, unseen };
}

/** The alarm after the one about what is open. */
function nextOf(alarmed: readonly Alarm[], open: string | null, openUnit: string | null) {
  const now = alarmed.findIndex(({ incident, unit }) =>
    incident ? incident === open && !openUnit : unit === openUnit,
  );
  return alarmed[(now + 1) % alarmed.length];
}

function useOpenAssignments(incident: Incident | null) {
  const assignments = useModel((model) => model.assignments);
  const id = incident?.id;
  return useMemo(() => openOf(assignments.values(), id), [assignments, id]);
}

function openOf(assignments: Iterable<Assignment>, incident: string | undefined): Assignment[] {
  return [...assignments]
    .filter((one) => one.incident === incident && one.state === 'OPEN')
    .sort(openFirst);
}

function atSuggestions(): boolean {
  return document.activeElement?.closest('.suggestions') != null;
}

/** A list is looked for so often, and for so many times: a slow start takes some seconds. */
const LOOK_MILLISECONDS = 30;
const LOOKS_MAX = 300;

/**
 * When the list is there: it may have to be painted first, and just after a reload the picture has
 * not come. Whoever moves the focus meanwhile has thought better of it.
 */
function focusSoon(id: string) {
  const before = document.activeElement;
  let looks = 0;
  const look = () => {
    const list = document.getElementById(id);
    const now = document.activeElement;
    if (list) list.focus();
    else if (++looks < LOOKS_MAX && (now === before || now === document.body))
      setTimeout(look, LOOK_MILLISECONDS);
  };
  setTimeout(look, LOOK_MILLISECONDS);
}

/** Runs a command, or says why it cannot be given now. */
export function give(command: Command, commands: Commands, refused: (text: string) => void) {
  const why = command.blocked(commands);
  if (why) refused(t(why));
  else command.run(commands);
}

/** Which keys answer: all, those of one group where the rest has no place to show, or none. */
export type Keys = CommandGroup | 'all' | 'none';

/** Listens for the keys of the command table, anywhere on the page. */
export function useKeyMap(commands: Commands, answering: Keys) {
  const { actions } = useShared();
  const { keys } = usePreferences();
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    if (answering === 'none') return;
    const press = (event: KeyboardEvent) => {
      const key = commandKey(event, keys);
      // F1 always explains; the letter may mean something else in the plan of rides.
      const own = isOwn(answering) && event.key !== 'F1' ? answering : null;
      const command = key === null ? undefined : commandByKey(key, own);
      // A dialog, such as the help sheet or a menu, answers its own keys.
      if (!command || isInDialog(event.target)) return;
      event.preventDefault();
      const answers = answering === 'all' || command.group === answering;
      if (!answers && !(own && command.group === 'view'))
        actions.notices.refused(t('why.otherView'));
      else give(command, latest.current, (text) => actions.notices.refused(text));
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [actions, keys, answering]);
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"],[role="menu"]') !== null;
}
