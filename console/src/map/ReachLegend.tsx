import { useModel, useDesk, useShared } from '../picture/context';
import type { ReachOf } from '../picture/desk';
import { t } from '../text';
import { BANDS } from './reach';
import { useReach } from './useReach';

/** What the lines of the map of reach mean, and the way out of it. */
export function ReachLegend() {
  const { desk } = useDesk();
  return desk.reach && <Legend of={desk.reach} />;
}

function Legend({ of }: { of: ReachOf }) {
  const { dispatch } = useDesk();
  const name = useReachName(of);
  const failed = useReach()?.failed;
  return (
    <section className="reach-legend" aria-label={t('reach.legend')}>
      <p>
        <b>{name}</b>
        <button
          type="button"
          className="button small plain"
          aria-label={t('reach.close')}
          onClick={() => dispatch({ type: 'reach', of: null })}
        >
          ✕
        </button>
      </p>
      {failed ? (
        <p className="warn-ink">{failed}</p>
      ) : (
        <ul>
          {BANDS.map(({ minutes, dash, width }) => (
            <li key={minutes}>
              <svg viewBox="0 0 40 8" width="40" height="8" aria-hidden="true">
                <line
                  x1="0"
                  y1="4"
                  x2="40"
                  y2="4"
                  strokeWidth={width}
                  strokeDasharray={dash.join()}
                />
              </svg>
              {t('reach.minutes', { minutes })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function useReachName(of: ReachOf): string {
  const { region } = useShared();
  const unit = useModel((model) => (of.kind === 'unit' ? model.units.get(of.id) : undefined));
  if (of.kind === 'cover') return t('reach.ofCover');
  const station = region.stations.find((one) => one.id === of.id)?.name;
  const name = (of.kind === 'unit' ? unit?.callSign : station) ?? of.id;
  return t('reach.of', { name });
}
