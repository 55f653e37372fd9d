import type { Priority, Rules } from '../api/contract';
import { language, t } from '../text';
import { span } from '../text/format';

/** What the region's rule says of a priority, a sentence for each limit it has. */
export function ruleOf(priority: Priority, rules: Rules): string[] {
  const { acknowledgeSeconds, rollSeconds, unassignedAlarmSeconds } = priority;
  const { firstContactSeconds, thenEverySeconds } = priority;
  const limits = [
    ['rule.acknowledge', acknowledgeSeconds],
    ['rule.roll', rollSeconds],
    ['rule.alarm', unassignedAlarmSeconds],
    ['rule.first', firstContactSeconds],
    ['rule.then', thenEverySeconds],
  ] as const;
  const said = limits.flatMap(([key, seconds]) =>
    seconds ? [t(key, { time: limit(seconds) })] : [],
  );
  if (said.length === 0) return [t('rule.none')];
  if (!firstContactSeconds) return said;
  return [...said, t('rule.escalate', { count: rules.missedContactsToEscalate })];
}

/** The priority with the region's word for it, as the head of its rule. */
export function ruleTitle({ code, label, labelEn }: Priority): string {
  return t('rule.title', { name: `${code} ${language() === 'sv' ? label : labelEn}` });
}

/** A limit as it is said: 90 s stays in seconds, since that is how crews know it. */
const SAID_IN_SECONDS_MAX = 90;

function limit(seconds: number): string {
  return seconds <= SAID_IN_SECONDS_MAX ? `${seconds}\u00a0s` : span(seconds);
}
