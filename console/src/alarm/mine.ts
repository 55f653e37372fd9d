import type { Alarm, Session, Tone } from '../api/contract';
import { TONES } from './grouping';

/** Whether the alarm is for this person: theirs, or nobody's and at a desk they sit at. */
export function isMine(alarm: Alarm, session: Pick<Session, 'username' | 'roles'>): boolean {
  if (alarm.owner) return alarm.owner === session.username;
  return session.roles.some((role) => role === alarm.desk);
}

/** Whether it must sound for this person. */
export function sounds(alarm: Alarm, session: Pick<Session, 'username' | 'roles'>): boolean {
  return !alarm.acknowledgedAt && isMine(alarm, session);
}

/** The gravest tone of the alarms, or null when there are none. */
export function gravest(alarms: readonly Alarm[]): Tone | null {
  return TONES.find((tone) => alarms.some((one) => one.tone === tone)) ?? null;
}

/** An alarm that lapsed, or came back, is to be heard anew: it has another name then. */
export function soundName(alarm: Alarm): string {
  return [alarm.id, alarm.raisedAt, alarm.desk, alarm.lapsedAt ?? ''].join(' ');
}
