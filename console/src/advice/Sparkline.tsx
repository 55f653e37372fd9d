import type { CoverPicture } from '../api/contract';
import { t } from '../text';
import { clockTime } from '../text/format';
import { percent } from './coverText';

type Trend = CoverPicture['levels'][number]['trend'];

const WIDTH = 96;
const HEIGHT = 22;
const EDGE = 2;

/** How a share has gone: a line for the eye, the same in words for who cannot see it. */
export function Sparkline({ trend, name }: { trend: Trend; name: string }) {
  const first = trend[0];
  const last = trend.at(-1);
  if (!first || !last || trend.length < 2)
    return <span className="quiet">{t('cover.noTrend')}</span>;
  const label = t('cover.trend', {
    name,
    from: percent(first.share),
    to: percent(last.share),
    time: clockTime(first.at),
  });
  const start = Date.parse(first.at);
  const length = Math.max(1, Date.parse(last.at) - start);
  const points = trend.map(({ at, share }) => {
    const x = EDGE + ((Date.parse(at) - start) / length) * (WIDTH - 2 * EDGE);
    const y = EDGE + (1 - share) * (HEIGHT - 2 * EDGE);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return (
    <svg
      className="sparkline"
      role="img"
      aria-label={label}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      <title>{label}</title>
      <polyline points={points.join(' ')} />
    </svg>
  );
}
