import type { Entry } from '../api/contract';
import { tCode } from '../text';

/** The fields of an entry's data that say something to a person, in the order to say them. */
const SAID = ['from', 'to', 'priority', 'condition', 'decision', 'text', 'reason', 'facility'];
const CODES: Record<string, string> = {
  milestone: 'milestone',
  status: 'status',
  answer: 'proposalAnswer',
};

/** Reasons that are the program's own; those a person wrote are said as they were written. */
const OWN_REASONS: readonly string[] = [
  'WaitingRoomEntered',
  'WaitingRoomLeft',
  'AssignmentEnded',
  'PriorityChanged',
];

/** What one journal entry says beside its type, in one line. */
export function entryDetail(entry: Entry, callSign: (unit: string) => string): string {
  const parts: string[] = [];
  const unit = entry.unit ?? (text(entry.data['unit']) || text(entry.data['proposed']));
  if (unit) parts.push(callSign(unit));
  for (const [field, group] of Object.entries(CODES)) {
    const code = text(entry.data[field]);
    if (code) parts.push(tCode(group, code));
  }
  for (const field of SAID) {
    const said = text(entry.data[field]);
    if (!said) continue;
    const own = field === 'reason' && OWN_REASONS.includes(entry.type);
    parts.push(own ? tCode('entryReason', said) : said);
  }
  const told = entry.data['told'] as { place?: unknown; reason?: unknown } | undefined;
  if (told) parts.push(...[text(told.place), text(told.reason)].filter((one) => one !== ''));
  return parts.join(' · ');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
