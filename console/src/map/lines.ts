import type { Position } from '../api/contract';
import { mercatorY, worldX, type View } from './projection';

/** A line in the world, x then y for each position, 0–1. */
export type WorldLine = Float64Array;

export function worldLine(positions: readonly Position[]): WorldLine {
  const line = new Float64Array(2 * positions.length);
  positions.forEach(({ lat, lon }, index) => {
    line[2 * index] = worldX(lon);
    line[2 * index + 1] = mercatorY(lat);
  });
  return line;
}

/** Begins the path of a line in a view; the caller strokes or fills it. */
export function trace(pen: CanvasRenderingContext2D, line: WorldLine, view: View) {
  for (let i = 0; i < line.length; i += 2) {
    const x = (line[i] ?? 0) * view.scale + view.left;
    const y = (line[i + 1] ?? 0) * view.scale + view.top;
    if (i === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  }
}

/** The middle between a line's ends, in a view. */
export function middleOf(line: WorldLine, view: View): { x: number; y: number } {
  const last = line.length - 2;
  const x = ((line[0] ?? 0) + (line[last] ?? 0)) / 2;
  const y = ((line[1] ?? 0) + (line[last + 1] ?? 0)) / 2;
  return { x: x * view.scale + view.left, y: y * view.scale + view.top };
}

/** A line with a pale edge, so that it is seen on any ground. */
export function stroke(
  pen: CanvasRenderingContext2D,
  lines: readonly WorldLine[],
  view: View,
  style: { colour: string; halo: string; width: number; dash?: number[] },
) {
  pen.beginPath();
  for (const line of lines) trace(pen, line, view);
  pen.lineJoin = 'round';
  pen.lineCap = style.dash ? 'butt' : 'round';
  pen.setLineDash([]);
  pen.lineWidth = style.width + 4;
  pen.strokeStyle = style.halo;
  pen.stroke();
  pen.setLineDash(style.dash ?? []);
  pen.lineWidth = style.width;
  pen.strokeStyle = style.colour;
  pen.stroke();
  pen.setLineDash([]);
}
