import { useCallback, useState } from 'react';
import { useCrew, useCrewNow, useOutbox } from '../crew/context';
import type { CasualtyPress } from '../crew/outbox';
import type { Category, Fact, Judgement, MajorIncident } from './contract';
import { readKept, withSieved, writeKept, type Sieved } from './kept';

/** Whom a screen is about: the name the server has, and which person this phone means. */
export interface Who {
  readonly tag: string;
  readonly person: string;
}

/** What was told by one judgement, so that it can be taken back. */
export interface Judged {
  readonly who: Who;
  readonly press: string;
  /** What this phone knew of the person before; nothing of somebody new. */
  readonly before: Sieved | undefined;
}

/** What is known of somebody new before the first question. */
interface New {
  readonly tag: string;
  readonly child: boolean;
  readonly place: string;
}

/** Whom this phone has sieved, and the ways to tell of them. */
export function useSieved(major: MajorIncident) {
  const { session, outbox } = useCrew();
  const { now } = useCrewNow();
  // A name that the server has given since is the one to use.
  useOutbox();
  const key = `dirigent.sieved.${session.username}.${major.id}`;
  const [mine, setMine] = useState(() => readKept<readonly Sieved[]>(key, []));
  const [safe, setSafe] = useState(true);
  const keep = useCallback(
    (next: readonly Sieved[]) => {
      setMine(next);
      setSafe(writeKept(key, next));
    },
    [key],
  );
  const say = (who: Who, what: CasualtyPress['what'], body: object): string => {
    const id = crypto.randomUUID();
    const at = new Date(now).toISOString();
    const casualty = outbox.nameOf(who.person, who.tag);
    // A finding is as of when it was made, however late it is sent.
    const said = what === 'REOPENING' ? body : { ...body, at };
    const path = pathOf(major, casualty, what);
    outbox.press({ id, at, casualty, person: who.person || id, what, path, body: said });
    return id;
  };
  /** Tells a category: of somebody new by a registration, of somebody known by a new judgement. */
  const judge = (
    known: Who | null,
    { tag, child, place }: New,
    category: Category,
    judgement: Judgement,
  ): Judged => {
    const before = mine.find((one) => one.person === known?.person);
    let press: string;
    if (known) press = say(known, 'CATEGORY', judgement);
    else {
      const about = { place, child, needs: [], decontamination: 'NOT_NEEDED', family: '' };
      const body = { tag, about, judgement, whenTaken: 'MARK' };
      press = say({ tag, person: '' }, 'REGISTER', body);
    }
    const { tag: name, person } = known ?? { tag, person: press };
    keep(withSieved(mine, { tag: name, person, child: before?.child ?? child, category }));
    return { who: { tag: name, person }, press, before };
  };
  const undo = ({ who, press, before }: Judged): boolean => {
    if (!outbox.undo(press)) return false;
    const others = mine.filter((one) => one.person !== who.person);
    keep(before ? withSieved(others, before) : others);
    return true;
  };
  return {
    mine,
    named: mine.map((one) => ({ ...one, tag: outbox.nameOf(one.person, one.tag) })),
    safe,
    say,
    tell: (who: Who, fact: Fact) => say(who, 'FACTS', fact),
    judge,
    undo,
  };
}

/** Where each thing is told, below the region. */
function pathOf({ id }: MajorIncident, tag: string, what: CasualtyPress['what']): string {
  const base = `major-incidents/${encodeURIComponent(id)}/casualties`;
  if (what === 'REGISTER') return base;
  return `${base}/${encodeURIComponent(tag)}/${what.toLowerCase()}`;
}
