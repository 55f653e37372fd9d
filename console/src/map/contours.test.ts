import { describe, expect, it } from 'vitest';
import { contour } from './contours';

/** The distance from the middle of a square grid, in cells. */
function cone(side: number) {
  const middle = (side - 1) / 2;
  const values = Array.from({ length: side * side }, (_, i) =>
    Math.hypot((i % side) - middle, Math.floor(i / side) - middle),
  );
  return { columns: side, rows: side, values };
}

/** Shoelace formula. */
function area(shape: readonly number[]): number {
  let twice = 0;
  for (let i = 0; i < shape.length; i += 2) {
    const j = (i + 2) % shape.length;
    twice += (shape[i] ?? 0) * (shape[j + 1] ?? 0) - (shape[j] ?? 0) * (shape[i + 1] ?? 0);
  }
  return twice / 2;
}

describe('contours', () => {
  it('enclose the right area, and run at the right distance', () => {
    const { shapes, lines } = contour(cone(41), 15);
    const sum = shapes.reduce((all, one) => all + area(one), 0);
    expect(sum).toBeGreaterThan(Math.PI * 15 ** 2 * 0.995);
    expect(sum).toBeLessThan(Math.PI * 15 ** 2 * 1.005);
    for (const [x = 0, y = 0] of lines) expect(Math.hypot(x - 20, y - 20)).toBeCloseTo(15, 1);
  });

  it('grow with the level', () => {
    const size = (level: number) =>
      contour(cone(21), level).shapes.reduce((all, one) => all + area(one), 0);
    expect(size(3)).toBeLessThan(size(5));
    expect(size(100)).toBeCloseTo(400, 6);
    expect(size(-1)).toBe(0);
  });

  it('stop where nothing is known', () => {
    const values = [0, Infinity, 0, Infinity];
    const { shapes, lines } = contour({ columns: 2, rows: 2, values }, 600);
    expect(shapes).toHaveLength(1);
    expect(lines).toHaveLength(1);
  });
});
