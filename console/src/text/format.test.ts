import { afterEach, describe, expect, it } from 'vitest';
import {
  age,
  clockSeconds,
  clockTime,
  countdown,
  date,
  kilometres,
  number,
  phone,
  span,
} from './format';
import { fieldOf, instantOfField, when } from './format';
import { setLanguage, t } from './index';

const plain = (text: string) => text.replaceAll('\u00a0', '_');

afterEach(() => setLanguage('sv'));

describe('01 times', () => {
  it('01 are the region\u2019s, whatever the zone of the browser', () => {
    expect(clockTime('2026-11-22T13:07:05Z')).toBe('14:07');
    expect(clockSeconds('2026-07-22T13:07:05Z')).toBe('15:07:05');
    expect(date('2026-11-22T23:30:00Z')).toBe('2026-11-23');
  });

  it('02 another day says which', () => {
    const now = Date.parse('2026-11-22T13:00:00Z');
    expect(when('2026-11-22T09:00:00Z', now)).toBe('10:00');
    expect(plain(when('2026-11-21T09:00:00Z', now))).toMatch(/^21 nov\.?_10:00$/);
  });

  it('00 one that cannot be read is a dash, never a fault', () => {
    expect([clockTime('soon'), date(Number.NaN)]).toEqual(['–', '–']);
  });

  it('03 countdowns have a true minus sign and hours when needed', () => {
    expect([7, 750, -65, 3_729].map(countdown)).toEqual(['0:07', '12:30', '\u22121:05', '1:02:09']);
    expect(countdown(0)).toBe('0:00');
  });

  it('04 ages are short words that do not break over lines', () => {
    expect([8, 720, 11_100].map((one) => plain(span(one)))).toEqual([
      '8_s',
      '12_min',
      '3_h_05_min',
    ]);
    expect(plain(span(3 * 86_400))).toBe('3_dygn');
    expect(plain(age('2026-11-22T13:00:10Z', Date.parse('2026-11-22T13:00:00Z')))).toBe('0_s');
  });
});

describe('02 numbers', () => {
  it('01 Swedish thousands and decimals', () => {
    expect(plain(number(12_345))).toBe('12_345');
    expect(plain(kilometres(5_650))).toBe('5,7_km');
    expect(plain(kilometres(123_400))).toBe('123_km');
  });
});

describe('03 telephone numbers', () => {
  it.each([
    ['+46701234567', '070-123_45_67'],
    ['0701234567', '070-123_45_67'],
    ['+46 (0)63-12 34 56', '063-12_34_56'],
    ['08123456', '08-12_34_56'],
    ['0046812345678', '08-123_456_78'],
    ['0647 12345', '0647-123_45'],
    ['+4712345678', '+4712345678'],
    ['112', '112'],
    ['not a number', 'not a number'],
  ])('%s → %s', (raw, shown) => {
    expect(plain(phone(raw))).toBe(shown);
  });
});

describe('09 numbers in sentences', () => {
  it('01 are grouped as in Sweden', () => {
    expect(t('alarm.count', { count: 1920 }).replaceAll('\u00a0', ' ')).toBe('1 920 larm');
    expect(t('alarm.count', { count: 1 })).toBe('1 larm');
  });
});

describe('10 a field for date and time', () => {
  it.each([
    ['2026-11-23T02:06:08.000Z', '2026-11-23T03:06:08'],
    ['2026-07-01T22:30:00.000Z', '2026-07-02T00:30:00'],
    ['2026-10-25T02:30:00.000Z', '2026-10-25T03:30:00'],
  ])('%s is %s in the region, whatever zone the browser is in', (instant, field) => {
    expect(fieldOf(Date.parse(instant), 'seconds')).toBe(field);
    expect(instantOfField(field)).toBe(instant);
  });
});
