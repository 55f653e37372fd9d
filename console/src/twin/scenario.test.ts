import { describe, expect, it } from 'vitest';
import type { Tree } from './contract';
import {
  otherKeys,
  textAt,
  textsAt,
  titled,
  withKey,
  withPart,
  withTree,
  written,
} from './scenario';

const UNITS: Tree = {
  region: 'jamtland-harjedalen',
  units: [
    {
      add: '23-9051',
      kind: 'light-care-ambulance',
      shifts: [{ days: 'MON-SUN', from: '08:00', to: '18:00' }],
    },
    { remove: '23-3110' },
  ],
};

describe('01 a scenario as text', () => {
  it('01 has a line for each value, so that a refusal finds its field', () => {
    expect(written(UNITS).split('\n')).toEqual([
      'region: jamtland-harjedalen',
      'units:',
      '  - add: 23-9051',
      '    kind: light-care-ambulance',
      '    shifts:',
      '      - days: MON-SUN',
      '        from: "08:00"',
      '        to: "18:00"',
      '  - remove: 23-3110',
      '',
    ]);
  });

  it('02 quotes what a reader could take otherwise', () => {
    expect(written({ title: 'En till, i Åre: "dag"' })).toBe(
      'title: "En till, i Åre: \\"dag\\""\n',
    );
    expect(written({ title: 'no' })).toBe('title: "no"\n');
    expect(written({ title: '# nej' })).toBe('title: "# nej"\n');
    expect(written({ driving: { factor: '1.5' } })).toBe('driving:\n  factor: 1.5\n');
  });

  it('04 gets another title, and its remarks stay', () => {
    const text = '# Varför\nregion: stockholm # här\n';
    expect(titled(text, 'Ny: A')).toBe(`title: "Ny: A"\n${text}`);
    expect(titled(`title: Gammal\n${text}`, 'Ny')).toBe(`title: Ny\n${text}`);
  });

  it('03 a week of hours is a row a day', () => {
    const week = Array.from({ length: 168 }, () => '0.006');
    expect(written({ calls: { week } }).split('\n')).toHaveLength(1 + 1 + 7 + 1 + 1);
  });
});

describe('02 a change by a form', () => {
  it('01 comes at its place and goes away when it is emptied', () => {
    const slower = withPart(UNITS, 'driving', 'factor', '1.5');
    expect(Object.keys(slower)).toEqual(['region', 'driving', 'units']);
    expect(textAt(slower, 'driving', 'factor')).toBe('1.5');
    expect(Object.keys(withPart(slower, 'driving', 'factor', ''))).toEqual(['region', 'units']);
  });

  it('03 keeps a part that says something by being there', () => {
    const rides = withTree(UNITS, 'rides', {});
    expect(written(rides)).toContain('rides: {}\n');
    expect(Object.keys(withTree(rides, 'rides', undefined))).toEqual(['region', 'units']);
    expect(textsAt({ policies: ['air-to-road', 'light-care'] }, 'policies')).toHaveLength(2);
  });

  it('02 leaves what no form knows as it stands', () => {
    const more = { ...UNITS, chain: { nurses: '3' } };
    const titled = withKey(more, 'title', 'Ny');
    expect(otherKeys(titled)).toEqual(['chain']);
    expect(written(titled)).toContain('chain:\n  nurses: 3\n');
  });
});
