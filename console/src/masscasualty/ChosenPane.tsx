import { useEffect, useState } from 'react';
import { useShared } from '../picture/context';
import { t, tCode } from '../text';
import { when } from '../text/format';
import { propose } from './acts';
import { CategoryMark } from './CategoryMark';
import { useMajor } from './context';
import { categoryOf, countsOf, tagIn, waits } from './counts';
import type { Casualty, Draw, Verdict } from './contract';
import { MajorForms } from './MajorForms';
import { categoryName, facilityName, needsText, whereText, whyText } from './words';

/** The casualty under the cursor or the wave that is marked, the proposal, and the open form. */
export function ChosenPane() {
  const { casualty, acts, desk } = useMajor();
  const wave = desk.marked.size > 0;
  return (
    <section className="pane major-chosen" data-help="pane.casualty" aria-label={t('major.chosen')}>
      {wave ? <Wave chosen={acts.chosen} /> : casualty ? <One one={casualty} /> : <Nobody />}
      <MajorForms />
    </section>
  );
}

function Nobody() {
  const { casualties } = useMajor();
  return (
    <p className="quiet">
      {t(casualties.length === 0 ? 'major.noCasualties' : 'major.everybodySent')}
    </p>
  );
}

function Wave({ chosen }: { readonly chosen: readonly Casualty[] }) {
  const { rules } = useMajor();
  const counts = countsOf(chosen).filter((one) => one.all > 0);
  return (
    <>
      <h2>{t('major.wave', { count: chosen.length })}</h2>
      <p className="choices">
        {counts.map((one) => (
          <CategoryMark key={one.category ?? ''} rules={rules} category={one.category}>
            {`${one.all} ${categoryName(rules, one.category)}`}
          </CategoryMark>
        ))}
      </p>
      <p className="quiet">{t('major.waveHow')}</p>
    </>
  );
}

function One({ one }: { readonly one: Casualty }) {
  const { rules, now } = useMajor();
  const { region } = useShared();
  const needs = needsText(one);
  return (
    <>
      <h2>
        <CategoryMark rules={rules} category={categoryOf(one)} /> {tagIn(one.id)}
      </h2>
      <p>{[...new Set([whereText(region, one), one.about.place])].filter(Boolean).join(' · ')}</p>
      {needs && <p className="warn-ink">{needs}</p>}
      {waits(one) && <Proposal one={one} />}
      {one.destination && one.destination.reason !== '' && (
        <p className="quiet">
          {t('major.otherThan', {
            proposed: facilityName(region, one.destination.proposed),
            reason: one.destination.reason,
          })}
        </p>
      )}
      <ul className="lines major-history" aria-label={t('major.history')}>
        {one.history.toReversed().map((judged, index) => (
          <li key={`${judged.at} ${index}`}>
            <time>{when(judged.at, now)}</time>
            <span>
              <b>{categoryName(rules, judged.verdict.category)}</b> {howText(judged.verdict)}{' '}
              <span className="quiet">{judged.by}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** How a category came about: by which tree, by how many points, or by whose judgement. */
export function howText({ step, scheme, version, points, text }: Verdict): string {
  if (step === 'HAND') return t('verdict.HAND', { text });
  if (step === 'SORT') return t('verdict.SORT', { scheme, version, points });
  return t('verdict.SIEVE', { scheme, version });
}

/** What the key proposes; asked again when anything has changed that it is drawn from. */
export function useProposal(one: Casualty | null): Draw | string | null {
  const { client, region } = useShared();
  const { major, casualties, now } = useMajor();
  const [told, setTold] = useState<{ of: string; draw: Draw | string } | null>(null);
  const id = one !== null && waits(one) ? one.id : '';
  const placed = casualties.reduce((sum, other) => sum + other.version, 0);
  const of = `${id} ${major?.version ?? 0} ${placed} ${Math.floor(now / 60_000)}`;
  useEffect(() => {
    if (id === '') return;
    let gone = false;
    void propose(client, region.code, id).then((draw) => gone || setTold({ of, draw }));
    return () => {
      gone = true;
    };
  }, [client, region.code, id, of]);
  return told !== null && told.of.startsWith(`${id} `) ? told.draw : null;
}

function Proposal({ one }: { readonly one: Casualty }) {
  const { region } = useShared();
  const draw = useProposal(one);
  if (draw === null) return <p className="quiet">{t('major.proposing')}</p>;
  if (typeof draw === 'string') return <p className="warn-ink">{draw}</p>;
  const against = draw.passed.filter((passed) => passed.against !== 'AHEAD');
  return (
    <div className="major-proposal" role="status">
      <p>
        {draw.facility === undefined ? (
          <b className="grave-ink">{t('major.nowhere')}</b>
        ) : (
          <b>{t('major.proposed', { name: facilityName(region, draw.facility) })}</b>
        )}{' '}
        {whyText(draw)}
      </p>
      {against.length > 0 && (
        <ul>
          {against.map((passed) => (
            <li key={passed.facility}>
              {facilityName(region, passed.facility)}: {tCode('against', passed.against)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
