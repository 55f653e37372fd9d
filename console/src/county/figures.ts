import type { Assignment, Incident, RegionPack, Unit, UnitStatus } from '../api/contract';
import { countByStatus, levelOf, waitingRoom, type Scale } from '../model/lists';
import type { Model } from '../model/picture';
import { milliseconds } from '../model/time';
import { isInside } from './boundary';

/** Shift ends and meal breaks are shown this far ahead. */
export const AHEAD_SECONDS = 7_200;

/** A unit with the moment it is listed for, in milliseconds of the server's time. */
export interface UnitAt {
  readonly unit: Unit;
  readonly at: number;
}

/** A unit and the receiver in another county that it drives to. */
export interface Leaving {
  readonly unit: Unit;
  readonly to: RegionPack['destinations'][number];
}

export interface StationRow {
  readonly id: string;
  readonly name: string;
  readonly free: number;
  readonly bound: number;
  readonly out: number;
  readonly offDuty: number;
}

export interface PriorityRow {
  readonly code: string;
  readonly level: number;
  readonly waiting: number;
  readonly ongoing: number;
}

/** The county as far as it is known: every figure is counted from the picture, none is guessed. */
export interface County {
  readonly byStatus: ReadonlyMap<UnitStatus, number>;
  readonly onDuty: number;
  /** Free units that can take a lying patient. */
  readonly freeAmbulances: number;
  readonly ambulancesOnDuty: number;
  readonly freeByKind: readonly (readonly [Unit['kind'], number])[];
  readonly stations: readonly StationRow[];
  readonly priorities: readonly PriorityRow[];
  readonly municipalities: readonly (readonly [string, number])[];
  /** Waiting cases, the one that came in first at the front. */
  readonly longest: readonly Incident[];
  /** Units whose last position lies outside the county's border, with the time of the position. */
  readonly outside: readonly UnitAt[];
  /** Units inside it that are to drive to a receiver in another county. */
  readonly leaving: readonly Leaving[];
  /** Units on duty that have never reported where they are. */
  readonly unplaced: number;
  /** Units past the end of their shift, or near it and on a case, with the end. */
  readonly overtime: readonly UnitAt[];
  /** Units whose meal break begins soon or is now, with its beginning. */
  readonly meals: readonly UnitAt[];
  /** Open assignments that have missed a deadline. */
  readonly lapses: readonly Assignment[];
}

const AMBULANCES: readonly Unit['kind'][] = ['AMBULANCE', 'INTENSIVE_CARE'];

export function countyOf(model: Model, region: RegionPack, scale: Scale, now: number): County {
  const units = [...model.units.values()];
  const duty = units.filter((one) => one.status !== 'OFF_DUTY');
  const ambulances = duty.filter((one) => AMBULANCES.includes(one.kind));
  return {
    byStatus: countByStatus(units),
    onDuty: duty.length,
    freeAmbulances: ambulances.filter(isFree).length,
    ambulancesOnDuty: ambulances.length,
    freeByKind: counts(duty.filter(isFree).map((one) => one.kind)),
    stations: stationsOf(units, region),
    priorities: prioritiesOf(model, region, scale),
    municipalities: counts(openCases(model).map((one) => one.location.municipality)),
    longest: waitingRoom(model, scale).sort(
      (a, b) => milliseconds(a.receivedAt) - milliseconds(b.receivedAt),
    ),
    outside: outsideOf(duty, model, region),
    leaving: leavingOf(duty, model, region),
    unplaced: duty.filter((one) => !model.positions.has(one.id)).length,
    overtime: overtimeOf(duty, now),
    meals: mealsOf(duty, now),
    lapses: [...model.assignments.values()].filter(
      (one) => one.state === 'OPEN' && one.lapses.length > 0,
    ),
  };
}

const isFree = (unit: Unit) => unit.status === 'AVAILABLE';
const isOut = (unit: Unit) => unit.status === 'UNAVAILABLE';

function openCases(model: Model): Incident[] {
  return [...model.incidents.values()].filter((one) => one.phase !== 'CLOSED' && !one.duplicateOf);
}

/** How many of each, the most first, then by name. */
function counts<T extends string>(list: readonly T[]): (readonly [T, number])[] {
  const found = new Map<T, number>();
  for (const one of list) found.set(one, (found.get(one) ?? 0) + 1);
  return [...found].sort(([a, x], [b, y]) => y - x || a.localeCompare(b, 'sv'));
}

function stationsOf(units: readonly Unit[], region: RegionPack): StationRow[] {
  const named = new Map(region.stations.map((one) => [one.id, one.name]));
  const ids = new Set([...named.keys(), ...units.map((one) => one.station)]);
  return [...ids]
    .map((id) => {
      const here = units.filter((one) => one.station === id);
      const free = here.filter(isFree).length;
      const out = here.filter(isOut).length;
      const offDuty = here.filter((one) => one.status === 'OFF_DUTY').length;
      const bound = here.length - free - out - offDuty;
      return { id, name: named.get(id) ?? id, free, bound, out, offDuty };
    })
    .filter((one) => one.free + one.bound + one.out + one.offDuty > 0)
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'));
}

function prioritiesOf(model: Model, region: RegionPack, scale: Scale): PriorityRow[] {
  const open = openCases(model);
  const codes = new Set([
    ...region.priorities.map((one) => one.code),
    ...open.map((one) => one.priority),
  ]);
  return [...codes].map((code) => {
    const here = open.filter((one) => one.priority === code);
    const waiting = here.filter((one) => one.phase === 'WAITING').length;
    return { code, level: levelOf(scale, code), waiting, ongoing: here.length - waiting };
  });
}

function outsideOf(duty: readonly Unit[], model: Model, region: RegionPack): UnitAt[] {
  const border = region.boundary as GeoJSON.Geometry | null;
  return duty.flatMap((unit) => {
    const report = model.positions.get(unit.id);
    if (!report || !border || isInside(report.position, border)) return [];
    return [{ unit, at: milliseconds(report.at) }];
  });
}

function leavingOf(duty: readonly Unit[], model: Model, region: RegionPack): Leaving[] {
  const outside = new Set(outsideOf(duty, model, region).map((one) => one.unit.id));
  return duty.flatMap((unit) => {
    const { destination } = model.assignments.get(unit.assignment ?? '') ?? {};
    const to = region.destinations.find((one) => one.id === destination);
    return to && to.region !== region.code && !outside.has(unit.id) ? [{ unit, to }] : [];
  });
}

function overtimeOf(duty: readonly Unit[], now: number): UnitAt[] {
  return duty
    .filter((unit) => unit.shift)
    .map((unit) => ({ unit, at: milliseconds(unit.shift?.end ?? now) }))
    .filter(({ unit, at }) => at <= (unit.assignment ? now + AHEAD_SECONDS * 1000 : now))
    .sort((a, b) => a.at - b.at);
}

function mealsOf(duty: readonly Unit[], now: number): UnitAt[] {
  return duty
    .flatMap((unit) => {
      const { mealStart, mealEnd } = unit.shift ?? {};
      if (!mealStart || !mealEnd || milliseconds(mealEnd) <= now) return [];
      return [{ unit, at: milliseconds(mealStart) }];
    })
    .filter(({ at }) => at <= now + AHEAD_SECONDS * 1000)
    .sort((a, b) => a.at - b.at);
}
