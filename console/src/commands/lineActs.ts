import type { Key } from '../text';
import { t } from '../text';
import { openQuestion } from '../triage/triage';
import type { LineForm, Values } from './line';
import type { CommandContext } from './table';

/** How a command is written on the command line, and what it then does. */
export interface LineAct extends LineForm {
  /** Why it cannot be done with what the line named, beyond what stops the command anyway. */
  blocked?(context: CommandContext, values: Values): Key | null;
  give(context: CommandContext, values: Values): void;
}

/** The reader has seen to it that everything a command takes is there. */
function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the line was carried out before it was whole');
  return value;
}

export const ASSIGN: LineAct = {
  letter: 't',
  takes: ['unit', 'incident'],
  blocked: (c, v) => (c.isFree(must(v.unit)) ? null : 'line.busy'),
  give: (c, v) => void c.actions.assign(must(v.incident), must(v.unit)),
};

export const REDIRECT: LineAct = {
  letter: 'b',
  takes: ['unit', 'incident', 'words'],
  blocked: (c, v) => {
    const from = c.assignmentOf(must(v.unit));
    if (!from) return 'line.notBusy';
    return from.incident === v.incident?.id ? 'line.sameCase' : null;
  },
  give: (c, v) => void c.actions.redirect(must(v.unit), must(v.incident), must(v.words)),
};

export const STAND_DOWN: LineAct = {
  letter: 'x',
  takes: ['unit', 'words'],
  blocked: (c, v) => (c.assignmentOf(must(v.unit)) ? null : 'line.notBusy'),
  give: (c, v) => {
    const unit = must(v.unit);
    const done = t('done.stoodDown', { callSign: unit.callSign });
    void c.actions.standDown(must(c.assignmentOf(unit)).id, must(v.words), done);
  },
};

/** K without a case is a unit that is back in service, with one it is a crew that is clear. */
export const STATUS: LineAct = {
  letter: 's',
  takes: ['unit', 'status', 'remark'],
  blocked: (c, v) => {
    const unit = must(v.unit);
    if (v.status === 'UNAVAILABLE') return v.words ? null : 'line.missing.words';
    if (v.words) return 'line.noRemark';
    if (c.assignmentOf(unit)) return null;
    return v.status === 'CLEAR' && unit.status === 'UNAVAILABLE' ? null : 'line.notBusy';
  },
  give: (c, v) => {
    const unit = must(v.unit);
    const status = must(v.status);
    const assignment = c.assignmentOf(unit);
    if (status === 'UNAVAILABLE') void c.actions.availability(unit, false, must(v.words));
    else if (assignment) void c.actions.milestone(assignment.id, status, unit.callSign);
    else void c.actions.availability(unit, true, '');
  },
};

export const PRIORITY: LineAct = {
  letter: 'o',
  takes: ['incident', 'priority', 'words'],
  blocked: (_, v) => (v.priority === v.incident?.priority ? 'line.samePriority' : null),
  give: (c, v) => c.changePriority(must(v.incident), must(v.priority), must(v.words)),
};

export const CONTACT: LineAct = {
  letter: 'k',
  takes: ['incident', 'answered', 'words'],
  give: (c, v) => {
    const answered = must(v.answered);
    // Who answered told of a condition; when nobody did there is only what was decided.
    const words = must(v.words);
    const body = answered ? { answered, condition: words } : { answered, decision: words };
    void c.actions.onIncident(must(v.incident).id, 'contacts', body, t('done.contact'));
  },
};

export const NOTE: LineAct = {
  letter: 'a',
  takes: ['incident', 'words'],
  give: (c, v) => {
    const body = { text: must(v.words) };
    void c.actions.onIncident(must(v.incident).id, 'notes', body, t('done.note'));
  },
};

export const ASK: LineAct = {
  letter: 'F',
  takes: ['incident', 'words'],
  blocked: (_, v) => (openQuestion(must(v.incident)) ? 'why.question' : null),
  give: (c, v) => {
    const body = { text: must(v.words) };
    void c.actions.onIncident(must(v.incident).id, 'questions', body, t('done.asked'));
  },
};

/** Takes a case of the waiting room for second assessment, or goes on with one's own. */
export const ASSESS: LineAct = {
  letter: 'G',
  takes: ['incident'],
  give: (c, v) =>
    void c.actions.onIncident(must(v.incident).id, 'assessment', {}, t('done.assessing')),
};

export const CLOSE: LineAct = {
  letter: 'q',
  takes: ['incident', 'outcome', 'remark'],
  give: (c, v) => {
    const body = { outcome: must(v.outcome), text: must(v.words) };
    void c.actions.onIncident(must(v.incident).id, 'closing', body, t('done.closed'));
  },
};

export const REOPEN: LineAct = {
  letter: 'r',
  takes: ['incident', 'words'],
  give: (c, v) => {
    const body = { reason: must(v.words) };
    void c.actions.onIncident(must(v.incident).id, 'reopening', body, t('done.reopened'));
  },
};

/** A number by itself: look at that unit or that case. */
export const SHOW: LineAct = {
  letter: '',
  takes: ['thing'],
  give: (c, v) => c.show(v.unit ?? must(v.incident)),
};

export const HELP: LineAct = { letter: '/', takes: [], give: (c) => c.help() };

/** A word of the page or the radio: a priority, a status letter, the letter of a command. */
export const EXPLAIN: LineAct = {
  letter: '?',
  takes: ['remark'],
  give: (c, v) => c.explain(must(v.words)),
};
