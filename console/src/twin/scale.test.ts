import { describe, expect, it } from 'vitest';
import { scaleOf, strength } from './scale';

const range = (mean: number, half: number) => ({ mean, half, text: '' });

describe('01 the line of a plot', () => {
  it('01 holds every interval whole', () => {
    const scale = scaleOf([range(10, 2), range(20, 1), undefined], false);
    expect(scale.low).toBe(8);
    expect(scale.high).toBe(21);
    expect(scale.at(8)).toBeGreaterThan(0);
    expect(scale.at(21)).toBeLessThan(100);
    expect(scale.at(14.5)).toBeCloseTo(50);
  });

  it('02 holds zero for a change, and a line for values all alike or none at all', () => {
    expect(scaleOf([range(5, 1)], true).low).toBe(0);
    expect(Number.isFinite(scaleOf([range(5, 0)], false).at(5))).toBe(true);
    expect(Number.isFinite(scaleOf([], false).at(0))).toBe(true);
  });

  it('03 a colour goes by the largest change', () => {
    expect(strength(-3, 6)).toBe(-0.5);
    expect(strength(3, 0)).toBe(0);
  });
});
