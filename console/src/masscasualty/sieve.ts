import type {
  Category,
  CategoryLook,
  Found,
  SieveAnswer,
  SieveQuestion,
  SieveRules,
  SieveTree,
  SortScore,
} from './contract';

/** How far one has come in a tree: what was answered, and what is asked now or what it ended in. */
export interface Walk {
  readonly given: readonly { readonly question: SieveQuestion; readonly answer: SieveAnswer }[];
  readonly question: SieveQuestion | null;
  readonly category: Category | null;
}

export function startOf(tree: SieveTree): Walk {
  return { given: [], question: tree.questions[0] ?? null, category: null };
}

/** The walk after an answer to the question that is asked now. */
export function answer(tree: SieveTree, walk: Walk, given: SieveAnswer): Walk {
  if (!walk.question) return walk;
  const question = tree.questions.find((one) => one.code === given.next) ?? null;
  return {
    given: [...walk.given, { question: walk.question, answer: given }],
    question,
    category: given.category ?? null,
  };
}

/** The walk as it was before the last answer. */
export function stepBack(walk: Walk): Walk {
  const last = walk.given.at(-1);
  if (!last) return walk;
  return { given: walk.given.slice(0, -1), question: last.question, category: null };
}

/** What was found, as the server takes it: the code of each answer. */
export function foundOf(walk: Walk): Found[] {
  return walk.given.map((one) => ({ finding: one.question.finding, value: one.answer.code }));
}

/** The region's first tree for a child or a grown-up, as each tree says whom it is for. */
export function treeFor(rules: SieveRules, child: boolean): SieveTree | undefined {
  const own = child ? 'CHILDREN' : 'ADULTS';
  const other = child ? 'ADULTS' : 'CHILDREN';
  return (
    rules.trees.find((one) => one.people === own) ??
    rules.trees.find((one) => one.people !== other) ??
    rules.trees[0]
  );
}

/** The sum of a score and its category; null until every sign has a number it can have. */
export function sortOf(
  score: SortScore,
  measured: Record<string, number>,
): { points: number; category: Category } | null {
  let points = 0;
  for (const sign of score.signs) {
    const value = measured[sign.finding];
    const part = sign.parts.find(
      ({ range }) => value !== undefined && value >= range.from && value <= range.to,
    );
    if (!part) return null;
    points += part.points;
  }
  const band = score.bands.find(({ sums }) => points >= sums.from && points <= sums.to);
  return band ? { points, category: band.category } : null;
}

/** The last key a reader of bar codes sends, after the tag. */
const READ_END = 'Enter';
/** A reader sends its keys faster than this, and no thumb does. */
const READ_MILLISECONDS = 60;
const READ_LEAST = 3;

/** Keys that may come from a reader of bar codes, which to the page is a keyboard. */
export interface Reading {
  readonly text: string;
  readonly at: number;
}

export const NOTHING_READ: Reading = { text: '', at: 0 };

/** The reading with one more key, and the tag when the key ends one that a reader has sent. */
export function readKey(reading: Reading, key: string, at: number): [Reading, string] {
  const fast = at - reading.at <= READ_MILLISECONDS;
  if (key === READ_END) {
    const tag = tagOf(reading.text);
    return [NOTHING_READ, fast && tag.length >= READ_LEAST && isTag(tag) ? tag : ''];
  }
  if (key.length !== 1) return [reading, ''];
  return [{ text: (fast ? reading.text : '') + key, at }, ''];
}

const TAG = /^[A-Z0-9-]{1,20}$/;
const LAST_NUMBER = /^(.*?)(\d+)$/;

/** A tag as the server has it; what a scanner or a thumb adds around it does not matter. */
export function tagOf(typed: string): string {
  return typed.trim().toUpperCase();
}

export function isTag(tag: string): boolean {
  return TAG.test(tag);
}

/** The next card of the pack: its number one higher, as long as it was. Empty when it has none. */
export function nextTag(tag: string): string {
  // What tells two apart who wear the same card stands on no card.
  const [card = ''] = tag.split('.');
  const found = LAST_NUMBER.exec(card);
  if (!found) return '';
  const [, before = '', figures = ''] = found;
  return before + String(BigInt(figures) + 1n).padStart(figures.length, '0');
}

const PLAIN: CategoryLook[] = [];

export function lookOf(rules: SieveRules | null, category: Category): CategoryLook {
  return (
    (rules?.categories ?? PLAIN).find((one) => one.category === category) ?? {
      category,
      label: category,
      labelEn: category,
      colour: '#757575',
    }
  );
}

/** Black or white, whichever is read best on a colour `#rrggbb` (WCAG 2 relative luminance). */
export function inkOn(colour: string): '#000000' | '#ffffff' {
  const part = (at: number) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
  // The luminance at which both are read equally well: (L + 0.05)² = 1.05 × 0.05.
  return luminance > 0.179 ? '#000000' : '#ffffff';
}
