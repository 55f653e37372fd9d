import type { Entry } from '../api/contract';
import { t, tCode } from '../text';
import { clockTime, date } from '../text/format';

/** The fields of an entry's data that say something to a person, in the order to say them. */
const SAID = [
  'from',
  'to',
  'priority',
  'condition',
  'decision',
  'advice',
  'text',
  'acceptedBy',
  'toldTo',
  'reason',
  'facility',
];
const CODES: Record<string, string> = {
  milestone: 'milestone',
  status: 'status',
  answer: 'proposalAnswer',
  stage: 'careRide',
  level: 'preparednessLevel',
};

/** Reasons that are the program's own; those a person wrote are said as they were written. */
const OWN_REASONS: readonly string[] = [
  'WaitingRoomEntered',
  'WaitingRoomLeft',
  'AssignmentEnded',
  'PriorityChanged',
  'AssessmentReleased',
];

/** What one journal entry says beside its type, in one line. */
export function entryDetail(entry: Entry, callSign: (unit: string) => string): string {
  const parts: string[] = [];
  const unit = entry.unit ?? (text(entry.data['unit']) || text(entry.data['proposed']));
  if (unit) parts.push(callSign(unit));
  parts.push(...massCasualty(entry));
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
  if (entry.data['approved'] != null)
    parts.push(t(entry.data['approved'] === true ? 'triage.approved' : 'triage.denied'));
  if (entry.type === 'AssessmentEnded')
    parts.push(t(entry.data['ambulance'] === true ? 'triage.ambulance' : 'triage.waits'));
  const plan = entry.data['plan'];
  if (typeof plan === 'object' && plan !== null) parts.push(...planned({ ...plan }));
  const told = entry.data['told'] as { place?: unknown; reason?: unknown } | undefined;
  if (told) parts.push(...[text(told.place), text(told.reason)].filter((one) => one !== ''));
  return parts.join(' · ');
}

/** At a major incident: a casualty by tag, category and vehicle; or the hospital or key. */
function massCasualty(entry: Entry): string[] {
  const verdict = entry.data['verdict'] as { category?: unknown } | undefined;
  const report = entry.data['report'] as { facility?: unknown } | undefined;
  const capacity = entry.data['capacity'] as { facility?: unknown } | undefined;
  const key = entry.data['key'] as { name?: unknown } | undefined;
  const category = text(verdict?.category);
  return [
    text(report?.facility ?? capacity?.facility),
    text(key?.name),
    tag(entry.data['casualty']),
    tag(entry.data['into']),
    category && tCode('casualtyCategory', category),
    text(entry.data['vehicle']),
  ].filter((one) => one !== '');
}

/** Of a casualty's name, `majorIncident:tag`, what stands on its card. */
function tag(name: unknown): string {
  return text(name).split(':')[1] ?? '';
}

/** Where a case was referred, and when. */
function planned(plan: Record<string, unknown>): string[] {
  const at = text(plan['bookedAt']);
  return [
    tCode('referralKind', text(plan['kind'])),
    text(plan['place']),
    at && `${date(at)} ${clockTime(at)}`,
    text(plan['advice']),
  ].filter((one) => one !== '');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
