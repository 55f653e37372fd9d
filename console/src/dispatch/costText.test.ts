import { describe, expect, it } from 'vitest';
import type { RecommendedUnit } from '../api/contract';
import { unit } from '../model/samples';
import { costText, effectTexts, rivalryText } from './costText';

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
  it('names what costs beside the arrival, and leaves out what has words of its own', () => {
    const home = { part: 'HOME' as const, amount: 2400, seconds: 180 };
    const text = costText({ ...UNIT, parts: [...UNIT.parts, home] });
    expect(text).toContain('3\u00a0min');
    expect(text.split(' · ')).toHaveLength(2);
  });

  it('says what a choice does to the cover, the meal and the end of the shift', () => {
    const shift = {
      start: '2026-11-22T06:00:00Z',
      end: '2026-11-22T18:00:00Z',
      mealStart: '2026-11-22T10:00:00Z',
      mealEnd: '2026-11-22T12:00:00Z',
    };
    const parts = [
      { part: 'OVERTIME' as const, amount: 1_320, seconds: 0 },
      { part: 'MEAL' as const, amount: 6_000, seconds: 0 },
    ];
    const one = { ...UNIT, parts, cover: { before: 0.91, after: 0.87 } };
    const texts = effectTexts(one, unit('23-3311', { shift }), 1_800);
    expect(texts[0]).toContain('91');
    expect(texts[0]).toContain('87');
    expect(texts[1]).toContain('22\u00a0min');
    expect(texts[2]).toContain('11:00–13:00');
    expect(effectTexts({ ...one, parts: [] }, undefined, 1_800)).toHaveLength(1);
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
