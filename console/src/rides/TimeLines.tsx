import { useCallback, useEffect, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, UIEvent } from 'react';
import { t, tCode } from '../text';
import { clockTime, date, instantOf, when } from '../text/format';
import { cellId, LINE_HEIGHT, LINES_ID } from './cells';
import { useRides } from './context';
import { moved, type Cursor } from './desk';
import { DragView } from './DragView';
import { filtered, linesOf, type Line } from './plan';
import { TimeLine } from './TimeLine';
import { useMoveByDrag } from './useMoveByDrag';
import { extent, percent, spanOf, ticksOf, type Span } from './window';

/** Lines drawn above and below what is in view, so that a fast scroll shows no gaps. */
const OVERSCAN = 6;

/** A line for each vehicle, its rides as bars by the clock; the arrows move between them. */
export function TimeLines() {
  const { rows, desk, now, dispatch } = useRides();
  const today = Date.parse(instantOf(date(now), 0));
  const box = useRef<HTMLDivElement>(null);
  const view = useView(box);
  const lines = linesOf(
    filtered(rows, desk.words, (kind) => tCode('kind', kind)),
    desk.grouped,
  );
  const span = spanOf(desk.start, desk.hours, now);
  const place = lines.findIndex((line) => line.row && line.row.vehicle.unit === desk.unit);
  useEffect(() => {
    if (box.current && place >= 0) keepInView(box.current, place);
  }, [place]);

  const choose = useCallback(
    ({ unit, transport, at }: Cursor) => {
      const to = { type: 'choose' as const, unit, transport, now };
      dispatch(at === undefined ? to : { ...to, at });
    },
    [dispatch, now],
  );
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = desk.unit ? { unit: desk.unit, transport: desk.transport, at: undefined } : null;
    const next = event.key === 'Enter' ? null : moved(lines, from, event.key);
    if (next) choose(next);
    else if (event.key === 'Enter') document.getElementById('ride-title')?.focus();
    else return;
    event.preventDefault();
  };
  const { drag, grab, setTold } = useMoveByDrag(box, lines);
  const first = Math.max(0, Math.floor(view.top / LINE_HEIGHT) - OVERSCAN);
  const last = Math.min(lines.length, Math.ceil((view.top + view.height) / LINE_HEIGHT) + OVERSCAN);
  const here = percent(span, now);
  const seen = place >= first && place < last;
  // A ride that has arrived, or left the vehicle or the window, has no cell to point at.
  const bar = lines[place]?.row?.bars.find((one) => one.ride.transport === desk.transport);
  const shown = bar && extent(span, bar.pickup, bar.arrive) ? desk.transport : null;
  return (
    <div className="ride-lines" data-help="pane.rides">
      <Scale span={span} now={now} />
      <div
        ref={box}
        id={LINES_ID}
        className="ride-rows"
        role="grid"
        tabIndex={0}
        aria-label={t('rides.lines')}
        aria-rowcount={lines.length}
        aria-activedescendant={seen ? cellId(desk.unit, shown) : undefined}
        onKeyDown={press}
        onPointerDown={grab}
        onScroll={view.scroll}
        onFocus={() => {
          const start = desk.unit ? null : moved(lines, null, '');
          if (start) choose(start);
        }}
      >
        <div
          role="presentation"
          className="ride-all"
          style={{ height: lines.length * LINE_HEIGHT }}
        >
          {here >= 0 && here <= 100 && (
            <span
              className="ride-now-line"
              style={{ '--here': here / 100 } as CSSProperties}
              aria-hidden
            />
          )}
          {lines.slice(first, last).map((line, index) => (
            <LineView
              key={line.row ? line.row.vehicle.unit : line.kind}
              line={line}
              place={first + index}
              span={span}
              chosen={line.row?.vehicle.unit === desk.unit}
              target={drag !== null && line.row?.vehicle.unit === drag.unit}
              today={today}
              transport={desk.transport}
              onChoose={choose}
            />
          ))}
        </div>
        {lines.length === 0 && (
          <p className="quiet ride-none">{t(desk.words ? 'rides.noMatch' : 'rides.noVehicles')}</p>
        )}
      </div>
      {drag && <DragView drag={drag} onTold={setTold} />}
    </div>
  );
}

interface LineProps {
  readonly line: Line;
  readonly place: number;
  readonly span: Span;
  readonly chosen: boolean;
  readonly target: boolean;
  readonly today: number;
  readonly transport: string | null;
  readonly onChoose: (cursor: Cursor) => void;
}

function LineView({ line, place, span, target, today, chosen, transport, onChoose }: LineProps) {
  const top = place * LINE_HEIGHT;
  if (line.row)
    return (
      <TimeLine
        row={line.row}
        place={place}
        top={top}
        // The same window is the same text: the line is drawn anew only when something changed.
        from={span.from}
        to={span.to}
        chosen={chosen}
        target={target}
        today={today}
        transport={chosen ? transport : null}
        onChoose={onChoose}
      />
    );
  const name = t('rides.group', { kind: tCode('kind', line.kind), count: line.count });
  return (
    <div role="row" aria-rowindex={place + 1} className="ride-group" style={{ top }}>
      <span role="gridcell">{name}</span>
    </div>
  );
}

/** The hours above the lines, and where now is. */
function Scale({ span, now }: { readonly span: Span; readonly now: number }) {
  const here = percent(span, now);
  return (
    <div className="ride-scale" aria-hidden>
      <span className="ride-name">{date(span.from)}</span>
      <span className="ride-track">
        {ticksOf(span).map((at) => (
          <span key={at} className="ride-tick" style={{ left: `${percent(span, at)}%` }}>
            {clockTime(at) === '00:00' ? when(at, at - 1) : clockTime(at)}
          </span>
        ))}
        {here >= 0 && here <= 100 && (
          <span className="ride-now" style={{ left: `${here}%` }}>
            <b>{clockTime(now)}</b>
          </span>
        )}
      </span>
    </div>
  );
}

/** What part of the list is in view, in pixels. */
function useView(box: React.RefObject<HTMLDivElement | null>) {
  const [view, setView] = useState({ top: 0, height: 600 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setView((old) => ({ ...old, height: element.clientHeight })),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  const scroll = useCallback((event: UIEvent<HTMLDivElement>) => {
    const { scrollTop } = event.currentTarget;
    setView((old) => ({ ...old, top: scrollTop }));
  }, []);
  return { ...view, scroll };
}

function keepInView(box: HTMLElement, place: number) {
  const top = place * LINE_HEIGHT;
  if (top < box.scrollTop) box.scrollTop = top;
  const below = top + LINE_HEIGHT - box.clientHeight;
  if (below > box.scrollTop) box.scrollTop = below;
}
