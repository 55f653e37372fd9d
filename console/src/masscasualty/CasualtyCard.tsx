import { useState } from 'react';
import { useCrew, useCrewPicture } from '../crew/context';
import type { CasualtyPress } from '../crew/outbox';
import { t } from '../text';
import { CategoryMark } from './CategoryMark';
import { categoryOf, facilityOf, tagIn, tagsOf } from './counts';
import { UNKNOWN, type Casualty, type SieveRules } from './contract';
import { FactButtons } from './FactButtons';
import type { Sieved } from './kept';
import type { MajorTold } from './useMajor';
import type { Who } from './useSieved';
import { facilityName, needsText, sameTagText, whereText } from './words';

interface Props {
  readonly told: MajorTold;
  readonly rules: SieveRules;
  readonly who: Who;
  readonly mine: readonly Sieved[];
  /** Tells something; gives the press. */
  readonly onSay: (what: CasualtyPress['what'], body: object) => string;
  readonly onUnsay: (press: string) => boolean;
  /** Also whether it is known to be a child, whom another tree is for. */
  readonly onJudge: (how: 'SIEVE' | 'SORT', child: boolean) => void;
  readonly onBack: () => void;
}

/** One casualty: where it goes, what is known, and what may be said of it. */
export function CasualtyCard({ told, rules, who, mine, ...on }: Props) {
  const { region } = useCrew();
  const [more, setMore] = useState(false);
  const one = told.casualties.find((other) => other.mergedInto === undefined && wears(other, who));
  const own = mine.find((other) => other.person === who.person);
  const category = one ? categoryOf(one) : (own?.category ?? null);
  const child = one?.about.child ?? own?.child ?? false;
  return (
    <>
      <main className="crew-main sieve">
        <h2>
          <CategoryMark rules={rules} category={category} />{' '}
          {one ? tagsOf(one).join(', ') : who.tag}
        </h2>
        {one && <p>{whereText(region, one)}</p>}
        {one && sameTagText(one) && <p className="grave-ink">{sameTagText(one)}</p>}
        {one && needsText(one) && <p className="warn-ink">{needsText(one)}</p>}
        {one?.stage === 'AT_SCENE' && facilityOf(one) === '' && (
          <p className="quiet">{t('sieve.noHospital')}</p>
        )}
        <button
          type="button"
          className="button"
          aria-expanded={more}
          onClick={() => setMore(!more)}
        >
          {t('sieve.facts')}
        </button>
        {more && (
          <FactButtons
            about={one?.about ?? UNKNOWN}
            families={[]}
            onFact={(fact) => on.onSay('FACTS', fact)}
            onUnsay={on.onUnsay}
          />
        )}
      </main>
      <footer className="crew-pad">
        <div className="sieve-answers">
          <button type="button" className="button" onClick={() => on.onJudge('SIEVE', child)}>
            {t('sieve.once')}
          </button>
          <button type="button" className="button" onClick={() => on.onJudge('SORT', child)}>
            {t('sieve.sort')}
          </button>
        </div>
        {one && <Steps one={one} onSay={on.onSay} />}
        <button type="button" className="button" onClick={on.onBack}>
          {t('sieve.back')}
        </button>
      </footer>
    </>
  );
}

/** Whether a person wears a tag, also as another tag of the same person. */
function wears(one: Casualty, { tag }: Who): boolean {
  return tagIn(one.id) === tag || tagsOf(one).includes(tag);
}

interface StepProps {
  readonly one: Casualty;
  readonly onSay: Props['onSay'];
}

/** The next step of the way to the hospital, and back from one that was pressed by mistake. */
function Steps({ one, onSay }: StepProps) {
  const { region } = useCrew();
  const { glance } = useCrewPicture();
  const vehicle = glance?.unit.callSign ?? '';
  const facility = facilityOf(one);
  const dirty = one.about.decontamination === 'NEEDED';
  return (
    <>
      {one.stage === 'AT_SCENE' && facility !== '' && (
        <>
          {dirty && <p className="warn-ink">{t('sieve.cleanFirst')}</p>}
          <button
            type="button"
            className="button first crew-next"
            onClick={() => onSay('DEPARTURE', { vehicle })}
          >
            {t('sieve.depart', { vehicle, name: facilityName(region, facility) })}
          </button>
        </>
      )}
      {one.stage === 'DEPARTED' && (
        <button
          type="button"
          className="button first crew-next"
          onClick={() => onSay('ARRIVAL', { facility })}
        >
          {t('sieve.arrive', { name: facilityName(region, facility) })}
        </button>
      )}
      {one.stage !== 'AT_SCENE' && one.stage !== 'ADMITTED' && (
        <button
          type="button"
          className="button"
          onClick={() => onSay('REOPENING', { reason: t('sieve.mistake') })}
        >
          {t('sieve.reopen')}
        </button>
      )}
    </>
  );
}
