import type { Way } from '../api/contract';
import { stroke, worldLine } from './lines';
import type { Painter } from './overlay';

/** How each kind of leg is drawn: whole by road, broken where it is not driven. */
const DASHES: Record<Way['legs'][number]['by'], number[]> = {
  ROAD: [],
  LOCAL_ROAD: [6, 3],
  FERRY: [12, 6],
  FOOT: [1, 5],
  OFF_ROAD: [3, 5],
  HELICOPTER: [16, 6],
  AEROPLANE: [16, 6],
  BOAT: [12, 6],
};

/** Draws the way of a unit, each leg in its own kind of line. */
export function wayPainter(way: Way, colours: { line: string; halo: string }): Painter {
  const legs = way.legs.map(({ by, path }) => ({ dash: DASHES[by], line: worldLine(path) }));
  return (pen, view) => {
    for (const { dash, line } of legs)
      stroke(pen, [line], view, {
        colour: colours.line,
        halo: colours.halo,
        width: 4,
        ...(dash.length > 0 ? { dash } : {}),
      });
  };
}
