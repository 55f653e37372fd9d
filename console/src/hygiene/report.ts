import type { Hygiene } from '../api/contract';
import { t, tCode } from '../text';
import { csvCell } from '../text/csv';
import { number, span } from '../text/format';

/** One figure with what it should be and what is thought of it. */
export interface Figure {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly aim: string;
  readonly verdict: string;
  readonly good: boolean;
}

/** The figures of EEMUA 191 in the order it has them. */
export function figuresOf(report: Hygiene): Figure[] {
  return [
    figure('average', number(report.perTenMinutes, 2), {
      good: report.load === 'ACCEPTABLE' || report.load === 'MANAGEABLE',
      verdict: t(`hygiene.load.${report.load}`),
    }),
    figure('peak', number(report.peak, report.peak % 1 ? 1 : 0), {
      good: report.peakLoad === 'MANAGEABLE',
      verdict: t(`hygiene.peakLoad.${report.peakLoad}`),
    }),
    figure('flood', percent(report.floodShare), { good: report.floodShare < 0.01 }),
    figure('standing', number(report.standing), { good: report.standing < 10 }),
    figure('stale', number(report.stale), { good: report.stale === 0 }),
    figure('chattering', number(report.chattering.length), {
      good: report.chattering.length === 0,
    }),
    ...report.shares.map((one) =>
      figure(`share${one.tone}`, percent(one.share), {
        good: Math.abs(one.share - one.aim) <= 0.1,
        aim: t('hygiene.about', { share: percent(one.aim) }),
      }),
    ),
    figure(
      'acknowledge',
      report.acknowledgeSeconds == null ? '–' : span(report.acknowledgeSeconds),
      { good: true, verdict: t('hygiene.noAim'), aim: '–' },
    ),
    figure('unacknowledged', number(report.unacknowledged), {
      good: true,
      verdict: t('hygiene.noAim'),
      aim: '–',
    }),
  ];
}

interface Judged {
  readonly good: boolean;
  readonly verdict?: string;
  readonly aim?: string;
}

function figure(id: string, value: string, { good, verdict, aim }: Judged): Figure {
  return {
    id,
    value,
    good,
    name: tCode('hygieneFigure', id),
    aim: aim ?? tCode('hygieneAim', id),
    verdict: verdict ?? t(good ? 'hygiene.good' : 'hygiene.bad'),
  };
}

export function percent(share: number): string {
  return `${number(share * 100, share > 0 && share < 0.1 ? 1 : 0)}\u00a0%`;
}

/** Bars at most: more would be thinner than a point on the screen. */
const BARS_MAX = 240;

/** The counts of ten minutes as bars; where there are too many, the highest stands for its part. */
export function barsOf(tens: readonly number[], max = BARS_MAX): number[] {
  const each = Math.max(1, Math.ceil(tens.length / max));
  const bars: number[] = [];
  for (let n = 0; n < tens.length; n += each) bars.push(Math.max(...tens.slice(n, n + each)));
  return bars;
}

/** The report for a spreadsheet as Swedes have it: semicolons, and a mark that it is UTF-8. */
export function csvOf(report: Hygiene): string {
  const rows: string[][] = [
    [t('hygiene.from'), report.from],
    [t('hygiene.to'), report.to],
    [t('hygiene.positions'), String(report.positions)],
    [t('hygiene.alarms'), String(report.alarms)],
    ...figuresOf(report).map((one) => [one.name, one.value, one.aim, one.verdict]),
    ...report.kinds.map((one) => [t('hygiene.kinds'), tCode('alarm', one.name), String(one.count)]),
    ...report.subjects.map((one) => [t('hygiene.subjects'), one.name, String(one.count)]),
    ...report.chattering.map((one) => [t('hygiene.chattering'), one.name, String(one.count)]),
    ...report.tens.map((count, n) => [t('hygiene.tens'), at(report.from, n), String(count)]),
  ];
  return `\ufeff${rows.map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`;
}

function at(from: string, n: number): string {
  return new Date(Date.parse(from) + n * 600_000).toISOString();
}
