import type { FollowUp } from '../api/contract';
import { t, tCode } from '../text';
import { date, instantOf } from '../text/format';

type DayCount = FollowUp['days'][number];

/** A period by the region's own days, both ends included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const DAY_MILLISECONDS = 86_400_000;

/** The last days up to and with today. */
export function lastDays(days: number, now: number): Period {
  return { from: date(now - (days - 1) * DAY_MILLISECONDS), to: date(now) };
}

/** First and last moment of a period, in UTC. */
export function momentsOf({ from, to }: Period): Period {
  const end = instantOf(to, 24 * 60);
  return { from: instantOf(from, 0), to: end };
}

export interface Bar {
  readonly day: string;
  readonly accepted: number;
  readonly changed: number;
  readonly refused: number;
}

/** One bar a day, all kinds of proposals together unless one is asked for. */
export function barsOf(days: readonly DayCount[], kind: DayCount['kind'] | null): Bar[] {
  const bars = new Map<string, Bar>();
  for (const one of days) {
    if (kind && one.kind !== kind) continue;
    const before = bars.get(one.day) ?? { day: one.day, accepted: 0, changed: 0, refused: 0 };
    bars.set(one.day, {
      day: one.day,
      accepted: before.accepted + one.accepted,
      changed: before.changed + one.changed,
      refused: before.refused + one.refused,
    });
  }
  return [...bars.values()].sort((a, b) => a.day.localeCompare(b.day));
}

/** How many of the answered proposals were followed as they stood, or null when there were none. */
export function followedShare({ accepted, changed, refused }: Omit<Bar, 'day'>): number | null {
  const all = accepted + changed + refused;
  return all === 0 ? null : accepted / all;
}

/** What the page shows as one table for a spreadsheet: RFC 4180, semicolons as in Sweden. */
export function csvOf(followUp: FollowUp): string {
  const rows: (string | number)[][] = [
    [t('followup.csvWhat'), t('followup.csvKind'), t('followup.csvWhich'), t('followup.csvCount')],
  ];
  for (const one of followUp.days) {
    const kind = tCode('followupKind', one.kind);
    rows.push([one.day, kind, tCode('proposalAnswer', 'ACCEPTED'), one.accepted]);
    rows.push([one.day, kind, tCode('proposalAnswer', 'CHANGED'), one.changed]);
    rows.push([one.day, kind, tCode('proposalAnswer', 'REFUSED'), one.refused]);
  }
  for (const one of followUp.reasons) {
    const answer = tCode('proposalAnswer', one.answer);
    rows.push([one.reason, tCode('followupKind', one.kind), answer, one.count]);
  }
  for (const { level, followed, other } of followUp.comparisons)
    for (const [name, times] of [
      ['followed', followed],
      ['other', other],
    ] as const) {
      const what = `${t('cover.level', { level })}, ${t(`followup.${name}`)}`;
      rows.push([what, t('followup.cases'), '', times.count]);
      rows.push([what, t('followup.median'), '', times.medianSeconds ?? '']);
      rows.push([what, t('followup.ninetieth'), '', times.ninetiethSeconds ?? '']);
    }
  return rows.map((row) => row.map(cell).join(';')).join('\r\n') + '\r\n';
}

/** Quoted where it must be; a formula is made plain text, since people wrote the reasons. */
function cell(value: string | number): string {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value === 'string' ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
