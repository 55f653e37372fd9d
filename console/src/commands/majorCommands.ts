import { may } from '../identity/abilities';
import type { MajorActs } from '../masscasualty/context';
import { waits } from '../masscasualty/counts';
import { declare } from '../masscasualty/declare';
import { mistakesOf } from '../masscasualty/mistakes';
import type { Key } from '../text';
import type { Command, CommandContext } from './table';

type Also = (major: MajorActs) => Key | null;

const none: Also = () => null;

/** A change: who may do it, whether there is a major incident to change, and what else it needs. */
function changes(also: Also) {
  return (c: CommandContext): Key | null => {
    if (!may(c.session, 'MAJOR')) return 'why.role';
    if (!c.live) return 'why.lost';
    if (!c.major?.major) return 'why.noMajor';
    return c.major.major.endedAt ? 'why.majorEnded' : also(c.major);
  };
}

const chosen: Also = (major) => (major.chosen.length > 0 ? null : 'why.noCasualty');

const single: Also = (major) => (major.casualty ? null : 'why.noCasualty');

function form<const I extends string>(
  id: I,
  key: string,
  open: Parameters<MajorActs['open']>[0],
  also: Also = none,
) {
  return {
    id,
    key,
    group: 'major' as const,
    blocked: changes(also),
    run: (c: CommandContext) => c.major?.open(open),
  };
}

function act<const I extends string>(
  id: I,
  key: string,
  run: (major: MajorActs) => void,
  also: Also = none,
) {
  return {
    id,
    key,
    group: 'major' as const,
    blocked: changes(also),
    run: (c: CommandContext) => {
      if (c.major) run(c.major);
    },
  };
}

/** What only shows or copies: there must be something to show. */
function look<const I extends string>(id: I, key: string, run: (major: MajorActs) => void) {
  return {
    ...act(id, key, run),
    blocked: (c: CommandContext): Key | null => (c.major?.major ? null : 'why.noMajor'),
  };
}

/** Declares from the case that is open: a part of the desk, beside the commands of the case. */
export const DECLARE = {
  id: 'majorDeclare',
  key: 'A',
  group: 'case',
  blocked: (c: CommandContext): Key | null => {
    if (!may(c.session, 'MAJOR')) return 'why.role';
    if (c.past) return 'why.past';
    if (!c.live) return 'why.lost';
    if (!c.incident) return 'why.noCase';
    return c.incident.phase === 'CLOSED' ? 'why.closed' : null;
  },
  run: (c: CommandContext) => {
    if (c.incident) void declare(c.actions, c.incident);
  },
} as const satisfies Command;

/** Every action of the view of a major incident; a part of the one command table. */
export const MAJOR_COMMANDS = [
  act(
    'majorFollow',
    'd',
    (major) => major.follow(),
    (major) => (major.chosen.some(waits) ? null : 'why.noWaiting'),
  ),
  form('majorSend', 'f', 'send', chosen),
  act('majorMark', 'm', (major) => major.mark(), chosen),
  act(
    'majorMarkWaiting',
    'M',
    (major) => major.markWaiting(),
    (major) => (major.waiting > 0 ? null : 'why.noWaiting'),
  ),
  form('majorDepart', 'i', 'depart', chosen),
  act(
    'majorArrive',
    's',
    (major) => major.arrive(),
    (major) => (major.casualty?.stage === 'DEPARTED' ? null : 'why.notDeparted'),
  ),
  form('majorSettle', 't', 'settle', chosen),
  form('majorDescribe', 'v', 'describe', single),
  form('majorIdentify', 'e', 'identify', single),
  form('majorMerge', 'g', 'merge', single),
  form('majorSplit', 'p', 'split', (major) =>
    major.casualty?.merged.length ? null : 'why.notMerged',
  ),
  form('majorCorrect', 'c', 'correct', (major) =>
    major.casualty && mistakesOf(major.casualty).length > 0 ? null : 'why.noMistake',
  ),
  form('majorRegister', 'b', 'register'),
  form('majorCapacity', 'k', 'capacity'),
  form('majorKey', 'y', 'key'),
  form('majorLevel', 'n', 'level'),
  form('majorType', 'o', 'type'),
  form('majorMethane', 'r', 'methane'),
  form('majorOrganise', 'l', 'organise'),
  form('majorHelp', 'V', 'help'),
  form('majorNote', 'a', 'note'),
  form('majorCollect', 'h', 'collect'),
  form('majorMissing', 'w', 'missing'),
  {
    ...form('majorResponse', 'L', 'response'),
    // Units are sent by dispatchers alone.
    blocked: (c: CommandContext): Key | null =>
      may(c.session, 'DISPATCH') ? changes(none)(c) : 'why.role',
  },
  {
    ...form('majorRation', 'R', 'ration'),
    // Who comes first when there is not enough is for command to decide, by name.
    blocked: (c: CommandContext): Key | null =>
      c.session.roles.includes('INNER_COMMAND') ? changes(none)(c) : 'why.role',
  },
  form('majorEnd', 'q', 'end'),
  look('majorReport', 'u', (major) => major.report()),
  look('majorSave', 'x', (major) => major.save()),
  {
    id: 'majorUndo',
    key: 'z',
    group: 'major',
    blocked: (c) => {
      if (!may(c.session, 'MAJOR')) return 'why.role';
      if (!c.live) return 'why.lost';
      return c.undoable ? null : 'why.nothingToUndo';
    },
    run: (c) => c.undo(),
  },
] as const satisfies readonly Command[];
