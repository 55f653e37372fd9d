import type { CoverPicture } from '../api/contract';
import { useShared } from '../picture/context';
import { t } from '../text';
import { clockTime, number, span } from '../text/format';
import { coverStep, percent } from './coverText';
import { Sparkline } from './Sparkline';

/** The cover in figures: one for each level, and one for each municipality with how it has gone. */
export function CoverFigures({ cover }: { cover: CoverPicture }) {
  if (!cover.computedAt) return <p role="status">{t('cover.notYet')}</p>;
  const areas = [...cover.areas].sort((a, b) => a.share - b.share);
  return (
    <div className="cover-figures stack">
      <table>
        <caption>{t('cover.levels')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('form.priority')}</th>
            <th scope="col">{t('cover.within')}</th>
            <th scope="col">{t('cover.share')}</th>
            <th scope="col">{t('cover.history')}</th>
          </tr>
        </thead>
        <tbody>
          {cover.levels.map((one) => (
            <tr key={one.level}>
              <th scope="row">{t('cover.level', { level: one.level })}</th>
              <td>{span(one.withinSeconds)}</td>
              <td>
                <Share share={one.share} />
              </td>
              <td>
                <Sparkline trend={one.trend} name={t('cover.level', { level: one.level })} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>{t('cover.areas')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('cover.area')}</th>
            <th scope="col">{t('cover.share')}</th>
            <th scope="col">{t('cover.calls')}</th>
            <th scope="col">{t('cover.history')}</th>
          </tr>
        </thead>
        <tbody>
          {areas.map((one) => (
            <tr key={one.code}>
              <th scope="row">{one.name}</th>
              <td>
                <Share share={one.share} />
              </td>
              <td>{number(one.callsNextHour, 1)}</td>
              <td>
                <Sparkline trend={one.trend} name={one.name} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{t('cover.how', { time: clockTime(cover.computedAt) })}</p>
    </div>
  );
}

const SIGNS = { good: '●', thin: '◐', bare: '○' } as const;

/** A share with the sign that the map has for it, so that colour is never alone. */
function Share({ share }: { share: number }) {
  const { region } = useShared();
  const step = coverStep(share, region.shown);
  return (
    <span className={`cover-share ${step}`}>
      <span aria-hidden>{SIGNS[step]}</span> {percent(share)}
      <span className="unseen"> {t(`cover.${step}`)}</span>
    </span>
  );
}
