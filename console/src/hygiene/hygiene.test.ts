import { describe, expect, it } from 'vitest';
import type { Hygiene } from '../api/contract';
import { setTimeZone } from '../text/format';
import { instantOfField } from '../text/format';
import { lastHours } from './period';
import { barsOf, csvOf, figuresOf } from './report';

const REPORT: Hygiene = {
  from: '2026-11-22T10:00:00Z',
  to: '2026-11-22T10:30:00Z',
  positions: 1,
  alarms: 3,
  perTenMinutes: 1,
  load: 'ACCEPTABLE',
  peak: 3,
  peakLoad: 'MANAGEABLE',
  floodShare: 0,
  standing: 0,
  stale: 0,
  chattering: [],
  desks: [{ name: 'DISPATCHER', count: 3 }],
  kinds: [{ name: 'NOT_ROLLING', count: 3 }],
  subjects: [{ name: '=sos;x', count: 3 }],
  shares: [
    { tone: 'GRAVE', share: 0, aim: 0.05 },
    { tone: 'ACT', share: 1, aim: 0.15 },
    { tone: 'INFORM', share: 0, aim: 0.8 },
  ],
  acknowledgeSeconds: 7,
  unacknowledged: 1,
  tens: [0, 3, 0],
};
const row = (id: string, report = REPORT) => figuresOf(report).find((one) => one.id === id);

describe('01 figures', () => {
  it('01 each has its aim and a judgement', () => {
    expect(row('average')).toMatchObject({ value: '1,00', good: true });
    expect(row('average')?.verdict).toBe('mycket troligt godtagbart');
    expect(row('shareACT')).toMatchObject({ good: false, value: '100\u00a0%' });
    for (const one of figuresOf(REPORT)) {
      expect(one.name, one.id).not.toBe(one.id);
      expect(one.aim, one.id).not.toBe(one.id);
    }
  });

  it('02 a flood is outside what it should be', () => {
    const flood: Hygiene = { ...REPORT, peak: 22, peakLoad: 'HARD', floodShare: 0.34 };
    expect(row('peak', flood)).toMatchObject({ good: false, verdict: 'svårt att hantera' });
    expect(row('flood', flood)).toMatchObject({ good: false, value: '34\u00a0%' });
  });

  it('03 no acknowledgement is no number', () => {
    const none: Hygiene = { ...REPORT };
    delete none.acknowledgeSeconds;
    expect(row('acknowledge', none)?.value).toBe('–');
  });
});

describe('02 plot and file', () => {
  it('01 a month fits, and its highest is still its highest', () => {
    const tens = Array.from({ length: 4464 }, (_, n) => (n === 4000 ? 99 : n % 7));
    const bars = barsOf(tens);
    expect(bars.length).toBeLessThanOrEqual(240);
    expect(Math.max(...bars)).toBe(99);
    expect(barsOf([1, 2])).toEqual([1, 2]);
  });

  it('02 the file is for a Swedish spreadsheet and runs nothing in it', () => {
    const csv = csvOf(REPORT);
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv).toContain(`"'=sos;x"`);
    expect(csv).toContain('Rullar ej;3\r\n');
    expect(csv).toContain('2026-11-22T10:10:00.000Z;3');
  });
});

describe('03 period', () => {
  it('01 in the region\u2019s clock, also over midnight and the change of the hour', () => {
    setTimeZone('Europe/Stockholm');
    const noon = Date.parse('2026-11-22T11:00:00Z');
    expect(lastHours(24, noon)).toEqual({ from: '2026-11-21T12:00', to: '2026-11-22T12:00' });
    expect(instantOfField('2026-11-22T12:00')).toBe('2026-11-22T11:00:00.000Z');
    expect(instantOfField('2026-06-22T12:00')).toBe('2026-06-22T10:00:00.000Z');
    expect(instantOfField('')).toBeNull();
  });
});
