import type { Assignment } from '../api/contract';
import { milliseconds } from '../model/time';

/** Whether the crew's next deadline, to acknowledge or then to roll, has passed. */
export function isLate(assignment: Assignment, now: number): boolean {
  const { times, acknowledgeBy, rollBy } = assignment;
  if (times.rollingAt || times.atAddressAt || times.atPatientAt) return false;
  const by = times.acknowledgedAt ? rollBy : acknowledgeBy;
  return by != null && milliseconds(by) < now;
}
