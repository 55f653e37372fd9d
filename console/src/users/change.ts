import type { Grant, User, UserChange } from '../api/contract';

/** What the form of one user holds. The roles are those in the region that is shown. */
export interface Draft {
  readonly username: string;
  readonly displayName: string;
  readonly careUnit: string;
  readonly language: string;
  readonly unit: string;
  readonly active: boolean;
  readonly roles: readonly Role[];
}

export type Role = Grant['role'];

export const ROLES: readonly Role[] = [
  'DISPATCHER',
  'WAITING_ROOM_NURSE',
  'INNER_COMMAND',
  'CREW',
  'MEDICAL_DISPATCHER',
  'HUB_NURSE',
  'DOCTOR_ON_CALL',
  'WARD_NURSE',
  'PLANNER',
  'ADMINISTRATOR',
  'INTEGRATION',
];

export const NEW: Draft = {
  username: '',
  displayName: '',
  careUnit: '',
  language: 'sv',
  unit: '',
  active: true,
  roles: [],
};

export function draftOf(user: User, region: string): Draft {
  const roles = user.grants.filter((one) => one.region === region).map((one) => one.role);
  return { ...user, unit: user.unit ?? '', roles };
}

/** The roles in this region are replaced; those of other regions, or of all, are left alone. */
export function changeOf(draft: Draft, before: User | null, region: string): UserChange {
  const { displayName, careUnit, language, active, roles } = draft;
  const elsewhere = (before?.grants ?? []).filter((one) => one.region !== region);
  const here = roles.map((role): Grant => ({ role, region }));
  const unit = draft.unit.trim();
  return {
    displayName,
    careUnit,
    language,
    active,
    grants: [...elsewhere, ...here],
    ...(unit && roles.includes('CREW') ? { unit } : {}),
  };
}
