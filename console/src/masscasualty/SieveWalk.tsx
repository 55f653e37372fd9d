import { useEffect, useRef, useState } from 'react';
import { useCrew, useCrewNow } from '../crew/context';
import { t } from '../text';
import { clockTime } from '../text/format';
import { CategoryMark } from './CategoryMark';
import type {
  Casualty,
  Category,
  Judgement,
  MajorIncident,
  SieveQuestion,
  SieveRules,
} from './contract';
import { categoryOf, tagIn } from './counts';
import type { Sieved } from './kept';
import {
  answer,
  foundOf,
  isTag,
  NOTHING_READ,
  readKey,
  startOf,
  stepBack,
  tagOf,
  treeFor,
} from './sieve';
import { TagCamera } from './TagCamera';
import type { Who } from './useSieved';
import { labelOf } from './words';

/** A second press within this time is the same thumb, and no answer to the next question. */
const BOUNCE_MILLISECONDS = 150;
/** So long after the last figure of a tag the server is asked who wears it. */
const WRITTEN_MILLISECONDS = 400;

/** Who is asked about: the tag, and what is said before the first question. */
export interface Asked {
  readonly tag: string;
  /** Somebody known; null for one who is said to be another; undefined when nobody has said. */
  readonly as: Who | null | undefined;
  readonly child: boolean;
  readonly place: string;
}

interface Props {
  readonly major: MajorIncident;
  readonly rules: SieveRules;
  readonly asked: Asked;
  readonly known: readonly Sieved[];
  readonly onAsked: (asked: Asked) => void;
  readonly onJudged: (category: Category, how: Judgement) => void;
  readonly onHand: () => void;
}

/** The tag, and the region's tree a question at a time, its answers at the thumb. */
export function SieveWalk({ major, rules, asked, known, onAsked, onJudged, onHand }: Props) {
  const [tried, setTried] = useState(false);
  const pressedAt = useRef(0);
  const tree = treeFor(rules, asked.child);
  const [walk, setWalk] = useState(tree ? startOf(tree) : null);
  const wearers = useWearers(major, asked.as === undefined ? asked.tag : '', known);
  const setTag = (tag: string) => {
    if (tagOf(tag) === asked.tag) return;
    // The answers were about who wore the other card: of this one nothing is known yet.
    if (tree) setWalk(startOf(tree));
    setTried(false);
    onAsked({ ...asked, tag: tagOf(tag), as: undefined, child: false });
  };
  useReader(setTag);
  if (!tree || !walk) return <p className="warn-ink">{t('sieve.noTree')}</p>;

  const wrong = !isTag(asked.tag);
  const first = asked.as === undefined && wearers.length > 0;
  const give = (code: string) => {
    const given = walk.question?.answers.find((one) => one.code === code);
    const pressed = Date.now();
    if (!given || pressed - pressedAt.current < BOUNCE_MILLISECONDS) return;
    pressedAt.current = pressed;
    if (wrong) {
      setTried(true);
      document.getElementById('sieve-tag')?.focus();
      return;
    }
    const next = answer(tree, walk, given);
    setWalk(next);
    if (next.category) onJudged(next.category, { tree: tree.code, found: foundOf(next) });
  };
  const setChild = (child: boolean) => {
    const other = treeFor(rules, child);
    if (other) setWalk(startOf(other));
    onAsked({ ...asked, child });
  };
  const choose = (as: Wearer | null) => {
    pressedAt.current = Date.now();
    const child = as?.child ?? asked.child;
    const other = treeFor(rules, child);
    if (other && other !== tree) setWalk(startOf(other));
    onAsked({ ...asked, as, child });
  };
  return (
    <>
      <main className="crew-main sieve">
        <TagField tag={asked.tag} wrong={tried && wrong} onTag={setTag} />
        <AgeChoice child={asked.child} onChild={setChild} />
        <PlaceChoice
          sectors={major.organisation.sectors.map((one) => one.name)}
          place={asked.place}
          onPlace={(place) => onAsked({ ...asked, place })}
        />
        {asked.as && <p className="warn-ink">{t('sieve.again', { tag: asked.as.tag })}</p>}
        {asked.as === null && <p className="warn-ink">{t('sieve.twice', { tag: asked.tag })}</p>}
        <p className="quiet">{`${tree.name} ${tree.version}`}</p>
        <ol className="sieve-given">
          {walk.given.map((one) => (
            <li key={one.question.code}>
              {labelOf(one.question)} <b>{labelOf(one.answer)}</b>
            </li>
          ))}
        </ol>
      </main>
      <footer className="crew-pad">
        {first ? (
          <WhichOne rules={rules} tag={asked.tag} wearers={wearers} onChoose={choose} />
        ) : (
          <Question question={walk.question} onGive={give} />
        )}
        <div className="crew-row">
          <button
            type="button"
            className="button"
            disabled={walk.given.length === 0}
            onClick={() => setWalk(stepBack(walk))}
          >
            {t('sieve.back')}
          </button>
          <button
            type="button"
            className="button"
            disabled={first}
            onClick={() => (wrong ? setTried(true) : onHand())}
          >
            {t('sieve.hand')}
          </button>
        </div>
      </footer>
    </>
  );
}

/** Somebody who already wears the card. */
interface Wearer extends Who {
  /** Undefined of one of whom only the name has been told. */
  readonly category: Category | null | undefined;
  readonly child: boolean;
  /** When it was last looked at; empty when only this phone knows. */
  readonly at: string;
}

/** Who wears a card already, as this phone knows, and as the server says when it can be asked. */
function useWearers(
  major: MajorIncident,
  tag: string,
  known: readonly Sieved[],
): readonly Wearer[] {
  const { client, region } = useCrew();
  const live = useCrewNow().link === 'LIVE';
  const [told, setTold] = useState<{ of: string; one: Casualty } | null>(null);
  useEffect(() => {
    if (!live || !isTag(tag)) return;
    let gone = false;
    const timer = setTimeout(() => {
      const path = `major-incidents/${encodeURIComponent(major.id)}/casualties`;
      client.read<Casualty>(region.code, `${path}/${encodeURIComponent(tag)}`).then(
        (one) => gone || setTold({ of: tag, one }),
        // Nobody wears it, or there is no answer: the server marks a card that is given out twice.
        () => undefined,
      );
    }, WRITTEN_MILLISECONDS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [client, region.code, major.id, tag, live]);
  const own: Wearer[] = known
    .filter((one) => one.tag === tag || one.tag.startsWith(`${tag}.`))
    .map((one) => ({ ...one, at: '' }));
  if (told?.of !== tag) return own;
  const { one } = told;
  const named = new Set(own.map((other) => other.tag));
  const others = [
    {
      tag: tagIn(one.id),
      person: '',
      category: categoryOf(one),
      child: one.about.child,
      at: one.history.at(-1)?.at ?? one.times.registeredAt,
    },
    ...one.sameTag.map((id) => ({
      tag: tagIn(id),
      person: '',
      category: undefined,
      child: false,
      at: '',
    })),
  ].filter((other) => !named.has(other.tag));
  return [...own, ...others].map((other) => ({
    ...other,
    person: other.person || `tag:${other.tag}`,
  }));
}

interface WhichProps {
  readonly rules: SieveRules;
  readonly tag: string;
  readonly wearers: readonly Wearer[];
  readonly onChoose: (as: Wearer | null) => void;
}

/** Before the first question about a card that is worn: nobody is ever mixed with another. */
function WhichOne({ rules, tag, wearers, onChoose }: WhichProps) {
  return (
    <>
      <h2 className="sieve-question" aria-live="polite">
        {t('sieve.whichOne', { tag })}
      </h2>
      <div className="sieve-answers many">
        {wearers.map((one) => (
          <button
            key={one.person}
            type="button"
            className="button first"
            onClick={() => onChoose(one)}
          >
            {one.category !== undefined && <CategoryMark rules={rules} category={one.category} />}
            {` ${t('sieve.same')} ${one.tag}`}
            {one.at && ` ${clockTime(one.at)}`}
          </button>
        ))}
        <button type="button" className="button first" onClick={() => onChoose(null)}>
          {t('sieve.another')}
        </button>
      </div>
    </>
  );
}

interface QuestionProps {
  readonly question: SieveQuestion | null;
  readonly onGive: (code: string) => void;
}

function Question({ question, onGive }: QuestionProps) {
  if (!question) return null;
  return (
    <>
      <h2 className="sieve-question" aria-live="polite">
        {labelOf(question)}
      </h2>
      <div className={`sieve-answers ${question.answers.length > 2 ? 'many' : ''}`}>
        {question.answers.map((one) => (
          <button
            key={one.code}
            type="button"
            className="button first"
            onClick={() => onGive(one.code)}
          >
            {labelOf(one)}
          </button>
        ))}
      </div>
    </>
  );
}

interface TagProps {
  readonly tag: string;
  readonly wrong: boolean;
  readonly onTag: (tag: string) => void;
}

/** The tag: written, read by a reader of bar codes, or by the camera where the browser can. */
function TagField({ tag, wrong, onTag }: TagProps) {
  return (
    <>
      <div className="sieve-who">
        <div className="field">
          <label htmlFor="sieve-tag">{t('sieve.tag')}</label>
          <input
            id="sieve-tag"
            value={tag}
            maxLength={20}
            autoComplete="off"
            autoCapitalize="characters"
            enterKeyHint="done"
            aria-invalid={wrong}
            aria-describedby="sieve-tag-error"
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => onTag(event.target.value)}
            // A reader ends with Enter: the keys then belong to the answers again.
            onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          />
        </div>
        <TagCamera onTag={onTag} />
      </div>
      <p id="sieve-tag-error" role="alert" className="grave-ink">
        {wrong ? t('sieve.noTag') : ''}
      </p>
    </>
  );
}

/** A reader of bar codes is a keyboard: what it sends outside of a field is the next tag. */
function useReader(onTag: (tag: string) => void) {
  const reading = useRef(NOTHING_READ);
  const last = useRef(onTag);
  useEffect(() => {
    last.current = onTag;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLInputElement) return;
      const [next, tag] = readKey(reading.current, event.key, event.timeStamp);
      reading.current = next;
      if (tag === '') return;
      // Its Enter must not press the answer that has the focus.
      event.preventDefault();
      event.stopPropagation();
      last.current(tag);
    };
    document.addEventListener('keydown', hear, true);
    return () => document.removeEventListener('keydown', hear, true);
  }, []);
}

interface AgeProps {
  readonly child: boolean;
  readonly onChild: (child: boolean) => void;
}

/** Which tree is for the casualty. */
function AgeChoice({ child, onChild }: AgeProps) {
  return (
    <div className="sieve-age" role="group" aria-label={t('sieve.age')}>
      {[false, true].map((one) => (
        <button
          key={String(one)}
          type="button"
          className="button"
          aria-pressed={child === one}
          onClick={() => onChild(one)}
        >
          {t(one ? 'major.child' : 'sieve.adult')}
        </button>
      ))}
    </div>
  );
}

interface PlaceProps {
  readonly sectors: readonly string[];
  readonly place: string;
  readonly onPlace: (place: string) => void;
}

function PlaceChoice({ sectors, place, onPlace }: PlaceProps) {
  if (sectors.length === 0) return null;
  return (
    <div className="field">
      <label htmlFor="sieve-place">{t('major.place')}</label>
      <select id="sieve-place" value={place} onChange={(event) => onPlace(event.target.value)}>
        <option value="">{t('sieve.noPlace')}</option>
        {sectors.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </div>
  );
}
