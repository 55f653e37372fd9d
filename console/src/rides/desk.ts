import type { Bar, Line, Row } from './plan';
import { showing, shifted, spanOf, zoomed, type Hours } from './window';

/** What a person has chosen in the view of rides. Nothing here is known to the server. */
export interface RidesDesk {
  /** The vehicle whose line the cursor is on. */
  readonly unit: string | null;
  readonly transport: string | null;
  readonly form: RideForm | null;
  /** Where the window begins, in milliseconds; null while it follows the clock. */
  readonly start: number | null;
  readonly hours: Hours;
  readonly grouped: boolean;
  readonly words: string;
  /** The table for paper is made. */
  readonly printing: boolean;
}

export type RideForm = 'move' | 'why';

export type RidesAction =
  | { type: 'choose'; unit: string | null; transport: string | null; at?: number; now: number }
  | { type: 'form'; form: RideForm | null }
  | { type: 'zoom'; step: 1 | -1 }
  | { type: 'shift'; step: 1 | -1; now: number }
  | { type: 'now' }
  | { type: 'group' }
  | { type: 'words'; text: string }
  | { type: 'print'; on: boolean };

export function startOf(narrow: boolean): RidesDesk {
  return {
    unit: null,
    transport: null,
    form: null,
    start: null,
    hours: narrow ? 4 : 8,
    grouped: true,
    words: '',
    printing: false,
  };
}

export function ridesReducer(desk: RidesDesk, action: RidesAction): RidesDesk {
  switch (action.type) {
    case 'choose': {
      const { unit, transport, at, now } = action;
      const form = transport === desk.transport ? desk.form : null;
      const moved = at === undefined ? null : showing(spanOf(desk.start, desk.hours, now), at);
      return { ...desk, unit, transport, form, start: moved ?? desk.start };
    }
    case 'form':
      return { ...desk, form: action.form };
    case 'zoom':
      return { ...desk, hours: zoomed(desk.hours, action.step) };
    case 'shift':
      return {
        ...desk,
        start: shifted(spanOf(desk.start, desk.hours, action.now), action.step),
      };
    case 'now':
      return { ...desk, start: null };
    case 'group':
      return { ...desk, grouped: !desk.grouped };
    case 'words':
      return { ...desk, words: action.text };
    case 'print':
      return { ...desk, printing: action.on };
  }
}

/** Where the cursor stands: a vehicle's line, and a ride on it when it has any. */
export interface Cursor {
  readonly unit: string;
  readonly transport: string | null;
  /** When the ride begins, in milliseconds; undefined without one. */
  readonly at: number | undefined;
}

/** The cursor after an arrow: along the line between rides, or up and down between vehicles. */
export function moved(lines: readonly Line[], from: Cursor | null, key: string): Cursor | null {
  const rows = lines.flatMap((line) => line.row ?? []);
  const place = rows.findIndex((row) => row.vehicle.unit === from?.unit);
  const row = rows[place];
  if (!row || !from) return rows[0] ? onto(rows[0], -Infinity) : null;
  const along = row.bars.findIndex((bar) => bar.ride.transport === from.transport);
  const bar = row.bars[along];
  const moment = bar ? bar.pickup : -Infinity;
  const to = (next: number) => rows[Math.max(0, Math.min(rows.length - 1, next))] ?? row;
  switch (key) {
    case 'ArrowLeft':
      return at(row, row.bars[Math.max(0, along - 1)]);
    case 'ArrowRight':
      return at(row, row.bars[Math.min(row.bars.length - 1, along + 1)]);
    case 'ArrowUp':
      return onto(to(place - 1), moment);
    case 'ArrowDown':
      return onto(to(place + 1), moment);
    case 'PageUp':
      return onto(to(place - PAGE_ROWS), moment);
    case 'PageDown':
      return onto(to(place + PAGE_ROWS), moment);
    case 'Home':
      return onto(to(0), moment);
    case 'End':
      return onto(to(rows.length - 1), moment);
    default:
      return null;
  }
}

/** About what a screen holds. */
const PAGE_ROWS = 10;

function at(row: Row, bar: Bar | undefined): Cursor {
  const { unit } = row.vehicle;
  return { unit, transport: bar?.ride.transport ?? null, at: bar?.pickup };
}

/** The ride nearest in time on another line. */
function onto(row: Row, moment: number): Cursor {
  const far = (bar: Bar) => Math.abs(bar.pickup - moment);
  const [first, ...others] = row.bars;
  if (!first || moment === -Infinity) return at(row, first);
  return at(
    row,
    others.reduce((best, bar) => (far(bar) < far(best) ? bar : best), first),
  );
}
