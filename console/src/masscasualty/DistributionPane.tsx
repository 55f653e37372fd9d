import { useState, type ReactNode } from 'react';
import { useShared } from '../picture/context';
import { t, tCode } from '../text';
import { clockTime, number } from '../text/format';
import { majorPath } from './acts';
import { CategoryMark } from './CategoryMark';
import { useMajor } from './context';
import type { DistributionAnswer, MajorIncident, ProposedWave } from './contract';
import { DeviationForm, type Deviating } from './DeviationForm';
import { decidableOf, doubtText, tickedOf, type Proposed } from './distribution';
import { DistributionTrip } from './DistributionTrip';
import { useDistribution } from './useDistribution';
import { categoryName } from './words';

/** Who goes where as the plan proposes, in waves; a person decides one, several or a wave. */
export function DistributionPane() {
  const { client, region } = useShared();
  const { major, casualties, hospitals } = useMajor();
  const versions = casualties.reduce((sum, one) => sum + one.version, 0);
  const said = hospitals.map((one) => one.said?.at ?? '').join();
  const id = major?.id ?? '';
  const changed = `${major?.version ?? 0} ${versions} ${said}`;
  const told = useDistribution(client, region.code, id, changed);
  if (!major) return null;
  return (
    <section
      className="pane distribution"
      data-help="pane.distribution"
      aria-label={t('distribution.title')}
    >
      <header className="pane-head">
        <h2>{t('distribution.title')}</h2>
      </header>
      {/* The waves may be taller than their pane, and are then moved by the arrows. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="body" tabIndex={0} role="region" aria-label={t('distribution.title')}>
        {told.failed && (
          <p role="alert" className="error">
            {t('distribution.lost')}
          </p>
        )}
        {told.plan ? (
          <Plan plan={told.plan} major={major} />
        ) : (
          !told.failed && <p className="quiet">{t('distribution.asking')}</p>
        )}
      </div>
    </section>
  );
}

interface PlanProps {
  readonly plan: DistributionAnswer;
  readonly major: MajorIncident;
}

function Plan({ plan, major }: PlanProps) {
  const { actions } = useShared();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [deviating, setDeviating] = useState<Deviating | null>(null);
  const [saving, setSaving] = useState(false);
  if (plan.state === 'NONE' || plan.id === undefined) return <None plan={plan} />;
  const proposal = plan.id;
  const decide = (wave: readonly Proposed[]) => {
    setSaving(true);
    const done = t('distribution.decided', { count: wave.length });
    const body = { proposal, decisions: wave };
    void actions.onMajor(majorPath(major, 'distribution/decisions'), body, done).then((problem) => {
      setSaving(false);
      if (!problem) setTicked(new Set());
    });
  };
  const tick = (tag: string) => {
    const next = new Set(ticked);
    if (!next.delete(tag)) next.add(tag);
    setTicked(next);
  };
  const chosen = tickedOf(plan, ticked);
  return (
    <>
      <Standing plan={plan} />
      {chosen.length > 0 && (
        <button
          type="button"
          className="button first"
          disabled={saving}
          onClick={() => decide(chosen)}
        >
          {t('distribution.decideMarked', { count: chosen.length })}
        </button>
      )}
      {plan.waves.map((wave) => (
        <Wave
          key={wave.number}
          {...{ wave, ticked, tick, saving, decide }}
          deviate={setDeviating}
          form={
            deviating && (
              <DeviationForm
                key={deviating.tag}
                {...{ major, proposal, deviating }}
                onClose={() => setDeviating(null)}
              />
            )
          }
          at={deviating?.tag ?? null}
        />
      ))}
      <Left plan={plan} />
      <Doubts plan={plan} />
    </>
  );
}

function None({ plan }: { readonly plan: DistributionAnswer }) {
  const why = plan.why ?? 'first';
  const stands = why === 'first' || why === 'failed' || why === 'vehicles' || why === 'place';
  return (
    <p role="status" className={why === 'failed' ? 'warn-ink' : 'quiet'}>
      {tCode('distributionNone', why)} {stands && t('distribution.keyStands')}
    </p>
  );
}

/** How good it is, of when, and what it leads to. */
function Standing({ plan }: { readonly plan: DistributionAnswer }) {
  const { rules } = useMajor();
  const time = clockTime(plan.reckonedAt ?? '');
  const old = plan.state === 'RECKONING';
  return (
    <div className="standing">
      <p role="status" className={old ? 'warn-ink' : ''}>
        {old ? t('distribution.reckoning', { time }) : t('distribution.reckonedAt', { time })}{' '}
        {t('distribution.gap', { percent: number(plan.gapPercent ?? 0) })}
      </p>
      <ul aria-label={t('distribution.outlook')}>
        {plan.outlook.map((one) => (
          <li key={one.category}>
            {t('distribution.outlookLine', {
              name: categoryName(rules, one.category),
              median: one.medianMinutes,
              last: one.lastMinutes,
              inTime: one.inTime,
              of: one.casualties,
              goal: one.goalMinutes,
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface WaveProps {
  readonly wave: ProposedWave;
  readonly ticked: ReadonlySet<string>;
  readonly tick: (tag: string) => void;
  readonly saving: boolean;
  readonly decide: (wave: readonly Proposed[]) => void;
  readonly deviate: (one: Deviating) => void;
  /** The open form about one casualty, shown below that one's journey. */
  readonly form: ReactNode;
  readonly at: string | null;
}

function Wave({ wave, ticked, tick, saving, decide, deviate, form, at }: WaveProps) {
  const now = decidableOf(wave);
  const name = t('distribution.wave', {
    number: wave.number,
    from: clockTime(wave.from),
    until: clockTime(wave.until),
  });
  return (
    <section className="wave" aria-label={name}>
      <header>
        <h3>{name}</h3>
        {now.length > 0 && (
          <button
            type="button"
            className="button small"
            disabled={saving}
            onClick={() => decide(now)}
          >
            {t('distribution.decideWave', { count: now.length })}
          </button>
        )}
      </header>
      <ol>
        {wave.trips.map((trip) => (
          <li key={`${trip.unit} ${trip.departAt}`}>
            <DistributionTrip {...{ trip, ticked, tick, deviate }} />
            {trip.casualties.some(({ tag }) => tag === at) && form}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Left({ plan }: { readonly plan: DistributionAnswer }) {
  const { rules } = useMajor();
  if (plan.left.length === 0) return null;
  return (
    <section className="wave" aria-label={t('distribution.left')}>
      <h3 className="grave-ink">{t('distribution.left')}</h3>
      <ul>
        {plan.left.map((one) => (
          <li key={one.tag}>
            <CategoryMark rules={rules} category={one.category}>
              {one.tag}
            </CategoryMark>{' '}
            {tCode('distributionLeft', one.why)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Doubts({ plan }: { readonly plan: DistributionAnswer }) {
  const { region } = useShared();
  if (plan.doubts.length === 0) return null;
  return (
    <section aria-label={t('distribution.doubts')}>
      <h3>{t('distribution.doubts')}</h3>
      <ul className="doubts">
        {plan.doubts.map((one) => (
          <li key={one.code + (one.values.facility ?? '')}>{doubtText(region, one)}</li>
        ))}
      </ul>
    </section>
  );
}
