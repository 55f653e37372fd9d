import type { PlannedVehicle, Position } from '../api/contract';
import { stroke, worldLine } from './lines';
import type { Painter } from './overlay';
import { mercatorY, worldX } from './projection';

/** The places of a vehicle's tour in their order, beginning where it is when that is known. */
export interface Tour {
  readonly path: readonly Position[];
  readonly stops: readonly { readonly name: string; readonly at: Position }[];
}

/** The tour of a vehicle; stops at the same place one after the other are one. */
export function tourOf({ position, stops }: PlannedVehicle): Tour {
  const places: { name: string; at: Position }[] = [];
  for (const { place } of stops) {
    if (!place) continue;
    const last = places.at(-1);
    if (last?.at.lat === place.position.lat && last.at.lon === place.position.lon) continue;
    places.push({ name: place.name, at: place.position });
  }
  const path = places.map((one) => one.at);
  return { path: position ? [position, ...path] : path, stops: places };
}

const RADIUS_PIXELS = 9;

/**
 * Draws the order of the stops: straight broken lines, since which roads it will take is the
 * crew's to choose, and a numbered ring at each.
 */
export function tourPainter(
  tour: Tour,
  colours: { line: string; halo: string; ink: string },
): Painter {
  const line = worldLine(tour.path);
  const rings = tour.stops.map(({ at }) => ({ x: worldX(at.lon), y: mercatorY(at.lat) }));
  return (pen, view) => {
    stroke(pen, [line], view, { colour: colours.line, halo: colours.halo, width: 3, dash: [8, 5] });
    pen.font = 'bold 12px system-ui, sans-serif';
    pen.textAlign = 'center';
    pen.lineWidth = 2;
    rings.forEach(({ x, y }, index) => {
      const [left, top] = [x * view.scale + view.left, y * view.scale + view.top];
      pen.beginPath();
      pen.arc(left, top, RADIUS_PIXELS, 0, 2 * Math.PI);
      pen.fillStyle = colours.halo;
      pen.fill();
      pen.strokeStyle = colours.line;
      pen.stroke();
      pen.fillStyle = colours.ink;
      pen.fillText(String(index + 1), left, top + 4);
    });
    pen.textAlign = 'start';
  };
}
