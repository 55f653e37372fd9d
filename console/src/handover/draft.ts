import type { Handover, Post, Session, Situation } from '../api/contract';

/** Texts a person has written on a hand-over that nobody has signed. */
export interface Words {
  readonly post: Post;
  /** By the key of the point. */
  readonly remarks: Readonly<Record<string, string>>;
  readonly general: string;
}

export const TOPICS = [
  'OPEN_CASES',
  'OVERDUE_CONTACTS',
  'DOWNGRADES',
  'THREATS',
  'CONTACTS_NEXT_HOUR',
  'CLOSED_ROADS',
  'SLOW_ROADS',
  'UNAVAILABLE_UNITS',
  'OVERTIME',
  'MISSED_MEALS',
] as const satisfies readonly Situation['points'][number]['topic'][];

const POSTS: readonly Post[] = ['DISPATCHER', 'WAITING_ROOM_NURSE', 'INNER_COMMAND'];

/** The desks this person works at, and so may hand over and receive. */
export function postsOf({ roles }: Pick<Session, 'roles'>): Post[] {
  return POSTS.filter((one) => roles.includes(one));
}

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * The words kept through a reload. In the tab's own storage and nowhere else: they tell of patients
 * and are gone when the tab is closed.
 */
export function wordsFrom(storage: Kept, key: string, posts: readonly Post[]): Words {
  const empty: Words = { post: posts[0] ?? 'DISPATCHER', remarks: {}, general: '' };
  try {
    const kept = JSON.parse(storage.getItem(key) ?? '{}') as Partial<Words>;
    const post = posts.find((one) => one === kept.post) ?? empty.post;
    return { ...empty, ...kept, post };
  } catch {
    return empty;
  }
}

export function keepWords(storage: Kept, key: string, words: Words) {
  try {
    storage.setItem(key, JSON.stringify(words));
  } catch {
    // A full storage costs the words after a reload; the page still has them.
  }
}

/** Remarks on points that are there; what was said of one that is gone moves to the other text. */
export function fitted(words: Words, { points }: Situation): Words {
  const there = new Set(points.map((one) => one.key));
  const said = Object.entries(words.remarks).filter(([, text]) => text.trim() !== '');
  const gone = said.filter(([key]) => !there.has(key)).map(([, text]) => text);
  const remarks = Object.fromEntries(said.filter(([key]) => there.has(key)));
  return { ...words, remarks, general: [words.general, ...gone].filter(Boolean).join('\n') };
}

/** Whether this person may receive it: another than who signed, at the same post. */
export function mayReceive(handover: Handover, session: Pick<Session, 'roles' | 'username'>) {
  return (
    !handover.receivedBy &&
    handover.signedBy !== session.username &&
    postsOf(session).includes(handover.post)
  );
}
