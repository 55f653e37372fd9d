import { describe, expect, it } from 'vitest';
import { reasonText, unplacedText } from './reasonText';

describe('01 why a unit is ranked last', () => {
  it('01 nobody knows where it is, and how old what is known is', () => {
    const units = [
      { unit: '23-1', callSign: '3311', ageSeconds: 7_200 },
      { unit: '23-2', callSign: '3312' },
    ];
    expect(unplacedText(units)).toMatch(/^3311 \(.*2\D*h.*\), 3312 \(enhetens läge saknas\)$/);
    expect(unplacedText([])).toBe('');
  });

  it('02 no road leads to an island', () => {
    expect(reasonText({ code: 'NO_WAY', values: {} })).toBe('ingen väg eller färja leder dit');
  });
});
