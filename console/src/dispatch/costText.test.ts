import { describe, expect, it } from 'vitest';
import type { RecommendedUnit } from '../api/contract';
import { costText, rivalryText } from './costText';

const UNIT: RecommendedUnit = {
  unit: '23-3311',
  callSign: '3311',
  kind: 'AMBULANCE',
  status: 'AVAILABLE',
  means: 'SEND',
  arrivalSeconds: 300,
  arrivalLateSeconds: 420,
  distanceMetres: 4000,
  suitable: true,
  costSeconds: 480,
  parts: [
    { part: 'ARRIVAL', amount: 300, seconds: 300 },
    { part: 'COVER', amount: 0.06, seconds: 180 },
    { part: 'OVERTIME', amount: 10, seconds: 0 },
  ],
  reasons: [],
};

describe('costText', () => {
  it('names what costs beside the arrival, and leaves out what counts for nothing', () => {
    const text = costText(UNIT);
    expect(text).toContain('3\u00a0min');
    expect(text.split(' · ')).toHaveLength(2);
  });

  it('says by how much the first leads and what decides', () => {
    const text = rivalryText(
      { first: '23-3311', second: '23-3312', marginSeconds: 90, decidedBy: ['COVER'] },
      [UNIT, { ...UNIT, unit: '23-3312', callSign: '3312' }],
    );
    expect(text).toContain('3311');
    expect(text).toContain('3312');
    expect(text).toContain(';');
  });
});
