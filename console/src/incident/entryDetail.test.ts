import { describe, expect, it } from 'vitest';
import { entry } from '../model/samples';
import { entryDetail } from './entryDetail';

const detail = (type: string, data: Record<string, unknown>) =>
  entryDetail({ ...entry(1), type, data }, (unit) => unit);

describe('01 what an entry says', () => {
  it('01 the program\u2019s own reasons in words', () => {
    expect(detail('WaitingRoomEntered', { reason: 'OPENED' })).toBe('nytt ärende');
    expect(detail('WaitingRoomLeft', { reason: 'ASSIGNED' })).toBe('fick en enhet');
    expect(detail('AssignmentEnded', { unit: '3311', reason: 'REDIRECTED' })).toBe(
      '3311 · omdirigerad',
    );
  });

  it('02 a person\u2019s reason as it was written, whatever it looks like', () => {
    expect(detail('PriorityChanged', { to: '1A', reason: 'Ny smärta. CLEAR sämre' })).toBe(
      '1A · Ny smärta. CLEAR sämre',
    );
    expect(detail('UnitStoodDown', { reason: 'CLOSED' })).toBe('CLOSED');
  });

  it('03 a casualty by its tag, a level and a hospital in words', () => {
    const casualty = 'b7:R1';
    expect(detail('CasualtyCategorised', { casualty, verdict: { category: 'IMMEDIATE' } })).toBe(
      'R1 · Röd',
    );
    expect(detail('CasualtyDeparted', { casualty, vehicle: '23-1110' })).toBe('R1 · 23-1110');
    expect(detail('CasualtyMerged', { casualty, into: 'b7:R2' })).toBe('R1 · R2');
    expect(detail('LevelDecided', { level: 'DISASTER', reason: 'Fler än vi klarar' })).toBe(
      'Katastrofläge · Fler än vi klarar',
    );
    expect(detail('CapacityReported', { report: { facility: 'ostersund' } })).toBe('ostersund');
    expect(detail('KeyTaken', { key: { name: 'Busskrasch' } })).toBe('Busskrasch');
  });
});
