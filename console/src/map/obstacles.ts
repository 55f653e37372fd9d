import type { Position, RoadPicture } from '../api/contract';
import { LABEL_ZOOM } from './markers';
import { middleOf, stroke, worldLine, type WorldLine } from './lines';
import type { Painter } from './overlay';
import type { View } from './projection';

/** The colours obstacles are drawn in. */
export interface ObstacleColours {
  readonly closed: string;
  readonly slow: string;
  readonly ink: string;
  readonly halo: string;
}

interface Drawn {
  readonly lines: readonly WorldLine[];
  readonly closed: boolean;
  readonly label: string;
}

const SIGN_PIXELS = 9;
const DASH = [10, 6];

/**
 * Obstacles on their roads. Told apart by shape as well as colour: a closed road is a whole line
 * with a round no-entry sign, a slow one a dashed line with a triangle.
 */
export function obstaclePainter(
  roads: RoadPicture,
  label: (one: RoadPicture['obstacles'][number]['obstacle']) => string,
  colours: ObstacleColours,
): Painter | null {
  const drawn: Drawn[] = roads.obstacles.map(({ obstacle, lines }) => ({
    lines: (lines.length > 0 ? lines : [obstacle.told.where.positions]).map(worldLine),
    closed: obstacle.told.delay == null,
    label: label(obstacle),
  }));
  if (drawn.length === 0) return null;
  return (pen, view, zoom) => {
    for (const one of drawn) {
      const colour = one.closed ? colours.closed : colours.slow;
      const dash = one.closed ? {} : { dash: DASH };
      stroke(pen, one.lines, view, { colour, halo: colours.halo, width: 4, ...dash });
    }
    for (const one of drawn) signs(pen, one, view, zoom, colours);
  };
}

/** A sign in the middle of the middle road; more would hide the map. */
function signs(
  pen: CanvasRenderingContext2D,
  { lines, closed, label }: Drawn,
  view: View,
  zoom: number,
  colours: ObstacleColours,
) {
  const middle = lines[Math.floor(lines.length / 2)];
  if (!middle) return;
  const { x, y } = middleOf(middle, view);
  pen.beginPath();
  if (closed) pen.arc(x, y, SIGN_PIXELS, 0, 2 * Math.PI);
  else {
    pen.moveTo(x, y - SIGN_PIXELS);
    pen.lineTo(x + SIGN_PIXELS, y + SIGN_PIXELS * 0.8);
    pen.lineTo(x - SIGN_PIXELS, y + SIGN_PIXELS * 0.8);
    pen.closePath();
  }
  pen.fillStyle = closed ? colours.closed : colours.slow;
  pen.fill();
  pen.lineWidth = 2;
  pen.strokeStyle = colours.halo;
  pen.stroke();
  pen.fillStyle = colours.halo;
  if (closed) pen.fillRect(x - SIGN_PIXELS * 0.6, y - 2, SIGN_PIXELS * 1.2, 4);
  else pen.fillRect(x - 1, y - SIGN_PIXELS * 0.3, 2, SIGN_PIXELS * 0.8);
  if (zoom < LABEL_ZOOM) return;
  pen.font = '12px system-ui, sans-serif';
  pen.lineWidth = 3;
  pen.strokeText(label, x + SIGN_PIXELS + 4, y + 4);
  pen.fillStyle = colours.ink;
  pen.fillText(label, x + SIGN_PIXELS + 4, y + 4);
}

/** What is being drawn for a new obstacle: its points in order, joined. */
export function sketchPainter(
  positions: readonly Position[],
  colours: ObstacleColours,
): Painter | null {
  if (positions.length === 0) return null;
  const line = worldLine(positions);
  return (pen, view) => {
    stroke(pen, [line], view, { colour: colours.ink, halo: colours.halo, width: 2, dash: [4, 4] });
    for (let i = 0; i < line.length; i += 2) {
      const x = (line[i] ?? 0) * view.scale + view.left;
      const y = (line[i + 1] ?? 0) * view.scale + view.top;
      pen.beginPath();
      pen.arc(x, y, 5, 0, 2 * Math.PI);
      pen.fillStyle = colours.ink;
      pen.fill();
      pen.strokeStyle = colours.halo;
      pen.stroke();
    }
  };
}
