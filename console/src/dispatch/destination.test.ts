import { describe, expect, it } from 'vitest';
import type { RegionPack } from '../api/contract';
import { destinationName } from './destination';

const own = { code: 'gotland' } as RegionPack;
const position = { lat: 59, lon: 18 };

describe('a destination', () => {
  it('01 of the own region is known by its name', () => {
    const one = { id: 'visby', name: 'Visby', region: 'gotland', regionName: 'Gotland', position };
    expect(destinationName(one, own)).toBe('Visby');
  });

  it('02 of another region says which', () => {
    const one = { id: 's', name: 'Solna', region: 'stockholm', regionName: 'Stockholm', position };
    expect(destinationName(one, own)).toBe('Solna, Stockholm');
  });
});
