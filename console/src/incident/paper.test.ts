import { describe, expect, it } from 'vitest';
import {
  clockMinutes,
  contactsOf,
  nextNumber,
  notesOf,
  openedAt,
  threatsOf,
  unitsOf,
  type PaperDraft,
} from './paper';

const draft = (over: Partial<PaperDraft> = {}): PaperDraft => ({
  number: '1842-01',
  writtenBy: 'Bord A',
  day: '2026-11-22',
  opened: '1842',
  units: '',
  contacts: '',
  notes: '',
  threats: '',
  ended: '',
  ...over,
});

const unitId = (callSign: string) => (callSign === '3311' ? '23-3311' : undefined);

describe('01 paper', () => {
  it('01 a time is read as people write it', () => {
    expect(['1842', '18:42', '18.42', ' 742 '].map(clockMinutes)).toEqual([1122, 1122, 1122, 462]);
    expect(['', '2460', '18', 'kl 18', '18:4'].map(clockMinutes)).toEqual(
      Array.from({ length: 5 }, () => null),
    );
  });

  it('02 the wall clock is the region’s, in winter and in summer', () => {
    expect(openedAt(draft())).toBe('2026-11-22T17:42:00.000Z');
    expect(openedAt(draft({ day: '2026-07-01' }))).toBe('2026-07-01T16:42:00.000Z');
    expect(openedAt(draft({ day: 'nonsense' }))).toBeNull();
  });

  it('03 a row of the movement form', () => {
    expect(unitsOf(draft({ units: '3311 t1845 F19.02 k:2005 >ostersund' }), unitId)).toEqual([
      {
        unit: '23-3311',
        by: 'Bord A',
        destination: 'ostersund',
        times: {
          ASSIGNED: '2026-11-22T17:45:00.000Z',
          AT_ADDRESS: '2026-11-22T18:02:00.000Z',
          CLEAR: '2026-11-22T19:05:00.000Z',
        },
      },
    ]);
  });

  it('04 a time before the call is of the day after', () => {
    const night = draft({ opened: '2350', contacts: '0010 sover\n0030 -' });
    expect(contactsOf(night)).toEqual([
      { at: '2026-11-22T23:10:00.000Z', by: 'Bord A', answered: true, condition: 'sover' },
      { at: '2026-11-22T23:30:00.000Z', by: 'Bord A', answered: false },
    ]);
  });

  it('05 what cannot be read is named', () => {
    expect(unitsOf(draft({ units: '9999 t1845' }), unitId)).toEqual({
      field: 'units',
      text: '9999',
    });
    expect(unitsOf(draft({ units: '3311 x1845' }), unitId)).toEqual({
      field: 'units',
      text: 'x1845',
    });
    expect(contactsOf(draft({ contacts: 'strax' }))).toEqual({ field: 'contacts', text: 'strax' });
  });

  it('06 forms follow on each other', () => {
    expect(['1842-01', '1842-09B', '99', 'A'].map(nextNumber)).toEqual([
      '1842-02',
      '1842-10B',
      '100',
      'A',
    ]);
  });
});

describe('02 what else stands on paper', () => {
  it('01 a unit stood down, with why', () => {
    expect(unitsOf(draft({ units: '3311 t1845 x1850 behövs ej' }), unitId)).toEqual([
      {
        unit: '23-3311',
        by: 'Bord A',
        times: { ASSIGNED: '2026-11-22T17:45:00.000Z' },
        stoodDownAt: '2026-11-22T17:50:00.000Z',
        reason: 'behövs ej',
      },
    ]);
  });

  it('02 a decision after the arrow', () => {
    expect(contactsOf(draft({ contacts: '1855 sämre → ny prio\n1910 -' }))).toEqual([
      {
        at: '2026-11-22T17:55:00.000Z',
        by: 'Bord A',
        answered: true,
        condition: 'sämre',
        decision: 'ny prio',
      },
      { at: '2026-11-22T18:10:00.000Z', by: 'Bord A', answered: false },
    ]);
  });

  it('03 notes have a time and words', () => {
    expect(notesOf(draft({ notes: '1855 portkod 1234' }))).toEqual([
      { at: '2026-11-22T17:55:00.000Z', by: 'Bord A', text: 'portkod 1234' },
    ]);
    expect(notesOf(draft({ notes: 'portkod 1234' }))).toEqual({ field: 'notes', text: 'portkod' });
    expect(notesOf(draft({ notes: '1855' }))).toEqual({ field: 'notes', text: '1855' });
  });

  it('04 a threat has a source, and holds for a day', () => {
    const opened = '2026-11-22T17:42:00.000Z';
    expect(threatsOf(draft({ threats: 'Polisen: hund på gården' }), opened)).toEqual([
      {
        source: 'Polisen',
        wording: 'hund på gården',
        observedAt: opened,
        expiresAt: '2026-11-23T17:42:00.000Z',
      },
    ]);
    expect(threatsOf(draft({ threats: 'hund' }), opened)).toEqual({
      field: 'threats',
      text: 'hund',
    });
  });
});
