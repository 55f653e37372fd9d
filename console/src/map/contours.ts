/**
 * Where a grid of values is at most a level: shapes to fill and lines around them, by marching
 * squares with straight interpolation. Pure. Coordinates are cells: x from 0 to columns − 1.
 */
export interface ValueGrid {
  readonly columns: number;
  readonly rows: number;
  /** Row by row; what has no value is Infinity. */
  readonly values: ArrayLike<number>;
}

export interface Contour {
  /** Polygons: corners, x then y. */
  readonly shapes: readonly number[][];
  /** Pieces of line: from x, y to x, y. */
  readonly lines: readonly number[][];
}

/** Beyond a level by more than this a value only says "far": the line must still go between. */
const FAR = 1_200;

export function contour(grid: ValueGrid, level: number): Contour {
  const shapes: number[][] = [];
  const lines: number[][] = [];
  for (let y = 0; y + 1 < grid.rows; y++) {
    let whole = -1;
    for (let x = 0; x + 1 < grid.columns; x++) {
      const corners = cornersOf(grid, x, y, level);
      const inside = corners.filter((value) => value <= 0).length;
      if (inside === 4) {
        if (whole < 0) whole = x;
        continue;
      }
      if (whole >= 0) shapes.push(box(whole, x, y));
      whole = -1;
      if (inside > 0) cut(x, y, corners, shapes, lines);
    }
    // Cells that are all inside become one box a row, which is most of them.
    if (whole >= 0) shapes.push(box(whole, grid.columns - 1, y));
  }
  return { shapes, lines };
}

function box(from: number, to: number, y: number): number[] {
  return [from, y, to, y, to, y + 1, from, y + 1];
}

const AROUND = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

/** How far above the level each corner of a cell is, counter-clockwise from its lower left. */
function cornersOf({ columns, values }: ValueGrid, x: number, y: number, level: number): number[] {
  return AROUND.map(([dx, dy]) =>
    Math.min(FAR, (values[(y + dy) * columns + x + dx] ?? Infinity) - level),
  );
}

/** Walks around a cell and keeps what is inside; where it leaves and comes back is the line. */
function cut(x: number, y: number, corners: number[], shapes: number[][], lines: number[][]) {
  const shape: number[] = [];
  const crossings: number[] = [];
  AROUND.forEach(([dx, dy], index) => {
    const next = AROUND[(index + 1) % 4] ?? AROUND[0];
    const here = corners[index] ?? 0;
    const there = corners[(index + 1) % 4] ?? 0;
    if (here <= 0) shape.push(x + dx, y + dy);
    if (here <= 0 === there <= 0) return;
    const share = here / (here - there);
    const [cx, cy] = [x + dx + share * (next[0] - dx), y + dy + share * (next[1] - dy)];
    shape.push(cx, cy);
    crossings.push(cx, cy);
  });
  shapes.push(shape);
  for (let i = 0; i + 3 < crossings.length; i += 4) lines.push(crossings.slice(i, i + 4));
}
