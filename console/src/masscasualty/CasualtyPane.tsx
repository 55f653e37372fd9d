import { useMemo, useState } from 'react';
import { CommandButton } from '../commands/CommandButton';
import { RowList } from '../design/RowList';
import { useShared } from '../picture/context';
import { t } from '../text';
import { age, number } from '../text/format';
import { CategoryMark } from './CategoryMark';
import { useMajor } from './context';
import { categoryOf, tagIn, tagsOf } from './counts';
import type { Casualty } from './contract';
import { categoryName, needsText, sameTagText, whereText } from './words';

const ROW_PIXELS = 46;
export const CASUALTY_LIST_ID = 'list-casualties';

/** All casualties: the arrows move, m marks for a wave, and the commands are about those. */
export function CasualtyPane() {
  const { casualties, casualty, rules, desk, dispatch } = useMajor();
  const { region } = useShared();
  const [words, setWords] = useState('');
  const shown = useMemo(() => {
    const wanted = words.trim().toLowerCase();
    if (wanted === '') return casualties;
    const said = (one: Casualty) =>
      [
        ...tagsOf(one),
        categoryName(rules, categoryOf(one)),
        whereText(region, one),
        needsText(one),
        one.about.place,
      ].join(' ');
    return casualties.filter((one) => said(one).toLowerCase().includes(wanted));
  }, [casualties, words, rules, region]);
  const choose = (one: Casualty) => dispatch({ type: 'casualty', id: one.id });
  return (
    <section
      className="pane major-casualties"
      data-help="pane.casualties"
      aria-label={t('major.casualties')}
    >
      <header className="pane-head">
        <h2>
          {t('major.casualties')} <span className="count">{number(shown.length)}</span>
        </h2>
        <input
          className="search"
          type="search"
          aria-label={t('major.search')}
          placeholder={t('major.search')}
          value={words}
          maxLength={40}
          onChange={(event) => setWords(event.target.value)}
        />
      </header>
      <div className="major-tools" role="group" aria-label={t('major.tools')}>
        <CommandButton id="majorFollow" className="button first small" brief />
        <CommandButton id="majorSend" className="button small" brief />
        <CommandButton id="majorMark" className="button small" brief />
        <CommandButton id="majorMarkWaiting" className="button small" brief />
        <CommandButton id="majorDepart" className="button small" brief />
        <CommandButton id="majorArrive" className="button small" brief />
        <CommandButton id="majorSettle" className="button small" brief />
        <CommandButton id="majorRegister" className="button small" brief />
      </div>
      <RowList
        label={t('major.casualties')}
        listId={CASUALTY_LIST_ID}
        items={shown}
        rowHeight={ROW_PIXELS}
        idOf={(one) => one.id}
        selected={casualty?.id ?? null}
        onOpen={choose}
        onMove={choose}
        empty={t(casualties.length === 0 ? 'major.noCasualties' : 'major.noMatch')}
        toneOf={(one) => (desk.marked.has(one.id) ? 'marked' : '')}
        row={(one) => <Row one={one} />}
      />
    </section>
  );
}

function Row({ one }: { readonly one: Casualty }) {
  const { rules, desk, now } = useMajor();
  const { region } = useShared();
  const marked = desk.marked.has(one.id);
  return (
    <>
      <span className="mark" aria-hidden>
        {marked ? '✓' : ''}
      </span>
      {marked && <span className="unseen">{t('major.marked')}</span>}
      <CategoryMark rules={rules} category={categoryOf(one)} />
      <span className="main">
        <span className="first">
          {tagIn(one.id)}
          {sameTagText(one) && <span className="grave-ink"> {t('major.cardTwice')}</span>}{' '}
          <span className="needs">{needsText(one)}</span>
        </span>
        <span className="second" dir="auto">
          {whereText(region, one)}
        </span>
      </span>
      <span className="side quiet">{age(one.times.registeredAt, now)}</span>
    </>
  );
}
