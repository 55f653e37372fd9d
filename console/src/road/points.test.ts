import { describe, expect, it } from 'vitest';
import { readPoints } from './points';

const PLACES = [
  { name: 'Brunflo', position: { lat: 63.075, lon: 14.82 } },
  { name: 'Bräcke', position: { lat: 62.75, lon: 15.42 } },
];

describe('places written one a line', () => {
  it('are names of the region, in any case', () => {
    const { positions, names, unread } = readPoints('brunflo\n Bräcke ', PLACES);
    expect(positions).toEqual([PLACES[0]?.position, PLACES[1]?.position]);
    expect(names).toEqual(['Brunflo', 'Bräcke']);
    expect(unread).toEqual([]);
  });

  it('are numbers, as the map gives them and as people write them', () => {
    const { positions } = readPoints('63.1, 14.5\n63,1 14,5', PLACES);
    expect(positions).toEqual([
      { lat: 63.1, lon: 14.5 },
      { lat: 63.1, lon: 14.5 },
    ]);
  });

  it('are told when they cannot be read, and never guessed', () => {
    expect(readPoints('Brunfl\n\nBräcke', PLACES)).toMatchObject({
      names: ['Bräcke'],
      unread: ['Brunfl'],
    });
  });
});
