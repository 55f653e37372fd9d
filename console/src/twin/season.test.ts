import { describe, expect, it } from 'vitest';
import { monthsOf, withEvenMonths, withMonth, withoutSeason } from './season';
import { written } from './scenario';

describe('01 the season of calls', () => {
  it('01 the first figure makes the other months 1', () => {
    const tree = withMonth({ region: 'skane' }, 0, '1.2');
    expect(monthsOf(tree)).toEqual(['1.2', ...Array.from({ length: 11 }, () => '1')]);
    expect(written(tree)).toContain('months: [1.2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]');
  });

  it('02 a field may be empty while it is written anew, and none left takes the key away', () => {
    const one = withMonth(withMonth({ region: 'skane' }, 0, '1.2'), 0, '');
    expect(monthsOf(one)[0]).toBe('');
    expect(monthsOf(one)[1]).toBe('1');
    let none = one;
    for (let month = 0; month < 12; month++) none = withMonth(none, month, '');
    expect(none).toEqual({ region: 'skane' });
  });

  it('03 evened out they have the mean 1 and the same proportions', () => {
    let tree = withMonth({ region: 'skane', calls: { factor: '2' } }, 0, '2');
    tree = withMonth(tree, 6, '3');
    const even = monthsOf(withEvenMonths(tree)).map(Number);
    expect(even.reduce((sum, one) => sum + one, 0)).toBeCloseTo(12, 1);
    expect((even[6] ?? 0) / (even[0] ?? 1)).toBeCloseTo(1.5, 2);
    expect(withEvenMonths(tree)['calls']).toMatchObject({ factor: '2' });
  });

  it('04 a season is taken away with its Monday', () => {
    const tree = withMonth({ region: 'skane', calls: { begins: '2027-01-04' } }, 0, '2');
    expect(withoutSeason(tree)).toEqual({ region: 'skane' });
  });

  it('05 what is no number is left as it is', () => {
    const tree = withMonth({ region: 'skane' }, 3, 'många');
    expect(withEvenMonths(tree)).toBe(tree);
  });
});
