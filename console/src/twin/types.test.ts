import { describe, expect, it } from 'vitest';
import { written } from './scenario';
import {
  levelsOf,
  sharesOf,
  typesOf,
  withBaseTypes,
  withEvenShares,
  withNewType,
  withoutType,
  withTypePart,
} from './types';

const BASE = [
  { name: 'Fall', share: 0.7, levels: [0.25, 0.5, 0.25], conveyed: 0.8, scene: 1.1 },
  { name: 'Hjärtstopp', share: 1 / 3, levels: [1, 0, 0], conveyed: 1 / 3, scene: 1 },
];
const TREE = withBaseTypes({ region: 'skane', calls: { factor: '2' } }, BASE);

describe('01 types of calls', () => {
  it('01 those of the base are written out as the file has them', () => {
    expect(typesOf({ region: 'skane' })).toEqual([]);
    expect(written(TREE)).toContain(
      [
        '  types:',
        '    - name: Fall',
        '      share: 0.7',
        '      levels: [0.25, 0.5, 0.25]',
        '      conveyed: 0.8',
        '      scene: 1.1',
        '    - name: Hjärtstopp',
        '      share: 0.33333',
      ].join('\n'),
    );
  });

  it('02 one field is changed, and may be empty while it is written anew', () => {
    const tree = withTypePart(withTypePart(TREE, 1, 'share', ''), 0, 'name', 'Fall, låg höjd');
    expect(typesOf(tree).map(({ name }) => name)).toEqual(['Fall, låg höjd', 'Hjärtstopp']);
    expect(typesOf(tree)[1]?.['share']).toBe('');
    expect(sharesOf(typesOf(tree))).toBeNaN();
    expect(withEvenShares(tree)).toBe(tree);
  });

  it('03 evened out they sum to 1 with the same proportions', () => {
    const even = typesOf(withEvenShares(withTypePart(TREE, 0, 'share', '1.0')));
    expect(sharesOf(even)).toBeCloseTo(1, 4);
    expect(Number(even[0]?.['share'])).toBeCloseTo(0.75, 4);
  });

  it('04 a new one is of no call yet, and a file without any is as the base', () => {
    const more = withNewType(TREE, 'Ny', BASE);
    expect(typesOf(more)[2]).toEqual({
      name: 'Ny',
      share: '0',
      levels: ['1', '0', '0'],
      conveyed: '0.33333',
      scene: '1',
    });
    const first = withNewType({ region: 'skane' }, 'Ny', []);
    expect(levelsOf(typesOf(first)[0] ?? {}, [])).toEqual(['1', '0', '0']);
    expect(withoutType(first, 0)).toEqual({ region: 'skane' });
    expect(withoutType(withoutType(TREE, 0), 0)['calls']).toEqual({ factor: '2' });
  });
});
