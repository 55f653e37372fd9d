import type { Alarm, Assignment, Incident, RecommendedUnit, Session, Unit } from '../api/contract';
import { may, type Ability } from '../identity/abilities';
import type { Actions } from '../dispatch/actions';
import type { Form, ListTab } from '../picture/desk';
import type { Key } from '../text';
import { assessedBy, openQuestion, pendingReferral } from '../triage/triage';
import type { Values } from './line';
import type { MajorActs } from '../masscasualty/context';
import type { RidesActs } from '../rides/context';
import * as act from './lineActs';
import type { LineAct } from './lineActs';
import { isOwn, type CommandGroup, type OwnGroup } from './groups';
import { DECLARE, MAJOR_COMMANDS } from './majorCommands';
import { RIDE_COMMANDS } from './rideCommands';

/** What a command may look at and do; the desk makes one from its present state. */
export interface CommandContext {
  readonly session: Session;
  /** False while the connection is lost: then nothing may change. */
  readonly live: boolean;
  /** What is shown is the film. */
  readonly past?: boolean;
  /** The plan of rides and what is chosen of it; null in every other view. */
  readonly rides?: RidesActs | null;
  /** The major incident and what is chosen of it; null in every other view. */
  readonly major?: MajorActs | null;
  readonly me: string;
  readonly incident: Incident | null;
  /** Open assignments on that case. */
  readonly open: readonly Assignment[];
  readonly suggestions: readonly RecommendedUnit[];
  readonly alarms: number;
  /** Those that sound for this person, the gravest first. */
  readonly unseen: readonly Alarm[];
  readonly undoable: boolean;
  readonly actions: Actions;
  /** The same desk with another case in the panel. */
  about(incident: Incident): CommandContext;
  /** Whether the unit may be given a case without taking it from another. */
  isFree(unit: Unit): boolean;
  /** The unit's open assignment. */
  assignmentOf(unit: Unit): Assignment | undefined;
  show(thing: Unit | Incident): void;
  /** Opens the command line, with the beginning of a line when the key already says it. */
  openLine(start?: string): void;
  unitOf(id: string): Unit | undefined;
  openForm(form: Form): void;
  focusList(list: ListTab): void;
  focusUnits(): void;
  nextAlarm(): void;
  acknowledge(alarm: Alarm): void;
  mute(): void;
  showOnMap(what: 'incident' | 'region'): void;
  /** Shows or hides what all who are free reach. */
  showReach(): void;
  back(): void;
  views(): void;
  help(): void;
  /** Says what stands under the focus or the pointer, or what a word on the line means. */
  explain(word: string): void;
  /** The guided first shift: begins it, or goes on where it was left. */
  tour(): void;
  assign(unit: Unit): void;
  confirmDowngrade(): void;
  changePriority(incident: Incident, to: string, reason: string): void;
  undo(): void;
  print(): void;
}

export type CommandId = (typeof COMMANDS)[number]['id'];

export interface Command {
  readonly id: string;
  /** The key; the same letter as on the command line. Null for what needs none. */
  readonly key: string | null;
  readonly line?: LineAct;
  readonly group: CommandGroup;
  /** Why the command cannot be given now, or null when it can. */
  blocked(context: CommandContext): Key | null;
  run(context: CommandContext): void;
}

const free = () => null;

function changes(ability: Ability, also: (c: CommandContext) => Key | null = free) {
  return (c: CommandContext): Key | null => {
    if (!may(c.session, ability)) return 'why.role';
    if (c.past) return 'why.past';
    return c.live ? also(c) : 'why.lost';
  };
}

function openCase(c: CommandContext): Key | null {
  if (!c.incident) return 'why.noCase';
  return c.incident.phase === 'CLOSED' ? 'why.closed' : null;
}

function pending(c: CommandContext): Key | null {
  const by = c.incident?.pendingDowngrade?.by;
  if (by == null) return 'why.noPending';
  return by === c.me ? 'why.ownPending' : null;
}

function asked(c: CommandContext): boolean {
  return c.incident !== null && openQuestion(c.incident) !== null;
}

function takeable(c: CommandContext): Key | null {
  const why = openCase(c);
  if (why || !c.incident) return why;
  if (c.incident.phase !== 'WAITING') return 'why.notWaiting';
  const by = assessedBy(c.incident);
  return by === null || by === c.me ? null : 'why.held';
}

function assessing(c: CommandContext): Key | null {
  const why = takeable(c);
  return why ?? (c.incident && assessedBy(c.incident) === c.me ? null : 'why.notOwn');
}

function referred(c: CommandContext): Key | null {
  return openCase(c) ?? (c.incident && pendingReferral(c.incident) ? null : 'why.noReferral');
}

function form<const I extends string>(
  id: I,
  key: string,
  ability: Ability,
  open: Form,
  also = openCase,
) {
  const group: CommandGroup = 'case';
  const run = (c: CommandContext) => {
    c.openForm(open);
  };
  return { id, key, group, blocked: changes(ability, also), run };
}

/** Needs more than a key can say: the key opens the command line with its own letter written. */
function lineOnly<const I extends string>(
  id: I,
  group: CommandGroup,
  line: LineAct,
  blocked: Command['blocked'],
) {
  const key = line.letter || null;
  const run = (c: CommandContext) => {
    c.openLine(`${line.letter} `.trimStart());
  };
  return { id, key, group, line, blocked, run };
}

/** A form about one of the case's units; the form offers the others when there are several. */
function unitForm<const I extends 'destination' | 'clear'>(id: I, key: string) {
  return {
    id,
    key,
    group: 'dispatch' as const,
    blocked: changes('DISPATCH', (c) => openCase(c) ?? (c.open[0] ? null : 'why.noAssignment')),
    run: (c: CommandContext) => c.open[0] && c.openForm({ kind: id, assignment: c.open[0].id }),
  };
}

/** A neighbour's unit is asked for, not sent. */
function suggested(one: RecommendedUnit | undefined): Key | null {
  if (!one) return 'why.noSuggestion';
  return one.lender ? 'why.neighbour' : null;
}

function suggestion<const I extends `assign${1 | 2 | 3}`>(id: I, place: number) {
  return {
    id,
    key: String(place),
    group: 'dispatch' as const,
    blocked: changes('DISPATCH', (c) => openCase(c) ?? suggested(c.suggestions[place - 1])),
    run(c: CommandContext) {
      const unit = c.unitOf(c.suggestions[place - 1]?.unit ?? '');
      if (unit) c.assign(unit);
    },
  };
}

/**
 * Every action of the desk, once. The key map, the buttons, the help sheet and the tests are all
 * made from this table.
 */
export const COMMANDS = [
  {
    id: 'explain',
    key: '?',
    line: act.EXPLAIN,
    group: 'view',
    blocked: free,
    run: (c) => c.explain(''),
  },
  { id: 'help', key: '/', line: act.HELP, group: 'view', blocked: free, run: (c) => c.help() },
  { id: 'tour', key: null, group: 'view', blocked: free, run: (c) => c.tour() },
  { id: 'views', key: 'w', group: 'view', blocked: free, run: (c) => c.views() },
  { id: 'escape', key: 'Escape', group: 'view', blocked: free, run: (c) => c.back() },
  { id: 'line', key: '.', group: 'view', blocked: free, run: (c) => c.openLine() },
  lineOnly('show', 'view', act.SHOW, free),
  { id: 'waiting', key: 'v', group: 'view', blocked: free, run: (c) => c.focusList('waiting') },
  { id: 'ongoing', key: 'p', group: 'view', blocked: free, run: (c) => c.focusList('ongoing') },
  { id: 'plan', key: 'P', group: 'view', blocked: free, run: (c) => c.focusList('plan') },
  { id: 'units', key: 'e', group: 'view', blocked: free, run: (c) => c.focusUnits() },
  {
    id: 'alarm',
    key: 'l',
    group: 'view',
    blocked: (c) => (c.alarms > 0 ? null : 'why.noAlarm'),
    run: (c) => c.nextAlarm(),
  },
  {
    id: 'acknowledge',
    key: 'L',
    group: 'view',
    blocked: changes('ALARM', (c) => (c.unseen[0] ? null : 'why.noUnseen')),
    run: (c) => c.unseen[0] && c.acknowledge(c.unseen[0]),
  },
  { id: 'mute', key: 'D', group: 'view', blocked: free, run: (c) => c.mute() },
  {
    id: 'map',
    key: 'm',
    group: 'view',
    blocked: (c) => (c.incident ? null : 'why.noCase'),
    run: (c) => c.showOnMap('incident'),
  },
  { id: 'region', key: 'M', group: 'view', blocked: free, run: (c) => c.showOnMap('region') },
  {
    id: 'roads',
    key: 'V',
    group: 'view',
    blocked: free,
    run: (c) => c.openForm({ kind: 'roads' }),
  },
  { id: 'reach', key: 'E', group: 'view', blocked: free, run: (c) => c.showReach() },
  {
    id: 'ranking',
    key: 'T',
    group: 'dispatch',
    blocked: openCase,
    run: (c) => c.openForm({ kind: 'ranking' }),
  },
  suggestion('assign1', 1),
  suggestion('assign2', 2),
  suggestion('assign3', 3),
  {
    ...form('assignOther', 't', 'DISPATCH', { kind: 'assign' }),
    group: 'dispatch',
    line: act.ASSIGN,
  },
  lineOnly('redirect', 'dispatch', act.REDIRECT, changes('DISPATCH', openCase)),
  lineOnly('status', 'dispatch', act.STATUS, changes('DISPATCH')),
  unitForm('destination', 'f'),
  unitForm('clear', 'c'),
  {
    id: 'standDown',
    key: act.STAND_DOWN.letter,
    group: 'dispatch',
    line: act.STAND_DOWN,
    blocked: changes('DISPATCH'),
    // The open case's units by a form; any other unit by its name on the line.
    run: (c) =>
      c.open[0]
        ? c.openForm({ kind: 'standDown', assignment: c.open[0].id })
        : c.openLine(`${act.STAND_DOWN.letter} `),
  },
  {
    id: 'undo',
    key: 'z',
    group: 'dispatch',
    blocked: changes('DISPATCH', (c) => (c.undoable ? null : 'why.nothingToUndo')),
    run: (c) => c.undo(),
  },
  form('new', 'n', 'TRIAGE', { kind: 'new' }, free),
  form('paper', 'N', 'TRIAGE', { kind: 'paper' }, free),
  { ...form('contact', 'k', 'TRIAGE', { kind: 'contact' }), line: act.CONTACT },
  { ...form('priority', 'o', 'TRIAGE', { kind: 'priority' }), line: act.PRIORITY },
  {
    id: 'confirmDowngrade',
    key: 'j',
    group: 'case',
    blocked: changes('TRIAGE', (c) => openCase(c) ?? pending(c)),
    run: (c) => c.confirmDowngrade(),
  },
  form(
    'rejectDowngrade',
    'J',
    'TRIAGE',
    { kind: 'rejectDowngrade' },
    (c) => openCase(c) ?? (c.incident?.pendingDowngrade ? null : 'why.noPending'),
  ),
  form('location', 'g', 'TRIAGE', { kind: 'location' }),
  form('patient', 'i', 'TRIAGE', { kind: 'patient' }),
  { ...form('note', 'a', 'NOTE', { kind: 'note' }), line: act.NOTE },
  form('threat', 'h', 'NOTE', { kind: 'threat' }),
  {
    ...form(
      'askDoctor',
      'F',
      'TRIAGE',
      { kind: 'ask' },
      (c) => openCase(c) ?? (asked(c) ? 'why.question' : null),
    ),
    line: act.ASK,
  },
  form(
    'withdrawQuestion',
    'X',
    'TRIAGE',
    { kind: 'withdrawQuestion' },
    (c) => openCase(c) ?? (asked(c) ? null : 'why.noQuestion'),
  ),
  {
    id: 'assess',
    key: 'G',
    group: 'case',
    line: act.ASSESS,
    blocked: changes('HUB', takeable),
    run: (c) => c.incident && act.ASSESS.give(c, { incident: c.incident }),
  },
  form('referOn', 'H', 'HUB', { kind: 'referOn' }, assessing),
  form('assessmentCar', 'C', 'HUB', { kind: 'assessmentCar' }, assessing),
  form('conclude', 'K', 'HUB', { kind: 'conclude' }, assessing),
  form(
    'release',
    'S',
    'TRIAGE',
    { kind: 'release' },
    (c) => openCase(c) ?? (c.incident && assessedBy(c.incident) ? null : 'why.notHeld'),
  ),
  form('carry', 'O', 'CARE', { kind: 'carry' }, referred),
  form('cancelReferral', 'Z', 'CARE', { kind: 'cancelReferral' }, referred),
  form('duplicate', 'd', 'TRIAGE', { kind: 'duplicate' }),
  form(
    'refer',
    'y',
    'TRIAGE',
    { kind: 'close', outcome: 'REFERRED' },
    (c) => openCase(c) ?? (c.open.length > 0 ? 'why.hasUnits' : null),
  ),
  {
    ...form(
      'close',
      'q',
      'TRIAGE',
      { kind: 'close' },
      (c) => openCase(c) ?? (c.open.length > 0 ? 'why.hasUnits' : null),
    ),
    line: act.CLOSE,
  },
  {
    ...form('reopen', 'r', 'TRIAGE', { kind: 'reopen' }, (c) => {
      if (!c.incident) return 'why.noCase';
      return c.incident.phase === 'CLOSED' ? null : 'why.notClosed';
    }),
    line: act.REOPEN,
  },
  {
    id: 'print',
    key: 'u',
    group: 'case',
    blocked: (c) => (c.incident ? null : 'why.noCase'),
    run: (c) => c.print(),
  },
  DECLARE,
  ...RIDE_COMMANDS,
  ...MAJOR_COMMANDS,
] as const satisfies readonly Command[];

export function commandById(id: CommandId): Command {
  const found: Command | undefined = COMMANDS.find((one) => one.id === id);
  if (!found) throw new Error(`command: ${id} is not in the table`);
  return found;
}

/** The command of a key: among the view's own first where it has such. */
export function commandByKey(key: string, own: OwnGroup | null = null): Command | undefined {
  const all: readonly Command[] = COMMANDS.filter((one) => one.key === key);
  return all.find((one) => one.group === own) ?? all.find((one) => !isOwn(one.group));
}

/** A command as the command line gives it. */
export interface Line extends Omit<LineAct, 'blocked'> {
  readonly id: CommandId;
  blocked(context: CommandContext, values: Values): Key | null;
}

export const LINES: readonly Line[] = COMMANDS.flatMap((one: Command & { id: CommandId }) => {
  const { id, line } = one;
  if (!line) return [];
  const blocked: Line['blocked'] = (context, values) =>
    one.blocked(context) ?? line.blocked?.(context, values) ?? null;
  return [{ ...line, id, blocked }];
});
