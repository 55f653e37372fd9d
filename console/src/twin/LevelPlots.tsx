import { t } from '../text';
import { isWhole, type Comparison } from './contract';
import { IntervalPlot } from './IntervalPlot';
import { scaleOf } from './scale';
import { toneOf } from './tone';

/** What people ask for first, for each level of urgency. */
const KINDS = ['WITHIN_GOAL', 'RESPONSE_MEDIAN', 'RESPONSE_P90'];

/** Each level's arrivals, scenario under scenario, on one line of values. */
export function LevelPlots({ comparison }: { readonly comparison: Comparison }) {
  const { measures, scenarios } = comparison;
  const shown = measures
    .map((measure, at) => ({ measure, at }))
    .filter(({ measure }) => isWhole(measure) && KINDS.includes(measure.kind));
  return (
    <section className="pane stack" aria-label={t('twin.plots')}>
      <h2>{t('twin.plots')}</h2>
      <p className="quiet">{t('twin.plotsHow')}</p>
      <div className="twin-plots">
        {shown.map(({ measure, at }) => {
          const cells = scenarios.map(({ cells }) => cells[at]);
          const scale = scaleOf(
            cells.map((cell) => cell?.value),
            false,
          );
          const first = cells[0]?.value?.mean ?? null;
          return (
            <table key={at}>
              <caption>
                {measure.name}, {measure.unit}
              </caption>
              <tbody>
                {scenarios.map(({ title }, s) => {
                  const cell = cells[s];
                  return (
                    <tr key={s}>
                      <th scope="row">{`${s + 1}. ${title}`}</th>
                      <td className="twin-plot-cell">
                        <IntervalPlot
                          range={cell?.value}
                          scale={scale}
                          line={first}
                          tone={toneOf(measure.kind, cell?.kind)}
                        />
                      </td>
                      <td className="figure-cell">{cell?.value?.text ?? '–'}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          );
        })}
      </div>
    </section>
  );
}
