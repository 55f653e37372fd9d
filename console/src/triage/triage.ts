import type { Incident, Question, Referral } from '../api/contract';
import { date, instantOf } from '../text/format';

/** The question that waits for the doctor on call, or null. */
export function openQuestion(incident: Incident): Question | null {
  return incident.triage?.questions.find((one) => one.state === 'OPEN') ?? null;
}

/** Who assesses the case at the hub, or null when nobody does. */
export function assessedBy(incident: Incident): string | null {
  return incident.triage?.assessment?.by ?? null;
}

/** The referral that nobody else carries yet, or null. */
export function pendingReferral(incident: Incident): Referral | null {
  const referral = incident.triage?.referral;
  return referral?.state === 'PENDING' ? referral : null;
}

/** Whether the doctor on call has said that the special unit may be sent to the case. */
export function isApproved(incident: Incident, unit: string): boolean {
  return (
    incident.triage?.questions.some((one) => one.unit === unit && one.reply?.approved === true) ??
    false
  );
}

const TIME = /^(?:(\d{4}-\d{2}-\d{2})[ T])?([01]?\d|2[0-3])[:.]([0-5]\d)$/;
const DAY_MILLISECONDS = 86_400_000;

/**
 * The instant of a time as it is typed, 09.30 or 2026-11-24 09:30 in the region's zone; one without
 * a day that has passed today is tomorrow's. Null when it is no time.
 */
export function bookedAt(text: string, now: number): string | null {
  const [, day, hours, minutes] = TIME.exec(text.trim()) ?? [];
  if (hours === undefined || Number.isNaN(Date.parse(day ?? date(now)))) return null;
  const minute = Number(hours) * 60 + Number(minutes);
  const at = instantOf(day ?? date(now), minute);
  if (day !== undefined || Date.parse(at) >= now) return at;
  return instantOf(date(now + DAY_MILLISECONDS), minute);
}
