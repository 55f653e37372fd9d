import type { Incident } from '../api/contract';
import { dueAt } from '../model/lists';

/** The columns of the waiting room, by how soon somebody must call. */
export const COLUMNS = ['overdue', 'now', 'later'] as const;
export type Column = (typeof COLUMNS)[number];

/** A contact due within this time is due now: long enough to finish the call one is in. */
export const NOW_SECONDS = 300;

/** Sorts waiting cases, which come in order of their next contact, into columns. */
export function columnsOf(waiting: readonly Incident[], now: number): Record<Column, Incident[]> {
  const columns: Record<Column, Incident[]> = { overdue: [], now: [], later: [] };
  for (const incident of waiting) columns[columnOf(incident, now)].push(incident);
  return columns;
}

function columnOf(incident: Incident, now: number): Column {
  const due = dueAt(incident) ?? Infinity;
  if (due < now) return 'overdue';
  return due <= now + NOW_SECONDS * 1000 ? 'now' : 'later';
}

/** Cases whose proposed downgrade waits for a second person, the oldest proposal first. */
export function proposals(incidents: Iterable<Incident>): Incident[] {
  return [...incidents]
    .filter((one) => one.pendingDowngrade && one.phase !== 'CLOSED')
    .sort((a, b) => ((a.pendingDowngrade?.at ?? '') < (b.pendingDowngrade?.at ?? '') ? -1 : 1));
}

export function lastContact(incident: Incident): Incident['contacts'][number] | undefined {
  return incident.contacts.at(-1);
}
