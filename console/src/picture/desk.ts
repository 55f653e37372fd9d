/** What is open on this desk. Nothing here is known to the server. */
export interface Desk {
  /** The case in the panel, or null. */
  readonly incident: string | null;
  /** The unit in the panel; wins over the case when both are set. */
  readonly unit: string | null;
  readonly form: Form | null;
  readonly list: ListTab;
  /** The one view shown on a narrow screen. */
  readonly pane: Pane;
  readonly help: boolean;
  /** What the command line began with; null while it is closed. */
  readonly line: string | null;
  /** What is explained: a word, or what is in focus when it is empty; null when nothing is. */
  readonly explain: string | null;
  /** The guided first shift stands open. */
  readonly tour: boolean;
  /** The case is being made ready for paper: its log is opened before the page is printed. */
  readonly printing: boolean;
  /** Whose reach the map shows, or null. */
  readonly reach: ReachOf | null;
  /** Places written for an obstacle, one a line; a press on the map adds one. */
  readonly points: string;
  /** A place picked on the map for the form that asked for it. */
  readonly picked: { lat: number; lon: number } | null;
}

/** What the map can show the reach of: all who are free, a unit or a station. */
export type ReachOf = { kind: 'cover' } | { kind: 'unit' | 'station'; id: string };

export type ListTab = 'waiting' | 'ongoing' | 'closed' | 'plan';
export type Pane = 'list' | 'map' | 'units' | 'case';

export type Form =
  | { kind: 'new' }
  | { kind: 'paper' }
  | { kind: 'contact' }
  | { kind: 'priority' }
  | { kind: 'rejectDowngrade' }
  | { kind: 'location' }
  | { kind: 'patient' }
  | { kind: 'note' }
  | { kind: 'threat' }
  | { kind: 'withdraw'; threat: number }
  | { kind: 'duplicate' }
  | { kind: 'close'; outcome?: 'REFERRED' }
  | { kind: 'reopen' }
  | { kind: 'ask' }
  | { kind: 'withdrawQuestion' }
  | { kind: 'conclude' }
  | { kind: 'referOn' }
  | { kind: 'assessmentCar' }
  | { kind: 'release' }
  | { kind: 'carry' }
  | { kind: 'cancelReferral' }
  | { kind: 'assign' }
  | { kind: 'redirect'; unit: string }
  | { kind: 'standDown'; assignment: string }
  | { kind: 'destination'; assignment: string }
  | { kind: 'clear'; assignment: string }
  | { kind: 'availability'; unit: string }
  | { kind: 'standby'; unit: string }
  | { kind: 'recall'; unit: string }
  | { kind: 'ranking' }
  | { kind: 'roads' }
  | { kind: 'obstacle'; obstacle: string | null }
  | { kind: 'lift'; obstacle: string };

/** The forms that ask for a place on the map. */
export const PLACE_FORMS: readonly (Form['kind'] | undefined)[] = ['new', 'location', 'obstacle'];

export type DeskAction =
  | { type: 'openIncident'; id: string }
  | { type: 'openUnit'; id: string }
  | { type: 'openForm'; form: Form; points?: string }
  /** With a form: only if it is still that one, since an answer may come late. */
  | { type: 'closeForm'; form?: Form | null }
  | { type: 'back' }
  | { type: 'follow'; incident: string | null; unit: string | null }
  | { type: 'list'; list: ListTab }
  | { type: 'pane'; pane: Pane }
  | { type: 'help'; open: boolean }
  | { type: 'line'; text: string | null }
  | { type: 'explain'; word: string | null }
  | { type: 'tour'; open: boolean }
  | { type: 'print'; on: boolean }
  | { type: 'pick'; lat: number; lon: number }
  | { type: 'unpick' }
  | { type: 'points'; text: string }
  | { type: 'reach'; of: ReachOf | null };

export const START: Desk = {
  incident: null,
  unit: null,
  form: null,
  list: 'waiting',
  pane: 'list',
  help: false,
  line: null,
  explain: null,
  tour: false,
  points: '',
  reach: null,
  printing: false,
  picked: null,
};

export function deskReducer(desk: Desk, action: DeskAction): Desk {
  switch (action.type) {
    case 'openIncident':
      return { ...desk, incident: action.id, unit: null, form: null, pane: 'case' };
    case 'openUnit':
      return { ...desk, unit: action.id, form: null, pane: 'case' };
    case 'openForm':
      return {
        ...desk,
        form: action.form,
        picked: null,
        points: action.points ?? '',
        pane: 'case',
      };
    case 'closeForm':
      return action.form && action.form !== desk.form ? desk : closed(desk);
    case 'back':
      return back(desk);
    case 'follow':
      // Another window of the same user chose; what is being written here is not torn away.
      return desk.form ? desk : { ...desk, incident: action.incident, unit: action.unit };
    case 'list':
      return { ...desk, list: action.list, pane: 'list' };
    case 'pane':
      return { ...desk, pane: action.pane };
    case 'help':
      return { ...desk, help: action.open };
    case 'line':
      return { ...desk, line: action.text };
    case 'explain':
      return { ...desk, explain: action.word };
    case 'tour':
      return { ...desk, tour: action.open };
    case 'print':
      return { ...desk, printing: action.on, pane: 'case' };
    case 'pick':
      if (!PLACE_FORMS.includes(desk.form?.kind)) return desk;
      // Several are pressed in a row for an obstacle: on a narrow screen the map stays.
      if (desk.form?.kind === 'obstacle') return { ...desk, points: withPoint(desk, action) };
      return { ...desk, picked: { lat: action.lat, lon: action.lon }, pane: 'case' };
    case 'unpick':
      return { ...desk, picked: null };
    case 'reach':
      return { ...desk, reach: action.of, pane: action.of ? 'map' : desk.pane };
    case 'points':
      return { ...desk, points: action.text };
  }
}

function withPoint({ points }: Desk, { lat, lon }: { lat: number; lon: number }): string {
  const line = `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
  return points.trim() === '' ? line : `${points.trimEnd()}\n${line}`;
}

/** A form closes to what it was opened from: those about a road to the list of roads. */
function closed(desk: Desk): Desk {
  return desk.form?.kind === 'obstacle' || desk.form?.kind === 'lift'
    ? { ...desk, form: { kind: 'roads' }, points: '' }
    : { ...desk, form: null, picked: null };
}

/** Esc: one layer at a time, the innermost first. */
function back(desk: Desk): Desk {
  if (desk.help) return { ...desk, help: false };
  if (desk.line !== null) return { ...desk, line: null };
  if (desk.explain !== null) return { ...desk, explain: null };
  if (desk.form) return closed(desk);
  if (desk.unit) return { ...desk, unit: null, pane: desk.incident ? 'case' : 'units' };
  return { ...desk, incident: null, pane: desk.pane === 'case' ? 'list' : desk.pane };
}

const TABS: readonly ListTab[] = ['waiting', 'ongoing', 'closed', 'plan'];
const KEPT = ['incident', 'unit', 'list'] as const;

/** The place to come back to after a new log-in or a reload, as the part after # in the address. */
export function placeOf(desk: Desk): string {
  const place = new URLSearchParams();
  for (const name of KEPT) {
    const value = desk[name];
    if (value && value !== START[name]) place.set(name, value);
  }
  return place.toString();
}

export function deskFrom(place: string): Desk {
  const found = new URLSearchParams(place.replace(/^#/, ''));
  const list = found.get('list');
  const incident = found.get('incident');
  const unit = found.get('unit');
  return {
    ...START,
    incident,
    unit,
    list: TABS.find((one) => one === list) ?? 'waiting',
    pane: incident || unit ? 'case' : 'list',
  };
}
