import type { RegionPack } from '../api/contract';
import { commandById, COMMANDS, type CommandContext, type CommandId } from '../commands/table';
import { keyName } from '../commands/keyName';
import { lineText } from '../commands/lineText';
import { LETTERS } from '../fleet/letters';
import { UNIT_STATUSES, type UnitStatus } from '../api/contract';
import { t, tCode } from '../text';
import { span } from '../text/format';
import { ruleOf, ruleTitle } from './rules';

/**
 * Help in place. Anything on the page may carry `data-help="GROUP.NAME"`: what stands nearest the
 * focus or the pointer is explained first, then what it lies in.
 */

/** One explanation: what this is, what the key is, what the rule says. */
export interface Explanation {
  readonly topic: string;
  readonly title: string;
  readonly text: string;
  readonly key?: string;
  readonly line?: string;
}

/** What explanations are made from. */
export interface Known {
  readonly region: RegionPack;
  readonly commands: CommandContext;
}

/** Nothing on the page lies deeper; a bound all the same. */
const DEPTH_MAX = 40;

/** The topics at a place, nearest first, each once. */
export function topicsAt(element: Element | null): string[] {
  const found: string[] = [];
  const add = (one: Element) => {
    const topic = one.getAttribute('data-help');
    if (topic && !found.includes(topic)) found.push(topic);
  };
  // A list keeps the focus itself and says which row is meant.
  const row = element?.getAttribute('aria-activedescendant');
  if (row) document.getElementById(row)?.querySelectorAll('[data-help]').forEach(add);
  let one = element;
  for (let depth = 0; one && depth < DEPTH_MAX; depth++, one = one.parentElement) add(one);
  return found;
}

/** What a topic means in this region, or null when nothing is known of it. */
export function explain(topic: string, known: Known): Explanation | null {
  const dot = topic.indexOf('.');
  const name = topic.slice(dot + 1);
  switch (topic.slice(0, dot)) {
    case 'priority':
      return priority(topic, name, known);
    case 'status':
      return status(topic, name, known);
    case 'command':
      return command(topic, name, known);
    case 'alarm':
      return { topic, title: tCode('alarm', name), text: tCode('alarmHelp', name) };
    case 'field':
      return { topic, title: tCode('fieldName', name), text: tCode('fieldHelp', name) };
    case 'pane':
      return { topic, title: tCode('paneName', name), text: tCode('paneHelp', name) };
    case 'view':
      return { topic, title: tCode('view', name), text: tCode('viewHelp', name) };
    default:
      return null;
  }
}

function priority(topic: string, code: string, { region }: Known): Explanation | null {
  const found = region.priorities.find((one) => one.code === code);
  if (!found) return null;
  return { topic, title: ruleTitle(found), text: ruleOf(found, region.rules).join(' ') };
}

function status(topic: string, name: string, { region }: Known): Explanation | null {
  const found = UNIT_STATUSES.find((one) => one === name);
  if (!found) return null;
  const retask = span(region.rules.retaskAfterHandoverSeconds);
  const text = t(`statusHelp.${found}`, { retask });
  return { topic, title: `${LETTERS[found]} ${t(`status.${found}`)}`, text };
}

function command(topic: string, name: string, { commands }: Known): Explanation | null {
  const id = COMMANDS.find((one) => one.id === name)?.id;
  if (!id) return null;
  const found = commandById(id);
  const { key, line } = found;
  const why = found.blocked(commands);
  return {
    topic,
    title: t(`command.${id}`),
    text: why ? t('explain.now', { why: t(why) }) : '',
    ...(key === null ? {} : { key: keyName(key) }),
    ...(line ? { line: lineText(line) } : {}),
  };
}

/** What a word on the command line means: a priority, a status letter or a command's letter. */
export function topicsOf(word: string, region: RegionPack): string[] {
  const wanted = word.trim().toLowerCase();
  const code = region.priorities.find((one) => one.code.toLowerCase() === wanted)?.code;
  const command: CommandId | undefined = COMMANDS.find((one) => one.key === wanted)?.id;
  return [
    ...(code === undefined ? [] : [`priority.${code}`]),
    ...statusesOf(wanted).map((one) => `status.${one}`),
    ...(command === undefined ? [] : [`command.${command}`]),
  ];
}

function statusesOf(wanted: string): UnitStatus[] {
  return UNIT_STATUSES.filter(
    (one) => LETTERS[one].toLowerCase() === wanted || t(`status.${one}`).toLowerCase() === wanted,
  );
}
