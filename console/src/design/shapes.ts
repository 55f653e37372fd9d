/** Outlines in a box of 28 × 24; the shape alone tells the level, without any colour. */
const SHAPES: Record<number, string> = {
  1: 'M8 1h12l7 7v8l-7 7H8l-7-7V8Z',
  2: 'M14 0 28 12 14 24 0 12Z',
  3: 'M2 2h24v20H2Z',
};
const CIRCLE = 'M14 1a12 11 0 1 1 0 22a12 11 0 1 1 0-22Z';

/** The outline of a priority's level, 1 to 4. */
export function shapeOf(level: number): string {
  return SHAPES[level] ?? CIRCLE;
}
