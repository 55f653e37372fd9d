import { useRef, useState } from 'react';
import { t } from '../text';
import type { About, Category, Judgement, SieveRules } from './contract';
import type { Sieved } from './kept';
import { answer, foundOf, isTag, lookOf, startOf, stepBack, tagOf, treeFor } from './sieve';
import { labelOf, lookName } from './words';

/** A second press within this time is the same thumb, and no answer to the next question. */
const BOUNCE_MILLISECONDS = 150;

/** Who is asked about: the tag, and what is known before the first question. */
export interface Asked {
  readonly tag: string;
  readonly about: About;
}

interface Props {
  readonly rules: SieveRules;
  readonly sectors: readonly string[];
  readonly asked: Asked;
  readonly known: readonly Sieved[];
  readonly onAsked: (asked: Asked) => void;
  readonly onJudged: (tag: string, category: Category, how: Judgement, about: About) => void;
  readonly onHand: (tag: string) => void;
}

/** The tag, and the region's tree a question at a time, its answers at the thumb. */
export function SieveWalk({ rules, sectors, asked, known, onAsked, onJudged, onHand }: Props) {
  const [tag, setTag] = useState(asked.tag);
  const [tried, setTried] = useState(false);
  const pressedAt = useRef(0);
  const { child } = asked.about;
  const tree = treeFor(rules, child);
  const [walk, setWalk] = useState(tree ? startOf(tree) : null);
  const named = tagOf(tag);
  const before = known.find((one) => one.tag === named);
  if (!tree || !walk) return <p className="warn-ink">{t('sieve.noTree')}</p>;

  const change = (about: Partial<About>) => onAsked({ tag, about: { ...asked.about, ...about } });
  const give = (code: string) => {
    const given = walk.question?.answers.find((one) => one.code === code);
    const pressed = Date.now();
    if (!given || pressed - pressedAt.current < BOUNCE_MILLISECONDS) return;
    pressedAt.current = pressed;
    if (!isTag(named)) {
      setTried(true);
      document.getElementById('sieve-tag')?.focus();
      return;
    }
    const next = answer(tree, walk, given);
    setWalk(next);
    if (next.category) {
      const judgement = { tree: tree.code, found: foundOf(next) };
      onJudged(named, next.category, judgement, asked.about);
    }
  };
  const setChild = (next: boolean) => {
    const other = treeFor(rules, next);
    if (other) setWalk(startOf(other));
    change({ child: next });
  };
  return (
    <>
      <main className="crew-main sieve">
        <Who
          tag={tag}
          wrong={tried && !isTag(named)}
          child={child}
          onTag={setTag}
          onChild={setChild}
        />
        {sectors.length > 0 && (
          <div className="field">
            <label htmlFor="sieve-place">{t('major.place')}</label>
            <select
              id="sieve-place"
              value={asked.about.place}
              onChange={(event) => change({ place: event.target.value })}
            >
              <option value="">{t('sieve.noPlace')}</option>
              {sectors.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          </div>
        )}
        {before?.category && (
          <p className="warn-ink">
            {t('sieve.again', {
              tag: named,
              category: lookName(lookOf(rules, before.category)),
            })}
          </p>
        )}
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
        {walk.question && (
          <>
            <h2 className="sieve-question" aria-live="polite">
              {labelOf(walk.question)}
            </h2>
            <div className={`sieve-answers ${walk.question.answers.length > 2 ? 'many' : ''}`}>
              {walk.question.answers.map((one) => (
                <button
                  key={one.code}
                  type="button"
                  className="button first"
                  onClick={() => give(one.code)}
                >
                  {labelOf(one)}
                </button>
              ))}
            </div>
          </>
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
            onClick={() => (isTag(named) ? onHand(named) : setTried(true))}
          >
            {t('sieve.hand')}
          </button>
        </div>
      </footer>
    </>
  );
}

interface WhoProps {
  readonly tag: string;
  readonly wrong: boolean;
  readonly child: boolean;
  readonly onTag: (tag: string) => void;
  readonly onChild: (child: boolean) => void;
}

/** The tag, written or scanned, and which tree is for the casualty. */
function Who({ tag, wrong, child, onTag, onChild }: WhoProps) {
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
            onChange={(event) => onTag(event.target.value)}
            // A scanner ends with Enter: the keys then belong to the answers again.
            onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          />
        </div>
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
      </div>
      <p id="sieve-tag-error" role="alert" className="grave-ink">
        {wrong ? t('sieve.noTag') : ''}
      </p>
    </>
  );
}
