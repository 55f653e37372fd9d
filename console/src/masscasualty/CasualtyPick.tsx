import { useState } from 'react';
import { useCrew, useCrewNow, useCrewPicture } from '../crew/context';
import type { CasualtyPress } from '../crew/outbox';
import { TextInput } from '../design/Fields';
import { t } from '../text';
import { CategoryMark } from './CategoryMark';
import { categoryOf, facilityOf, personsOf, tagIn } from './counts';
import type { Casualty, Category, MajorIncident, SieveRules } from './contract';
import type { Sieved } from './kept';
import { tagOf } from './sieve';
import { useMajorIncident } from './useMajor';
import { byNeed, facilityName, needsText, whereText } from './words';

/** More than this nobody scrolls through with a thumb: the field finds the others. */
const SHOWN_MAX = 60;

interface PickProps {
  readonly major: MajorIncident;
  readonly rules: SieveRules;
  readonly mine: readonly Sieved[];
  readonly onPick: (tag: string) => void;
  readonly onBack: () => void;
}

/** All casualties as the server knows them; without a network, those this phone has sieved. */
export function CasualtyPick({ major, rules, mine, onPick, onBack }: PickProps) {
  const { client, region } = useCrew();
  const live = useCrewNow().link === 'LIVE';
  const told = useMajorIncident(client, region.code, { id: live ? major.id : null });
  const [words, setWords] = useState('');
  const wanted = tagOf(words);
  const there = personsOf(told.casualties).sort(byNeed);
  const known = new Set(told.casualties.map((one) => tagIn(one.id)));
  const rows = [
    ...mine
      .filter((one) => !known.has(one.tag))
      .map((one) => ({ tag: one.tag, category: one.category, where: '', needs: '' })),
    ...there.map((one) => ({
      tag: tagIn(one.id),
      category: categoryOf(one),
      where: whereText(region, one),
      needs: needsText(one),
    })),
  ].filter((one) => one.tag.includes(wanted));
  return (
    <>
      <main className="crew-main sieve">
        <h2>{t('major.casualties')}</h2>
        <TextInput
          label={t('sieve.find')}
          topic="tag"
          value={words}
          onChange={setWords}
          maxLength={20}
        />
        {!live && <p className="warn-ink">{t('sieve.onlyMine')}</p>}
        {rows.length === 0 && <p className="quiet">{t('major.noCasualties')}</p>}
        <ul className="sieve-list">
          {rows.slice(0, SHOWN_MAX).map((one) => (
            <li key={one.tag}>
              <button type="button" className="button whole" onClick={() => onPick(one.tag)}>
                <CategoryMark rules={rules} category={one.category} />
                <span>
                  <b>{one.tag}</b> {one.needs}
                  <br />
                  <span className="quiet">{one.where}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
        {rows.length > SHOWN_MAX && <p className="quiet">{t('sieve.more')}</p>}
      </main>
      <footer className="crew-pad">
        <button type="button" className="button first crew-next" onClick={onBack}>
          {t('sieve.goOn')}
        </button>
      </footer>
    </>
  );
}

interface CardProps {
  readonly major: MajorIncident;
  readonly rules: SieveRules;
  readonly tag: string;
  readonly mine: readonly Sieved[];
  readonly onSay: (what: CasualtyPress['what'], body: object) => void;
  /** With the category it has, which another phone may have given. */
  readonly onJudge: (category: Category | null, how: 'SIEVE' | 'SORT') => void;
  readonly onBack: () => void;
}

/** One casualty: where it goes, and what may be said of it. */
export function CasualtyCard(props: CardProps) {
  const { major, rules, tag, mine, onSay, onJudge, onBack } = props;
  const { client, region } = useCrew();
  const { glance } = useCrewPicture();
  const live = useCrewNow().link === 'LIVE';
  const told = useMajorIncident(client, region.code, { id: live ? major.id : null });
  const one: Casualty | undefined = told.casualties.find((other) => tagIn(other.id) === tag);
  const own = mine.find((other) => other.tag === tag)?.category ?? null;
  const category = one ? categoryOf(one) : own;
  const facility = one ? facilityOf(one) : '';
  const vehicle = glance?.unit.callSign ?? '';
  return (
    <>
      <main className="crew-main sieve">
        <h2>
          <CategoryMark rules={rules} category={category} /> {tag}
        </h2>
        {one && <p>{whereText(region, one)}</p>}
        {one && needsText(one) && <p className="warn-ink">{needsText(one)}</p>}
        {one?.stage === 'AT_SCENE' && facility === '' && (
          <p className="quiet">{t('sieve.noHospital')}</p>
        )}
      </main>
      <footer className="crew-pad">
        <div className="sieve-answers">
          <button type="button" className="button" onClick={() => onJudge(category, 'SIEVE')}>
            {t('sieve.once')}
          </button>
          <button type="button" className="button" onClick={() => onJudge(category, 'SORT')}>
            {t('sieve.sort')}
          </button>
        </div>
        {one?.stage === 'AT_SCENE' && facility !== '' && (
          <button
            type="button"
            className="button first crew-next"
            onClick={() => onSay('DEPARTURE', { vehicle })}
          >
            {t('sieve.depart', { vehicle, name: facilityName(region, facility) })}
          </button>
        )}
        {one?.stage === 'DEPARTED' && (
          <button
            type="button"
            className="button first crew-next"
            onClick={() => onSay('ARRIVAL', { facility })}
          >
            {t('sieve.arrive', { name: facilityName(region, facility) })}
          </button>
        )}
        <button type="button" className="button" onClick={onBack}>
          {t('sieve.back')}
        </button>
      </footer>
    </>
  );
}
