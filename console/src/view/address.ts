import type { Session } from '../api/contract';

/**
 * The views of the page, each with an address of its own: `/?view=map#incident=…`. What is chosen
 * stands after #, so that a view keeps its place when it is opened anew.
 */
export const VIEWS = ['desk'] as const;
/** Parts of the desk that may stand alone in a window. */
export const PANE_VIEWS = ['map', 'units', 'list', 'case'] as const;

export type PaneView = (typeof PANE_VIEWS)[number];
export type View = (typeof VIEWS)[number] | PaneView;

type Role = Session['roles'][number];

/** Roles that may see a region's live picture, which all views are made of. */
const PICTURE: readonly Role[] = ['DISPATCHER', 'WAITING_ROOM_NURSE', 'INNER_COMMAND'];

/** The views this person is offered; the server decides what each of them may fetch. */
export function viewsOf(session: Pick<Session, 'roles'>): View[] {
  const picture = session.roles.some((role) => PICTURE.includes(role));
  return picture ? [...VIEWS, ...PANE_VIEWS] : [];
}

/** The view an address asks for; the desk when it asks for none that is offered. */
export function viewFrom(search: string, session: Pick<Session, 'roles'>): View {
  const asked = new URLSearchParams(search).get('view');
  return viewsOf(session).find((one) => one === asked) ?? 'desk';
}

/** The address of a view at the same place; `place` is the part after #, with or without it. */
export function addressOf(view: View, place: string): string {
  const hash = place.replace(/^#/, '');
  return `/?view=${view}${hash === '' ? '' : `#${hash}`}`;
}
