/* The grid holds the focus and answers the keys for all its cells. */
/* eslint-disable jsx-a11y/click-events-have-key-events */
/* eslint-disable jsx-a11y/interactive-supports-focus */
import { memo } from 'react';
import { t, tCode } from '../text';
import { clockTime, when } from '../text/format';
import { milliseconds } from '../model/time';
import type { Cursor } from './desk';
import type { Bar, Row } from './plan';
import { cellId, LINE_HEIGHT } from './cells';
import { barText, wayText } from './words';
import { extent, type Span } from './window';

/** Space above and below the bars of a line, in pixels; the promised window is drawn there. */
const EDGE_PIXELS = 4;
/** More lanes than this lie over each other: nobody could read thinner ones. */
const LANES_MAX = 4;

/** From so many lanes on the bars are too thin for words. */
const WORDLESS_LANES = 3;

/** Shapes beside the words, so that no mark leans on colour. */
export const MARK_SHAPES = { HELD: '◆', LOCKED: '■', UNDER_WAY: '▶', LOADED: '●' } as const;

interface Props {
  readonly row: Row;
  readonly place: number;
  readonly top: number;
  readonly from: number;
  readonly to: number;
  readonly chosen: boolean;
  /** A ride is dragged over it. */
  readonly target: boolean;
  /** A moment of today, the same all day, so that days are told from each other. */
  readonly today: number;
  readonly transport: string | null;
  readonly onChoose: (cursor: Cursor) => void;
}

/** One vehicle's line. Drawn anew only when its row, the window or the choice has changed. */
export const TimeLine = memo(function TimeLine(props: Props) {
  const { row, place, top, from, to, chosen, target, today, transport, onChoose } = props;
  const { vehicle, bars } = row;
  const span: Span = { from, to };
  const said = vehicle.out ? tCode('rideOut', vehicle.out) : shiftText(row);
  return (
    <div
      role="row"
      aria-rowindex={place + 1}
      className={`ride-line ${chosen ? 'current' : ''} ${target ? 'target' : ''}`}
      style={{ top, height: LINE_HEIGHT }}
    >
      <div
        role="rowheader"
        id={cellId(vehicle.unit, null)}
        className={`ride-name ${chosen && !transport ? 'chosen' : ''}`}
        title={`${vehicle.callSign} ${tCode('kind', vehicle.kind)}`}
        onClick={() => onChoose({ unit: vehicle.unit, transport: null, at: undefined })}
      >
        <b>{vehicle.callSign}</b>
        <span className={vehicle.out ? 'warn-ink' : 'quiet'}>{said}</span>
      </div>
      <div role="presentation" className="ride-track">
        <OffShift row={row} span={span} />
        {row.breaks.map(([begin, end]) => (
          <Piece
            key={begin}
            className="ride-break"
            span={span}
            from={begin}
            to={end}
            title="break"
          />
        ))}
        {bars.map((bar) => (
          <BarView
            key={bar.ride.transport}
            bar={bar}
            lanes={Math.min(row.lanes, LANES_MAX)}
            span={span}
            chosen={bar.ride.transport === transport}
            today={today}
            onChoose={onChoose}
          />
        ))}
      </div>
    </div>
  );
});

function shiftText({ vehicle }: Row): string {
  if (!vehicle.from || !vehicle.to) return t('rides.offDuty');
  return `${clockTime(vehicle.from)}–${clockTime(vehicle.to)}`;
}

/** The hours outside of the shift, in which nothing is planned. */
function OffShift({ row: { vehicle }, span }: { readonly row: Row; readonly span: Span }) {
  if (!vehicle.from || !vehicle.to)
    return <Piece className="ride-off" span={span} from={span.from} to={span.to} />;
  const [begins, ends] = [milliseconds(vehicle.from), milliseconds(vehicle.to)];
  return (
    <>
      <Piece className="ride-off" span={span} from={span.from} to={begins} />
      <Piece className="ride-off end" span={span} from={ends} to={span.to} />
    </>
  );
}

interface PieceProps {
  readonly className: string;
  readonly span: Span;
  readonly from: number;
  readonly to: number;
  readonly title?: 'break';
}

function Piece({ className, span, from, to, title }: PieceProps) {
  const found = extent(span, from, to);
  if (!found) return null;
  const style = { left: `${found.left}%`, width: `${found.width}%` };
  return <span className={className} style={style} title={title && t('rides.break')} />;
}

interface BarProps {
  readonly bar: Bar;
  readonly lanes: number;
  readonly span: Span;
  readonly chosen: boolean;
  readonly today: number;
  readonly onChoose: (cursor: Cursor) => void;
}

function BarView({ bar, lanes, span, chosen, today, onChoose }: BarProps) {
  const { ride, come, pickup, arrive, mark, lateMinutes } = bar;
  const found = extent(span, pickup, arrive);
  const waits = extent(span, come, pickup);
  const height = (LINE_HEIGHT - 2 * EDGE_PIXELS) / lanes;
  const top = EDGE_PIXELS + Math.min(bar.lane, lanes - 1) * height;
  const said = barText(bar, today);
  const promised = extent(span, milliseconds(ride.pickupFrom), milliseconds(ride.pickupUntil));
  const tone = [lateMinutes > 0 ? 'late' : '', mark ? `is-${mark}` : '', chosen ? 'chosen' : ''];
  if (lanes >= WORDLESS_LANES) tone.push('thin');
  return (
    <>
      {promised && (
        <span
          className="ride-promised"
          style={{ left: `${promised.left}%`, width: `${promised.width}%`, top: top + height - 4 }}
        />
      )}
      {waits && (
        <span
          className="ride-wait"
          style={{ left: `${waits.left}%`, width: `${waits.width}%`, top, height: height - 5 }}
        />
      )}
      {found && (
        <div
          role="gridcell"
          id={cellId(bar.unit, ride.transport)}
          className={`ride-bar ${tone.join(' ')}`}
          style={{ left: `${found.left}%`, width: `${found.width}%`, top, height: height - 5 }}
          aria-label={said}
          aria-selected={chosen}
          title={said}
          onClick={() => onChoose({ unit: bar.unit, transport: ride.transport, at: pickup })}
        >
          {mark && <span aria-hidden>{MARK_SHAPES[mark]}</span>}
          {lateMinutes > 0 && <b aria-hidden>!{lateMinutes}</b>}
          <span
            aria-hidden
            className="ride-words"
          >{`${when(pickup, today)} ${wayText(ride)}`}</span>
        </div>
      )}
    </>
  );
}
