import type { Range } from './contract';
import type { Scale } from './scale';

interface Props {
  readonly range: Range | undefined;
  readonly scale: Scale;
  /** Where a line is drawn across, as zero; null for none. */
  readonly line: number | null;
  /** Whether the mean is a bar from the line, rather than a dot. */
  readonly bar?: boolean;
  readonly tone?: 'better' | 'worse' | 'same';
}

/** A mean with its 95 % interval on a line; the text beside it says the same. */
export function IntervalPlot({ range, scale, line, bar = false, tone = 'same' }: Props) {
  const zero = line === null ? null : scale.at(line);
  return (
    <svg
      className={`twin-plot is-${tone}`}
      viewBox="0 0 100 12"
      preserveAspectRatio="none"
      aria-hidden
    >
      {zero !== null && <line className="zero" x1={zero} x2={zero} y1={0} y2={12} />}
      {range && bar && zero !== null && (
        <rect
          x={Math.min(zero, scale.at(range.mean))}
          width={Math.abs(scale.at(range.mean) - zero)}
          y={2}
          height={8}
        />
      )}
      {range && (
        <>
          <line
            className="half"
            x1={scale.at(range.mean - range.half)}
            x2={scale.at(range.mean + range.half)}
            y1={6}
            y2={6}
          />
          <line
            className="mean"
            x1={scale.at(range.mean)}
            x2={scale.at(range.mean)}
            y1={2}
            y2={10}
          />
        </>
      )}
    </svg>
  );
}
