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
});
