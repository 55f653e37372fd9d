import { t } from '../text';
import { number, when } from '../text/format';
import { barsOf } from './report';

const WIDTH = 960;
const HEIGHT = 180;
const FLOOD = 10;

interface Props {
  readonly tens: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly positions: number;
}

/** Alarms in each ten minutes, with the line above which it is a flood. */
export function Plot({ tens, from, to, positions }: Props) {
  const bars = barsOf(tens);
  const line = FLOOD * positions;
  const top = Math.max(line * 1.2, ...bars);
  const width = WIDTH / bars.length;
  const y = (count: number) => HEIGHT - (count / top) * HEIGHT;
  const words = t('hygiene.plot', { most: number(Math.max(0, ...tens)), line: number(line) });
  return (
    <figure className="hygiene-plot">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={words}
        preserveAspectRatio="none"
      >
        {bars.map((count, n) => (
          <rect
            key={n}
            className={count > line ? 'flood' : ''}
            x={n * width}
            y={y(count)}
            width={Math.max(1, width - 1)}
            height={HEIGHT - y(count)}
          />
        ))}
        <line x1="0" x2={WIDTH} y1={y(line)} y2={y(line)} />
      </svg>
      <figcaption className="quiet">
        <span>{when(from, Date.parse(to))}</span>
        <span>{words}</span>
        <span>{when(to, Date.parse(from))}</span>
      </figcaption>
    </figure>
  );
}
