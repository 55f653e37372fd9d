import type { PlannedRide, PlannedVehicle, RidePlan } from '../api/contract';
import { milliseconds } from '../model/time';

/** What is told of a ride by a shape and a word: who may move it, and where it has come. */
export type Mark = 'HELD' | 'LOCKED' | 'UNDER_WAY' | 'LOADED';

/** One ride as a bar on its vehicle's line; times in milliseconds. */
export interface Bar {
  readonly ride: PlannedRide;
  readonly unit: string;
  /** When the vehicle comes to the patient; before `pickup` when it waits there. */
  readonly come: number;
  readonly pickup: number;
  readonly arrive: number;
  /** How late it is by what was promised, in whole minutes; 0 when it is not. */
  readonly lateMinutes: number;
  readonly mark: Mark | null;
  /** Rides that share the vehicle lie above each other. */
  readonly lane: number;
}

/** A vehicle's line. */
export interface Row {
  readonly vehicle: PlannedVehicle;
  readonly bars: readonly Bar[];
  /** Breaks and the like: from, until. */
  readonly breaks: readonly (readonly [number, number])[];
  /** How many bars lie above each other at the most; at least 1. */
  readonly lanes: number;
}

/** Every line of the plan, vehicles with rides first within their kind. */
export function rowsOf(plan: RidePlan): Row[] {
  const rides = new Map(plan.rides.map((one) => [one.transport, one]));
  const now = milliseconds(plan.now);
  return plan.vehicles
    .map((vehicle) => rowOf(vehicle, rides, now))
    .sort((a, b) => compare(a.vehicle.kind, b.vehicle.kind) || busyFirst(a, b));
}

function busyFirst(a: Row, b: Row): number {
  const idle = Number(a.bars.length === 0) - Number(b.bars.length === 0);
  return idle || compare(a.vehicle.callSign, b.vehicle.callSign);
}

/** By code, not by locale: it is asked thousands of times, and codes and numbers are plain. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function rowOf(vehicle: PlannedVehicle, rides: Map<string, PlannedRide>, now: number): Row {
  const begun = new Map<string, { come: number; pickup: number }>();
  const found: Omit<Bar, 'lane'>[] = [];
  const breaks: [number, number][] = [];
  for (const stop of vehicle.stops) {
    if (stop.kind === 'BREAK') breaks.push([ms(stop.beginAt), ms(stop.endAt)]);
    const ride = rides.get(stop.transport ?? '');
    if (!ride) continue;
    if (stop.kind === 'PICKUP')
      begun.set(ride.transport, { come: ms(stop.arriveAt), pickup: ms(stop.beginAt) });
    else {
      // Who is on board already has no stop to be fetched at.
      const aboard = Math.min(now, ms(stop.arriveAt));
      const { come, pickup } = begun.get(ride.transport) ?? { come: aboard, pickup: aboard };
      const times = { come, pickup, arrive: ms(stop.arriveAt) };
      const lateMinutes = lateOf(ride, times.pickup, times.arrive);
      found.push({ ride, unit: vehicle.unit, ...times, lateMinutes, mark: markOf(ride) });
    }
  }
  const bars = inLanes(found);
  return { vehicle, bars, breaks, lanes: Math.max(1, ...bars.map((one) => one.lane + 1)) };
}

const ms = milliseconds;
const MINUTE_MILLISECONDS = 60_000;

/** After the promised window, or after the patient must be there: whichever is worse. */
export function lateOf(ride: PlannedRide, pickup: number, arrive: number): number {
  // On board, when it was fetched is no longer what can be late.
  const fetched = ride.ride === 'LOADED' ? 0 : pickup - ms(ride.pickupUntil);
  const there = ride.arriveBy ? arrive - ms(ride.arriveBy) : 0;
  return Math.max(0, Math.ceil(Math.max(fetched, there) / MINUTE_MILLISECONDS));
}

function markOf({ ride, held }: PlannedRide): Mark | null {
  if (ride === 'LOADED' || ride === 'UNDER_WAY') return ride;
  if (held) return 'HELD';
  return ride === 'LOCKED' ? 'LOCKED' : null;
}

/** Gives each bar the first lane that is free when it begins. */
function inLanes(bars: readonly Omit<Bar, 'lane'>[]): Bar[] {
  const ends: number[] = [];
  return [...bars]
    .sort((a, b) => a.come - b.come)
    .map((bar) => {
      const free = ends.findIndex((end) => end <= bar.come);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = bar.arrive;
      return { ...bar, lane };
    });
}

/** Where a ride stands, or null when no vehicle has it. */
export function placeOf(rows: readonly Row[], transport: string | null): Bar | null {
  if (transport === null) return null;
  for (const row of rows)
    for (const bar of row.bars) if (bar.ride.transport === transport) return bar;
  return null;
}

/** So many are read at a glance. */
const NEXT_MAX = 5;

/** Rides whose patient is not fetched yet, the first to be fetched first, with their vehicles. */
export function nextOf(
  rows: readonly Row[],
): readonly { readonly bar: Bar; readonly vehicle: PlannedVehicle }[] {
  return rows
    .flatMap(({ bars, vehicle }) => bars.map((bar) => ({ bar, vehicle })))
    .filter(({ bar }) => bar.mark !== 'LOADED')
    .sort((a, b) => a.bar.pickup - b.bar.pickup)
    .slice(0, NEXT_MAX);
}

/** What is said on top of the view. */
export interface Figures {
  readonly served: number;
  readonly unplanned: number;
  readonly bought: number;
  readonly late: number;
  readonly lateMinutes: number;
  readonly kronor: number;
  readonly boughtKronor: number;
  readonly drivenSeconds: number;
}

export function figuresOf(plan: RidePlan, rows: readonly Row[]): Figures {
  const bars = rows.flatMap((row) => row.bars);
  const late = bars.filter((one) => one.lateMinutes > 0);
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  return {
    served: bars.length,
    unplanned: plan.unplanned.length,
    bought: plan.bought.length,
    late: late.length,
    lateMinutes: sum(late.map((one) => one.lateMinutes)),
    kronor: sum(plan.vehicles.map((one) => one.kronor)),
    boughtKronor: sum(plan.bought.map((one) => one.kronor)),
    drivenSeconds: sum(plan.vehicles.map((one) => one.drivenSeconds)),
  };
}

/** The lines that hold a word of the filter: in the vehicle, its kind's name or a ride's ends. */
export function filtered(
  rows: readonly Row[],
  words: string,
  kindName: (kind: string) => string,
): readonly Row[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return rows;
  const has = (text: string) => text.toLowerCase().includes(wanted);
  return rows.filter(
    ({ vehicle, bars }) =>
      has(vehicle.callSign) ||
      has(vehicle.station) ||
      has(kindName(vehicle.kind)) ||
      bars.some(({ ride }) => has(ride.from) || has(ride.to)),
  );
}

/** A line of the list: a kind's heading, or a vehicle. All have the same height. */
export type Line =
  | { readonly kind: string; readonly count: number; readonly row: null }
  | { readonly kind: string; readonly count: number; readonly row: Row };

/** The rows with a heading before each kind, or without any. */
export function linesOf(rows: readonly Row[], grouped: boolean): Line[] {
  const counts = new Map<string, number>();
  for (const { vehicle } of rows) counts.set(vehicle.kind, (counts.get(vehicle.kind) ?? 0) + 1);
  const lines: Line[] = [];
  let last = '';
  for (const row of rows) {
    const { kind } = row.vehicle;
    const count = counts.get(kind) ?? 0;
    if (grouped && kind !== last) lines.push({ kind, count, row: null });
    last = kind;
    lines.push({ kind, count, row });
  }
  return lines;
}
