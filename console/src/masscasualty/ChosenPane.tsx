import { useEffect, useState } from 'react';
import { useShared } from '../picture/context';
import { Problem } from '../api/client';
import { CommandButton } from '../commands/CommandButton';
import { t, tCode } from '../text';
import { propose } from './acts';
import { CasualtyHistory } from './CasualtyHistory';
import { CategoryMark } from './CategoryMark';
import { useMajor } from './context';
import { categoryOf, countsOf, tagsOf, waits } from './counts';
import type { Casualty, Draw } from './contract';
import { MajorForms } from './MajorForms';
import { categoryName, facilityName, needsText, sameTagText, whereText, whyText } from './words';

/** The casualty under the cursor or the wave that is marked, the proposal, and the open form. */
export function ChosenPane() {
  const { casualty, acts, desk, rules, now } = useMajor();
  const wave = desk.marked.size > 0;
  return (
    <section className="pane major-chosen" data-help="pane.casualty" aria-label={t('major.chosen')}>
      {wave ? <Wave chosen={acts.chosen} /> : casualty ? <One one={casualty} /> : <Nobody />}
      <MajorForms />
      {/* Below the form: a long history must not push what is being written out of sight. */}
      {!wave && casualty && <CasualtyHistory one={casualty} rules={rules} now={now} />}
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
  const { rules } = useMajor();
  const { region } = useShared();
  const needs = needsText(one);
  return (
    <>
      <h2>
        <CategoryMark rules={rules} category={categoryOf(one)} /> {tagsOf(one).join(', ')}
      </h2>
      {sameTagText(one) && <p className="grave-ink">{sameTagText(one)}</p>}
      <p>{[...new Set([whereText(region, one), one.about.place])].filter(Boolean).join(' · ')}</p>
      {needs && <p className="warn-ink">{needs}</p>}
      <Identity key={`${one.id} ${one.patient ?? ''}`} one={one} />
      {waits(one) && <Proposal one={one} />}
      {one.destination && one.destination.reason !== '' && (
        <p className="quiet">
          {t('major.otherThan', {
            proposed: facilityName(region, one.destination.proposed),
            reason: one.destination.reason,
          })}
        </p>
      )}
      <CommandRow />
    </>
  );
}

/** What may be said of the casualty, beside where it goes. */
function CommandRow() {
  return (
    <div className="major-tools" role="group" aria-label={t('major.sayTools')}>
      <CommandButton id="majorDescribe" className="button small" brief />
      <CommandButton id="majorIdentify" className="button small" brief />
      <CommandButton id="majorMerge" className="button small" brief />
      <CommandButton id="majorSplit" className="button small" brief />
      <CommandButton id="majorCorrect" className="button small" brief />
    </div>
  );
}

/** Who it is, for who asks; the read is logged. */
function Identity({ one }: { readonly one: Casualty }) {
  const { client, region } = useShared();
  const [read, setRead] = useState('');
  const { patient } = one;
  if (patient === undefined) return <p className="quiet">{t('major.nobodyKnows')}</p>;
  const show = () =>
    client.patient(region.code, patient, 'vård').then(
      ({ number, name }) => setRead([number, name].filter(Boolean).join(' ')),
      (problem: unknown) =>
        setRead(problem instanceof Problem ? problem.message : t('problem.noAnswer')),
    );
  return read === '' ? (
    <button type="button" className="button small" onClick={() => void show()}>
      {t('major.showWho')}
    </button>
  ) : (
    <p>{read}</p>
  );
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
