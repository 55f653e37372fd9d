import { t } from '../text';
import { number } from '../text/format';
import { CategoryMark } from './CategoryMark';
import { useMajor } from './context';
import { countsOf, type Counts } from './counts';

/** How far those of a category have come, in the order they come there. */
export const STEPS = ['scene', 'decided', 'onTheWay', 'there', 'settled'] as const;

/** All casualties by category, as bars beside their figures: how far each has come. */
export function CountBars() {
  const { casualties, rules, major } = useMajor();
  const counts = countsOf(casualties);
  const most = Math.max(1, ...counts.map((one) => one.all));
  const sum = (step: keyof Counts) => counts.reduce((all, one) => all + Number(one[step]), 0);
  const thought = major?.methane?.casualties;
  return (
    <section className="pane major-counts" data-help="pane.counts" aria-label={t('major.counts')}>
      <table>
        <caption className="unseen">{t('major.counts')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('major.category')}</th>
            <td className="wide quiet">
              {thought === undefined ? '' : t('major.thought', { count: thought })}
            </td>
            {STEPS.map((step) => (
              <th key={step} scope="col">
                <span className={`step-key ${step}`} aria-hidden /> {t(`majorStep.${step}`)}
              </th>
            ))}
            <th scope="col">{t('major.all')}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map((one) => (
            <tr key={one.category ?? ''}>
              <th scope="row">
                <CategoryMark rules={rules} category={one.category} />
              </th>
              <td className="wide" aria-hidden>
                <span className="bar">
                  {STEPS.map((step) =>
                    one[step] === 0 ? null : (
                      <span
                        key={step}
                        className={step}
                        style={{ width: `${(100 * one[step]) / most}%` }}
                      />
                    ),
                  )}
                </span>
              </td>
              {STEPS.map((step) => (
                <td key={step} className={one[step] === 0 ? 'quiet' : ''}>
                  {number(one[step])}
                </td>
              ))}
              <td>
                <b>{number(one.all)}</b>
              </td>
            </tr>
          ))}
          <tr className="sum">
            <th scope="row">{t('major.all')}</th>
            <td className="wide" />
            {STEPS.map((step) => (
              <td key={step}>{number(sum(step))}</td>
            ))}
            <td>
              <b>{number(sum('all'))}</b>
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
