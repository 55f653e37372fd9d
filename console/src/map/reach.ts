import type { Reach } from '../api/contract';
import { contour } from './contours';
import type { Painter } from './overlay';
import { mercatorY, worldX, type View } from './projection';

/** Minutes whose edge is drawn; each has a line of its own kind, so that no colour is needed. */
export const BANDS = [
  { minutes: 5, dash: [], width: 3 },
  { minutes: 10, dash: [], width: 1.5 },
  { minutes: 15, dash: [10, 4], width: 1.5 },
  { minutes: 20, dash: [8, 4, 2, 4], width: 1.5 },
  { minutes: 30, dash: [2, 4], width: 1.5 },
] as const;

export interface ReachColours {
  readonly fill: string;
  readonly line: string;
  readonly ink: string;
  readonly halo: string;
}

/** Local units in the world's width: paths are kept small numbers, which a canvas draws exactly. */
const LOCAL = 1_048_576;
/** Five such layers over each other still let the map be read. */
const FILL_ALPHA = 0.11;

interface Band {
  readonly fill: Path2D;
  readonly edge: Path2D;
  readonly label: { x: number; y: number } | null;
}

/** Draws what is reached within each band, the nearest darkest, with its minutes at the edge. */
export function reachPainter(reach: Reach, colours: ReachColours): Painter {
  const origin = { x: worldX(reach.west), y: mercatorY(reach.south) };
  const place = placer(reach, origin);
  const values = reach.seconds.map((one) => (one < 0 ? Infinity : one));
  const { columns, rows } = reach;
  const bands = BANDS.map(({ minutes }) =>
    bandOf(contour({ columns, rows, values }, minutes * 60), place),
  );
  return (pen, view) => {
    const left = view.left + origin.x * view.scale;
    const top = view.top + origin.y * view.scale;
    const scale = view.scale / LOCAL;
    pen.save();
    pen.translate(left, top);
    pen.scale(scale, scale);
    pen.globalAlpha = FILL_ALPHA;
    pen.fillStyle = colours.fill;
    for (const { fill } of bands) pen.fill(fill);
    pen.globalAlpha = 1;
    pen.strokeStyle = colours.line;
    bands.forEach(({ edge }, index) => {
      const style = BANDS[index];
      pen.lineWidth = (style?.width ?? 1) / scale;
      pen.setLineDash((style?.dash ?? []).map((one) => one / scale));
      pen.stroke(edge);
    });
    pen.restore();
    label(pen, bands, { ...view, left, top, scale }, colours);
  };
}

/** From cells to local units. */
function placer(reach: Reach, origin: { x: number; y: number }) {
  return (x: number, y: number) => ({
    x: (worldX(reach.west + x * reach.lonStep) - origin.x) * LOCAL,
    y: (mercatorY(reach.south + y * reach.latStep) - origin.y) * LOCAL,
  });
}

function bandOf(
  { shapes, lines }: ReturnType<typeof contour>,
  place: ReturnType<typeof placer>,
): Band {
  const fill = new Path2D();
  const edge = new Path2D();
  let north: Band['label'] = null;
  for (const shape of shapes) {
    for (let i = 0; i < shape.length; i += 2) {
      const { x, y } = place(shape[i] ?? 0, shape[i + 1] ?? 0);
      if (i === 0) fill.moveTo(x, y);
      else fill.lineTo(x, y);
    }
    fill.closePath();
  }
  for (const [fromX = 0, fromY = 0, toX = 0, toY = 0] of lines) {
    const from = place(fromX, fromY);
    const to = place(toX, toY);
    edge.moveTo(from.x, from.y);
    edge.lineTo(to.x, to.y);
    if (!north || from.y < north.y) north = from;
  }
  return { fill, edge, label: north };
}

/** The minutes at the northernmost point of each edge. */
function label(
  pen: CanvasRenderingContext2D,
  bands: readonly Band[],
  { left, top, scale }: View,
  { ink, halo }: ReachColours,
) {
  pen.font = 'bold 12px system-ui, sans-serif';
  pen.textAlign = 'center';
  pen.lineWidth = 4;
  pen.strokeStyle = halo;
  pen.fillStyle = ink;
  bands.forEach((band, index) => {
    if (!band.label) return;
    const [x, y] = [left + band.label.x * scale, top + band.label.y * scale + 4];
    const text = String(BANDS[index]?.minutes ?? '');
    pen.strokeText(text, x, y);
    pen.fillText(text, x, y);
  });
  pen.textAlign = 'start';
}
