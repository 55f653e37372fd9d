import { useState } from 'react';
import type { FollowUp } from '../api/contract';
import { t, tCode } from '../text';
import { number, span } from '../text/format';
import { percent } from './coverText';
import { barsOf, followedShare, type Bar } from './followUp';

type Kind = FollowUp['days'][number]['kind'];
type Times = FollowUp['comparisons'][number]['followed'];

const PLOT_HEIGHT = 120;
const BAR_WIDTH = 14;

/** The figures of a period. Where there are too few to compare, it says so and gives none. */
export function FollowUpFigures({ followUp }: { followUp: FollowUp }) {
  const [kind, setKind] = useState<Kind | null>(null);
  const bars = barsOf(followUp.days, kind);
  const kinds = [null, ...followUp.kinds.map((one) => one.kind)];
  return (
    <>
      {followUp.more && <p className="warn-ink">{t('followup.more')}</p>}
      <Kinds followUp={followUp} />
      <section className="pane card" aria-label={t('followup.plot')}>
        <h2>{t('followup.plot')}</h2>
        <div className="choices" role="group" aria-label={t('followup.csvKind')}>
          {kinds.map((one) => (
            <button
              key={one ?? 'ALL'}
              type="button"
              className="chip"
              aria-pressed={kind === one}
              onClick={() => setKind(one)}
            >
              {one ? tCode('followupKind', one) : t('followup.all')}
            </button>
          ))}
        </div>
        {bars.length === 0 ? <p className="quiet">{t('followup.none')}</p> : <Plot bars={bars} />}
      </section>
      <Reasons reasons={followUp.reasons} />
      <Comparisons followUp={followUp} />
      <Relocated followUp={followUp} />
    </>
  );
}

function Kinds({ followUp }: { followUp: FollowUp }) {
  return (
    <section className="pane card" aria-label={t('followup.kinds')}>
      <h2>{t('followup.kinds')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('followup.csvKind')}</th>
            <th scope="col">{tCode('proposalAnswer', 'ACCEPTED')}</th>
            <th scope="col">{tCode('proposalAnswer', 'CHANGED')}</th>
            <th scope="col">{tCode('proposalAnswer', 'REFUSED')}</th>
            <th scope="col">{t('followup.share')}</th>
          </tr>
        </thead>
        <tbody>
          {followUp.kinds.map((one) => {
            const share = followedShare(one);
            return (
              <tr key={one.kind}>
                <th scope="row">{tCode('followupKind', one.kind)}</th>
                <td>{number(one.accepted)}</td>
                <td>{number(one.changed)}</td>
                <td>{number(one.refused)}</td>
                <td>{share === null ? '–' : percent(share)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="quiet how">{t('followup.kindsHow')}</p>
    </section>
  );
}

/** A bar a day, of three patterns, and the same as a table for who cannot see it. */
function Plot({ bars }: { bars: readonly Bar[] }) {
  const most = Math.max(...bars.map((one) => one.accepted + one.changed + one.refused));
  const height = (count: number) => (count / most) * PLOT_HEIGHT;
  return (
    <>
      <div className="plot">
        <svg
          role="img"
          aria-label={t('followup.plotLabel', { count: bars.length })}
          width={bars.length * BAR_WIDTH}
          viewBox={`0 0 ${bars.length * BAR_WIDTH} ${PLOT_HEIGHT}`}
        >
          {bars.map((one, index) => {
            const tops = [one.accepted, one.accepted + one.changed];
            const x = index * BAR_WIDTH;
            const bar = (from: number, count: number, name: string) => (
              <rect
                className={name}
                x={x + 1}
                y={PLOT_HEIGHT - height(from + count)}
                width={BAR_WIDTH - 3}
                height={height(count)}
              />
            );
            return (
              <g key={one.day}>
                {bar(0, one.accepted, 'accepted')}
                {bar(tops[0] ?? 0, one.changed, 'changed')}
                {bar(tops[1] ?? 0, one.refused, 'refused')}
              </g>
            );
          })}
        </svg>
      </div>
      <p className="plot-key">
        <span className="accepted">{tCode('proposalAnswer', 'ACCEPTED')}</span>
        <span className="changed">{tCode('proposalAnswer', 'CHANGED')}</span>
        <span className="refused">{tCode('proposalAnswer', 'REFUSED')}</span>
      </p>
      <details>
        <summary>{t('followup.asTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('followup.day')}</th>
              <th scope="col">{tCode('proposalAnswer', 'ACCEPTED')}</th>
              <th scope="col">{tCode('proposalAnswer', 'CHANGED')}</th>
              <th scope="col">{tCode('proposalAnswer', 'REFUSED')}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map((one) => (
              <tr key={one.day}>
                <th scope="row">{one.day}</th>
                <td>{number(one.accepted)}</td>
                <td>{number(one.changed)}</td>
                <td>{number(one.refused)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function Reasons({ reasons }: Pick<FollowUp, 'reasons'>) {
  return (
    <section className="pane card" aria-label={t('followup.reasons')}>
      <h2>{t('followup.reasons')}</h2>
      {reasons.length === 0 && <p className="quiet">{t('followup.none')}</p>}
      <ul>
        {reasons.map((one) => (
          <li key={`${one.kind} ${one.answer} ${one.reason}`}>
            {number(one.count)} × <b dir="auto">{one.reason}</b>{' '}
            <span className="quiet">
              {tCode('followupKind', one.kind)}, {tCode('proposalAnswer', one.answer).toLowerCase()}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Comparisons({ followUp }: { followUp: FollowUp }) {
  const few = (times: Times) =>
    times.medianSeconds == null || times.ninetiethSeconds == null
      ? t('followup.few', { count: times.count })
      : t('followup.times', {
          median: span(times.medianSeconds),
          ninetieth: span(times.ninetiethSeconds),
          count: times.count,
        });
  return (
    <section className="pane card" aria-label={t('followup.outcome')}>
      <h2>{t('followup.outcome')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('form.priority')}</th>
            <th scope="col">{t('followup.followed')}</th>
            <th scope="col">{t('followup.other')}</th>
          </tr>
        </thead>
        <tbody>
          {followUp.comparisons.map((one) => (
            <tr key={one.level}>
              <th scope="row">{t('cover.level', { level: one.level })}</th>
              <td>{few(one.followed)}</td>
              <td>{few(one.other)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet how">{t('followup.outcomeHow', { fewest: followUp.fewest })}</p>
    </section>
  );
}

function Relocated({ followUp }: { followUp: FollowUp }) {
  const { arrived, declined, dispatched, other } = followUp.relocated;
  return (
    <section className="pane card" aria-label={t('followup.relocated')}>
      <h2>{t('followup.relocated')}</h2>
      <p>{t('followup.relocatedText', { arrived, declined, dispatched, other })}</p>
    </section>
  );
}
