import type { Alarm } from '../api/contract';
import type { CommandId } from '../commands/table';

/**
 * What is to be done about each kind: an entry of the command table, so that the button, its key
 * and its rights are those of the desk. Null where reading the case, or calling the unit, is
 * all there is to do first.
 */
export const ACT: Record<Alarm['kind'], CommandId | null> = {
  UNASSIGNED: 'assignOther',
  MISSED_CONTACTS: 'contact',
  NOT_ACKNOWLEDGED: 'assignOther',
  NOT_ROLLING: 'assignOther',
  RECEPTION_DECLINED: 'destination',
  STANDBY_UNANSWERED: null,
  LATE_TEXT: null,
  CONTACT_OVERDUE: 'contact',
  DOWNGRADE_WAITING: null,
  QUESTION_UNANSWERED: null,
  OLD_POSITION: null,
};

export const ALARM_KINDS = Object.keys(ACT) as Alarm['kind'][];
