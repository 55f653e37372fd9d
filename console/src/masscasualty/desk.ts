/** What is open in the view of a major incident. Nothing here is known to the server. */
export interface MajorDesk {
  /** Which major incident, when there are several. */
  readonly major: string | null;
  /** The casualty under the cursor. */
  readonly casualty: string | null;
  /** Those a decision is to be about together. */
  readonly marked: ReadonlySet<string>;
  readonly form: MajorForm | null;
}

export type MajorForm =
  | 'methane'
  | 'level'
  | 'type'
  | 'organise'
  | 'help'
  | 'key'
  | 'capacity'
  | 'note'
  | 'collect'
  | 'end'
  | 'register'
  | 'send'
  | 'depart'
  | 'settle'
  | 'missing'
  | 'ration'
  | 'response'
  | 'describe'
  | 'identify'
  | 'merge'
  | 'split'
  | 'correct';

export type MajorAction =
  | { type: 'major'; id: string }
  | { type: 'casualty'; id: string }
  | { type: 'mark'; ids: readonly string[] }
  | { type: 'unmark' }
  | { type: 'form'; form: MajorForm | null };

export const MAJOR_START: MajorDesk = {
  major: null,
  casualty: null,
  marked: new Set(),
  form: null,
};

export function majorReducer(desk: MajorDesk, action: MajorAction): MajorDesk {
  switch (action.type) {
    case 'major':
      return { ...MAJOR_START, major: action.id };
    case 'casualty':
      // A form about another casualty would be decided about the wrong one.
      return { ...desk, casualty: action.id, form: desk.marked.size > 0 ? desk.form : null };
    case 'mark':
      return { ...desk, marked: toggled(desk.marked, action.ids) };
    case 'unmark':
      return { ...desk, marked: new Set() };
    case 'form':
      return { ...desk, form: action.form };
  }
}

/** All of them marked, or none when all of them already are. */
function toggled(marked: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const next = new Set(marked);
  if (ids.every((id) => next.has(id))) for (const id of ids) next.delete(id);
  else for (const id of ids) next.add(id);
  return next;
}
