import { useCallback, useState } from 'react';
import { useCrew, useCrewNow, useCrewPicture, useOutbox } from '../crew/context';
import { KeptList } from '../crew/StatusPad';
import type { CasualtyPress } from '../crew/outbox';
import { t } from '../text';
import { number } from '../text/format';
import { CasualtyCard, CasualtyPick } from './CasualtyPick';
import type { About, Category, Judgement, MajorIncident, SieveRules } from './contract';
import { HandForm, SortForm } from './JudgeForms';
import { readKept, withSieved, writeKept, type Sieved } from './kept';
import { nextTag } from './sieve';
import { SievedPlate } from './SievedPlate';
import { SieveWalk, type Asked } from './SieveWalk';

/** Nothing known beside the category. */
const UNKNOWN: About = {
  place: '',
  child: false,
  needs: [],
  decontamination: 'NOT_NEEDED',
  family: '',
};

type Screen =
  | { at: 'WALK' }
  | { at: 'DONE'; tag: string; category: Category; press: string; about: About; before?: Sieved }
  | { at: 'LIST' }
  | { at: 'CASUALTY' | 'SORT' | 'HAND'; tag: string };

interface Props {
  readonly major: MajorIncident;
  readonly rules: SieveRules;
  readonly onLeave: () => void;
}

/** Sieving on the phone: a question at a time, the next casualty a press away, network or none. */
export function SieveView({ major, rules, onLeave }: Props) {
  const { session, outbox } = useCrew();
  const { now } = useCrewNow();
  const key = `dirigent.sieved.${session.username}.${major.id}`;
  const [mine, setMine] = useState(() => readKept<readonly Sieved[]>(key, []));
  const [screen, setScreen] = useState<Screen>({ at: 'WALK' });
  const [asked, setAsked] = useState<Asked>(() => ({
    tag: nextTag(mine[0]?.tag ?? ''),
    about: UNKNOWN,
  }));
  const [round, setRound] = useState(0);
  const keep = useCallback(
    (next: readonly Sieved[]) => {
      setMine(next);
      writeKept(key, next);
    },
    [key],
  );

  const say = (tag: string, what: CasualtyPress['what'], body: object): string => {
    const id = crypto.randomUUID();
    const path = pathOf(major, tag, what);
    outbox.press({ id, at: new Date(now).toISOString(), casualty: tag, what, path, body });
    return id;
  };
  /** Tells a category: of somebody new by a registration, of somebody known by a new judgement. */
  const judge = (tag: string, category: Category, judgement: Judgement, about: About) => {
    const before = mine.find((one) => one.tag === tag);
    const press = before
      ? say(tag, 'CATEGORY', judgement)
      : say(tag, 'REGISTER', { tag, about, judgement });
    keep(withSieved(mine, { tag, category }));
    setScreen({ at: 'DONE', tag, category, press, about, ...(before ? { before } : {}) });
  };
  const walk = (tag: string, about: About = { ...UNKNOWN, place: asked.about.place }) => {
    setAsked({ tag, about });
    setRound(round + 1);
    setScreen({ at: 'WALK' });
  };

  return (
    <>
      <SieveHead mine={mine} onList={() => setScreen({ at: 'LIST' })} onLeave={onLeave} />
      {screen.at === 'WALK' && (
        <SieveWalk
          // Another round begins at the first question, also when it is about the same tag.
          key={round}
          rules={rules}
          sectors={major.organisation.sectors.map((one) => one.name)}
          asked={asked}
          known={mine}
          onAsked={setAsked}
          onJudged={judge}
          onHand={(tag) => {
            setAsked({ ...asked, tag });
            setScreen({ at: 'HAND', tag });
          }}
        />
      )}
      {screen.at === 'DONE' && (
        <SievedPlate
          key={screen.press}
          rules={rules}
          {...screen}
          onUndo={() => {
            if (!outbox.undo(screen.press)) return;
            const others = mine.filter((one) => one.tag !== screen.tag);
            keep(screen.before ? withSieved(others, screen.before) : others);
            walk(screen.tag, screen.about);
          }}
          onAgain={() => walk(screen.tag)}
          onNext={(about) => {
            if (about !== screen.about) say(screen.tag, 'DESCRIPTION', about);
            walk(nextTag(screen.tag), { ...UNKNOWN, place: about.place });
          }}
        />
      )}
      {screen.at === 'LIST' && (
        <CasualtyPick
          major={major}
          rules={rules}
          mine={mine}
          onPick={(tag) => setScreen({ at: 'CASUALTY', tag })}
          onBack={() => setScreen({ at: 'WALK' })}
        />
      )}
      {screen.at === 'CASUALTY' && (
        <CasualtyCard
          major={major}
          rules={rules}
          tag={screen.tag}
          mine={mine}
          onSay={(what, body) => {
            say(screen.tag, what, { ...body, at: new Date(now).toISOString() });
            setScreen({ at: 'LIST' });
          }}
          onJudge={(category, how) => {
            keep(withSieved(mine, { tag: screen.tag, category }));
            if (how === 'SORT') setScreen({ at: 'SORT', tag: screen.tag });
            else walk(screen.tag);
          }}
          onBack={() => setScreen({ at: 'LIST' })}
        />
      )}
      {screen.at === 'SORT' && (
        <SortForm
          rules={rules}
          tag={screen.tag}
          onJudged={(category, judgement) => judge(screen.tag, category, judgement, asked.about)}
          onBack={() => setScreen({ at: 'LIST' })}
        />
      )}
      {screen.at === 'HAND' && (
        <HandForm
          rules={rules}
          tag={screen.tag}
          onJudged={(category, judgement) => judge(screen.tag, category, judgement, asked.about)}
          onBack={() => setScreen({ at: 'WALK' })}
        />
      )}
    </>
  );
}

/** Where each thing is told, below the region. */
function pathOf({ id }: MajorIncident, tag: string, what: CasualtyPress['what']): string {
  const base = `major-incidents/${encodeURIComponent(id)}/casualties`;
  if (what === 'REGISTER') return base;
  return `${base}/${encodeURIComponent(tag)}/${what.toLowerCase()}`;
}

interface HeadProps {
  readonly mine: readonly Sieved[];
  readonly onList: () => void;
  readonly onLeave: () => void;
}

/** How many this phone has sieved, and how many of them have not reached the server. */
function SieveHead({ mine, onList, onLeave }: HeadProps) {
  const kept = useOutbox();
  const { glance } = useCrewPicture();
  const unsent = kept.filter((one) => 'casualty' in one && one.state !== 'REFUSED').length;
  return (
    <div className="sieve-head">
      <button type="button" className="button" onClick={onLeave}>
        {t('sieve.leave', { callSign: glance?.unit.callSign ?? '' })}
      </button>
      <p role="status">
        {t('sieve.count', { count: mine.length })}
        <br />
        <span className={unsent > 0 ? 'warn-ink' : 'quiet'}>
          {unsent > 0 ? t('sieve.unsent', { count: number(unsent) }) : t('sieve.allSent')}
        </span>
      </p>
      <button type="button" className="button" onClick={onList}>
        {t('sieve.list')}
      </button>
      <KeptList kept={kept.filter((one) => one.state === 'REFUSED')} />
    </div>
  );
}
