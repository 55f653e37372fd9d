import { describe, expect, it } from 'vitest';
import type { RegionPack } from '../api/contract';
import type { DistributionAnswer, ProposedCasualty, ProposedTrip } from './contract';
import {
  againstText,
  costText,
  decidableOf,
  doubtText,
  otherText,
  reasonText,
  sureText,
  tickedOf,
} from './distribution';

const REGION = {
  destinations: [{ id: 'ostersund', name: 'Östersunds sjukhus' }],
} as unknown as RegionPack;

function seat(tag: string, more: Partial<ProposedCasualty> = {}): ProposedCasualty {
  return {
    tag,
    category: 'IMMEDIATE',
    treatedAt: '2026-11-22T10:40:00Z',
    minutes: 40,
    late: false,
    decided: false,
    ...more,
  };
}

function trip(facility: string, casualties: ProposedCasualty[]): ProposedTrip {
  return {
    unit: '1',
    callSign: '951-1',
    called: true,
    place: '',
    facility,
    loadAt: '2026-11-22T10:00:00Z',
    departAt: '2026-11-22T10:08:00Z',
    arriveAt: '2026-11-22T10:40:00Z',
    casualties,
    reasons: [],
  };
}

const WAVE = {
  number: 1,
  from: '2026-11-22T10:00:00Z',
  until: '2026-11-22T10:20:00Z',
  trips: [
    trip('ostersund', [seat('A1'), seat('A2', { decided: true })]),
    trip('sundsvall', [seat('A3', { against: 'FULL' }), seat('A4')]),
  ],
};

describe('01 the proposal on the page', () => {
  it('01 a wave is decided for those who have no hospital and have room now', () => {
    expect(decidableOf(WAVE)).toEqual([
      { tag: 'A1', facility: 'ostersund' },
      { tag: 'A4', facility: 'sundsvall' },
    ]);
  });

  it('02 a tick on one who has been decided meanwhile decides nothing', () => {
    const plan = { waves: [WAVE] } as unknown as DistributionAnswer;
    expect(tickedOf(plan, new Set(['A2', 'A4', 'gone']))).toEqual([
      { tag: 'A4', facility: 'sundsvall' },
    ]);
  });

  it('03 what a deviation costs and how sure it is are said in words', () => {
    expect(costText(0)).toBe('nästan inget');
    expect(costText(12)).toBe('12 minuters längre väntan för en röd');
    expect(sureText(97)).toContain('Säkert');
    expect(sureText(70)).toContain('Troligt');
    expect(sureText(51)).toContain('Nästan lika bra');
    expect(otherText(REGION, trip('sundsvall', []))).toContain('Inget annat sjukhus');
    const other = { facility: 'ostersund', dearerMinutes: 3, surePercent: 80 };
    expect(otherText(REGION, { ...trip('sundsvall', []), other })).toContain('Östersunds sjukhus');
  });

  it('04 reasons and doubts are said with names, and a new code as it is', () => {
    const values = { facility: 'ostersund', minutes: '12' };
    expect(reasonText(REGION, { code: 'closed', values })).toBe(
      'Östersunds sjukhus (12 min) är stängt.',
    );
    expect(reasonText(REGION, { code: 'specialty', values: { specialty: 'BURN' } })).toBe(
      'Har brännskada.',
    );
    expect(doubtText(REGION, { code: 'old', values })).toContain('för 12 min sedan');
    expect(doubtText(REGION, { code: 'newer', values })).toBe('newer');
    expect(againstText(seat('A1', { against: 'FULL' }))).toContain('nästa timme');
    expect(againstText(seat('A1'))).toBe('');
  });
});
