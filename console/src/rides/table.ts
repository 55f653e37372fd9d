import type { PlannedRide, RidePlan } from '../api/contract';
import { t, tCode } from '../text';
import { csvCell } from '../text/csv';
import { clockTime, date, fieldOf, when } from '../text/format';
import { milliseconds } from '../model/time';
import type { Bar, Row } from './plan';
import { boughtText, unplannedReason } from './words';

/** The columns of the table, on paper and in the file. */
export const COLUMNS = [
  'vehicle',
  'pickup',
  'arrive',
  'from',
  'to',
  'mode',
  'promised',
  'state',
] as const;

/** The plan as a table: what the vehicles take, what is bought and what nobody takes. */
export function tableOf(plan: RidePlan, rows: readonly Row[]): string[][] {
  const now = milliseconds(plan.now);
  const rides = new Map(plan.rides.map((one) => [one.transport, one]));
  const others = (list: readonly { transport: string }[], say: (id: string) => string) =>
    list.flatMap(({ transport }) => {
      const ride = rides.get(transport);
      return ride ? [['', '', '', ...wayOf(ride, now), say(transport)]] : [];
    });
  const why = new Map(plan.unplanned.map((one) => [one.transport, one]));
  const bought = new Map(plan.bought.map((one) => [one.transport, one]));
  return [
    ...rows.flatMap((row) => row.bars.map((bar) => plannedLine(row, bar, now))),
    ...others(plan.bought, (id) => {
      const found = bought.get(id);
      return found ? `${t('rides.bought')}: ${boughtText(found, now)}` : '';
    }),
    ...others(plan.unplanned, (id) => {
      const found = why.get(id);
      return found ? unplannedReason(found, now) : '';
    }),
  ];
}

function plannedLine({ vehicle }: Row, bar: Bar, now: number): string[] {
  const late = bar.lateMinutes > 0 ? t('rides.lateBy', { minutes: bar.lateMinutes }) : '';
  const marks = [bar.mark ? t(`rideMark.${bar.mark}`) : '', late].filter((one) => one !== '');
  const name = `${vehicle.callSign} ${tCode('kind', vehicle.kind)}`;
  const times = [when(bar.pickup, now), when(bar.arrive, now)];
  return [name, ...times, ...wayOf(bar.ride, now), marks.join(', ')];
}

function wayOf(ride: PlannedRide, now: number): string[] {
  const promised = `${when(ride.pickupFrom, now)}–${clockTime(ride.pickupUntil)}`;
  return [ride.from, ride.to, tCode('mode', ride.mode), promised];
}

/** The table for a spreadsheet: semicolons, and a mark so that åäö are read rightly. */
export function csvOf(plan: RidePlan, rows: readonly Row[]): string {
  const head = COLUMNS.map((one) => t(`rideColumn.${one}`));
  const lines = [head, ...tableOf(plan, rows)].map((line) => line.map(csvCell).join(';'));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

export function saveTable(plan: RidePlan, rows: readonly Row[]) {
  const url = URL.createObjectURL(
    new Blob([csvOf(plan, rows)], { type: 'text/csv;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = url;
  const clock = fieldOf(milliseconds(plan.now)).slice(11).replace(':', '');
  link.download = `korplan-${date(plan.now)}-${clock}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
