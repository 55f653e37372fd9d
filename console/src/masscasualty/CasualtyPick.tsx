import { useState } from 'react';
import { useCrew, useCrewNow } from '../crew/context';
import { TextInput } from '../design/Fields';
import { t } from '../text';
import { CategoryMark } from './CategoryMark';
import { categoryOf, personsOf, tagIn, tagsOf } from './counts';
import type { SieveRules } from './contract';
import type { Sieved } from './kept';
import { tagOf } from './sieve';
import type { MajorTold } from './useMajor';
import type { Who } from './useSieved';
import { byNeed, needsText, sameTagText, whereText } from './words';

/** More than this nobody scrolls through with a thumb: the field finds the others. */
const SHOWN_MAX = 60;

interface PickProps {
  readonly told: MajorTold;
  readonly rules: SieveRules;
  readonly mine: readonly Sieved[];
  readonly onPick: (who: Who) => void;
  readonly onBack: () => void;
}

/** All casualties as the server last told; those it does not know yet, as this phone has sieved. */
export function CasualtyPick({ told, rules, mine, onPick, onBack }: PickProps) {
  const { region } = useCrew();
  const live = useCrewNow().link === 'LIVE';
  const [words, setWords] = useState('');
  const wanted = tagOf(words);
  const there = personsOf(told.casualties).sort(byNeed);
  const known = new Set(told.casualties.map((one) => tagIn(one.id)));
  const personOf = (tag: string) => mine.find((one) => one.tag === tag)?.person ?? `tag:${tag}`;
  const rows = [
    ...mine
      .filter((one) => !known.has(one.tag))
      .map((one) => ({ ...one, tags: [one.tag], where: '', needs: '' })),
    ...there.map((one) => ({
      tag: tagIn(one.id),
      person: personOf(tagIn(one.id)),
      category: categoryOf(one),
      tags: tagsOf(one),
      where: whereText(region, one),
      needs: [sameTagText(one) && t('major.cardTwice'), needsText(one)].filter(Boolean).join(', '),
    })),
  ].filter((one) => one.tags.some((tag) => tag.includes(wanted)));
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
        {(!live || told.failed) && (
          <p className="warn-ink">{t(told.view ? 'sieve.oldList' : 'sieve.onlyMine')}</p>
        )}
        {rows.length === 0 && <p className="quiet">{t('major.noCasualties')}</p>}
        <ul className="sieve-list">
          {rows.slice(0, SHOWN_MAX).map((one) => (
            <li key={one.person}>
              <button type="button" className="button whole" onClick={() => onPick(one)}>
                <CategoryMark rules={rules} category={one.category} />
                <span>
                  <b>{one.tags.join(', ')}</b> {one.needs}
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
