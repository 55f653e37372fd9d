import type { Session } from '../api/contract';

/** What a role lets a person do on this page. The server decides; this only spares a refusal. */
export type Ability =
  | 'DISPATCH'
  | 'SPECIAL'
  | 'TRIAGE'
  | 'NOTE'
  | 'FLEET'
  | 'ALARM'
  | 'HUB'
  | 'CARE'
  | 'RIDES'
  | 'MAJOR';

const ROLES: Record<Ability, readonly string[]> = {
  DISPATCH: ['DISPATCHER'],
  SPECIAL: ['MEDICAL_DISPATCHER'],
  /** The second stage of triage. */
  HUB: ['HUB_NURSE'],
  CARE: ['WAITING_ROOM_NURSE', 'HUB_NURSE'],
  TRIAGE: ['DISPATCHER', 'WAITING_ROOM_NURSE'],
  NOTE: ['DISPATCHER', 'WAITING_ROOM_NURSE', 'INNER_COMMAND'],
  ALARM: ['DISPATCHER', 'WAITING_ROOM_NURSE', 'INNER_COMMAND'],
  FLEET: ['DISPATCHER', 'INNER_COMMAND'],
  /** The plan of rides. */
  RIDES: ['DISPATCHER', 'INNER_COMMAND'],
  /** Major incidents: to declare one, and to decide at it. */
  MAJOR: ['DISPATCHER', 'INNER_COMMAND'],
};

export function may(session: Session, ability: Ability): boolean {
  return session.roles.some((role) => ROLES[ability].includes(role));
}
