import { t } from '../text';
import { isWhole, type Comparison } from './contract';

/** Every figure of the whole region, with what it differs from the first scenario by, in words. */
export function FigureTable({ comparison }: { readonly comparison: Comparison }) {
  const { measures, scenarios } = comparison;
  const rows = measures
    .map((measure, at) => ({ measure, at }))
    .filter(({ measure }) => isWhole(measure));
  return (
    <section className="pane stack twin-figures" aria-label={t('twin.figures')}>
      <h2>{t('twin.figures')}</h2>
      <p>{comparison.definition}</p>
      <p className="quiet">{comparison.reading}</p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by key */}
      <div className="twin-wide" role="group" aria-label={t('twin.figures')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('twin.measure')}</th>
              {scenarios.map((one, s) => (
                <th key={s} scope="col">
                  {`${s + 1}. ${one.title}`}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ measure, at }) => (
              <tr key={at}>
                <th scope="row">
                  {measure.name} <span className="quiet">{measure.unit}</span>
                </th>
                {scenarios.map(({ cells }, s) => {
                  const cell = cells[at];
                  return (
                    <td key={s}>
                      {cell?.value?.text ?? '–'}
                      {cell?.change && (
                        <span className={`verdict is-${cell.kind}`}>
                          {cell.change.text} {measure.unitOfChange}, {cell.verdict}
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Traces comparison={comparison} />
    </section>
  );
}

/** What each scenario changes, and the hash that the same run gives anywhere. */
function Traces({ comparison }: { readonly comparison: Comparison }) {
  return (
    <>
      <h3>{t('twin.changed')}</h3>
      <dl className="twin-traces">
        {comparison.scenarios.map((one, s) => (
          <div key={s}>
            <dt>{`${s + 1}. ${one.title}`}</dt>
            <dd>
              {one.changes.length === 0 ? t('twin.unchanged') : one.changes.join(' · ')}{' '}
              <span className="quiet">{t('twin.trace', { hash: one.traceHash })}</span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
