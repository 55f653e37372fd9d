import type { Session } from '../api/contract';

/**
 * The views of the page, each with an address of its own: `/?view=wall#incident=…`. What is chosen
 * stands after #, so that a view keeps its place when it is opened anew.
 */
export const VIEWS = [
  'desk',
  'nurse',
  'county',
  'cover',
  'wall',
  'majorwall',
  'handover',
  'film',
  'log',
  'crew',
  'doctor',
  'followup',
  'order',
  'rules',
  'rides',
  'major',
  'hospital',
  'preparedness',
  'twin',
  'exercise',
  'users',
  'alarms',
] as const;
/** Parts of the desk that may stand alone in a window. */
export const PANE_VIEWS = ['map', 'units', 'list', 'plan', 'case'] as const;

export type PaneView = (typeof PANE_VIEWS)[number];
export type View = (typeof VIEWS)[number] | PaneView;
/** The views that are pages of their own, without the desk's store of the live picture. */
export const PAGE_VIEWS = [
  'film',
  'crew',
  'doctor',
  'users',
  'followup',
  'alarms',
  'order',
  'rules',
  'hospital',
  'preparedness',
  'twin',
  'exercise',
] as const;
export type PageView = (typeof PAGE_VIEWS)[number];

type Role = Session['roles'][number];

/** Roles that may see a region's live picture, which all views but the crew's are made of. */
const PICTURE: readonly Role[] = ['DISPATCHER', 'WAITING_ROOM_NURSE', 'INNER_COMMAND'];

/** Roles that may see what became of proposals. */
const FOLLOW_UP: readonly Role[] = ['DISPATCHER', 'INNER_COMMAND', 'PLANNER'];
/** Roles that see the plan of rides. */
const RIDES: readonly Role[] = ['DISPATCHER', 'INNER_COMMAND', 'PLANNER'];
/** Roles that decide at a major incident. */
const MAJOR: readonly Role[] = ['DISPATCHER', 'INNER_COMMAND'];
/** Roles that receive its casualties at a hospital. */
const HOSPITAL: readonly Role[] = ['WARD_NURSE', 'INNER_COMMAND'];
/** Roles that see what the region has prepared for major incidents. */
const PREPARED: readonly Role[] = ['PLANNER', 'INNER_COMMAND', 'NATIONAL_COORDINATOR'];
/** Roles that answer for how many alarms there are. */
const HYGIENE: readonly Role[] = ['INNER_COMMAND', 'PLANNER', 'ADMINISTRATOR'];

/** Roles that order care transports, or decide over those ordered. */
const ORDERS: readonly Role[] = [
  'WARD_NURSE',
  'INNER_COMMAND',
  'DISPATCHER',
  'NATIONAL_COORDINATOR',
];

/** Roles that try a change of the rules of care transports. */
const RULES: readonly Role[] = ['INNER_COMMAND', 'PLANNER'];

/** Roles that try what would happen if. */
const TWIN: readonly Role[] = ['PLANNER', 'INNER_COMMAND', 'NATIONAL_COORDINATOR', 'ADMINISTRATOR'];

/** Roles that lead an exercise. */
const EXERCISE: readonly Role[] = ['PLANNER', 'ADMINISTRATOR'];

/** Whether this person may see the region's live picture. */
export function seesPicture({ roles }: Pick<Session, 'roles'>): boolean {
  return roles.some((role) => PICTURE.includes(role));
}

/** The view a person meets after log-in, by the role that decides most; null when there is none. */
export function naturalView({ roles, unit }: Pick<Session, 'roles' | 'unit'>): View | null {
  if (roles.includes('DISPATCHER')) return 'desk';
  if (roles.includes('WAITING_ROOM_NURSE')) return 'nurse';
  if (roles.includes('INNER_COMMAND')) return 'county';
  if (roles.includes('WARD_NURSE')) return 'order';
  if (roles.includes('CREW') && unit) return 'crew';
  if (roles.includes('DOCTOR_ON_CALL')) return 'doctor';
  if (roles.includes('PLANNER')) return 'followup';
  if (roles.includes('NATIONAL_COORDINATOR')) return 'order';
  return roles.includes('ADMINISTRATOR') ? 'users' : null;
}

/** The views this person is offered; the server decides what each of them may fetch. */
export function viewsOf(session: Pick<Session, 'roles' | 'unit'>): View[] {
  const picture = seesPicture(session);
  const crew = session.roles.includes('CREW') && session.unit;
  const admin = session.roles.includes('ADMINISTRATOR');
  const views = VIEWS.filter((one) => {
    if (one === 'crew') return crew;
    if (one === 'order') return session.roles.some((role) => ORDERS.includes(role));
    if (one === 'rules') return session.roles.some((role) => RULES.includes(role));
    if (one === 'rides') return session.roles.some((role) => RIDES.includes(role));
    if (one === 'major') return session.roles.some((role) => MAJOR.includes(role));
    if (one === 'hospital') return session.roles.some((role) => HOSPITAL.includes(role));
    if (one === 'preparedness') return session.roles.some((role) => PREPARED.includes(role));
    if (one === 'twin') return session.roles.some((role) => TWIN.includes(role));
    if (one === 'exercise') return session.roles.some((role) => EXERCISE.includes(role));
    if (one === 'doctor') return session.roles.includes('DOCTOR_ON_CALL');
    if (one === 'followup') return session.roles.some((role) => FOLLOW_UP.includes(role));
    if (one === 'alarms') return session.roles.some((role) => HYGIENE.includes(role));
    return one === 'users' ? admin : picture;
  });
  return picture ? [...views, ...PANE_VIEWS] : views;
}

/** The view an address asks for; the natural one when it asks for none that is offered. */
export function viewFrom(search: string, session: Pick<Session, 'roles' | 'unit'>): View | null {
  const asked = new URLSearchParams(search).get('view');
  return viewsOf(session).find((one) => one === asked) ?? naturalView(session);
}

/** The address of a view at the same place; `place` is the part after #, with or without it. */
export function addressOf(view: View, place: string): string {
  const hash = place.replace(/^#/, '');
  return `/?view=${view}${hash === '' ? '' : `#${hash}`}`;
}

export function isPage(view: View): view is PageView {
  return PAGE_VIEWS.some((one) => one === view);
}

/** Whether the case stands open in the view, so that its forms have a place. */
export function hasPanel(view: View): boolean {
  return (
    view === 'desk' || view === 'nurse' || view === 'county' || view === 'case' || view === 'plan'
  );
}
