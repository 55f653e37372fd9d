import type { Base, BaseUnit, Hours, Tree } from './contract';
import { itemsAt, textAt, withKey } from './scenario';

/** What a scenario does to hospitals and units, and the tree with one thing done otherwise. */

/** How a unit stands to the base. */
export type Mark = 'SAME' | 'ADDED' | 'REMOVED' | 'CHANGED' | 'MOVED';

/** A unit as the scenario has it. */
export interface ShownUnit extends BaseUnit {
  readonly mark: Mark;
  /** Its place in the file's list of units; −1 when it is not there. */
  readonly at: number;
}

export function closedHospitals(tree: Tree): string[] {
  return itemsAt(tree, 'hospitals').map((one) => textAt(one, 'close'));
}

export function withHospital(tree: Tree, id: string, closed: boolean): Tree {
  const others = itemsAt(tree, 'hospitals').filter((one) => textAt(one, 'close') !== id);
  return withKey(tree, 'hospitals', closed ? [...others, { close: id }] : others);
}

/** All units of the base and those that are added; a later line of the file wins. */
export function shownUnits(tree: Tree, base: Base): ShownUnit[] {
  const items = itemsAt(tree, 'units');
  const units = base.units.map((unit): ShownUnit => {
    const at = items.findLastIndex(
      (one) => textAt(one, 'remove') === unit.id || textAt(one, 'change') === unit.id,
    );
    const item = items[at];
    if (!item) return { ...unit, mark: 'SAME', at };
    if (item['remove'] !== undefined) return { ...unit, mark: 'REMOVED', at };
    const now = asUnit(item, unit);
    const moved = now.station !== unit.station && item['kind'] === undefined && !item['shifts'];
    return { ...now, id: unit.id, mark: moved ? 'MOVED' : 'CHANGED', at };
  });
  items.forEach((item, at) => {
    if (item['add'] === undefined) return;
    const nothing = { id: textAt(item, 'add'), kind: 'AMBULANCE', station: '', shifts: [] };
    units.push({ ...asUnit(item, nothing), id: nothing.id, mark: 'ADDED', at });
  });
  return units;
}

function asUnit(item: Tree, was: BaseUnit): BaseUnit {
  const kind = textAt(item, 'kind').toUpperCase().replaceAll('-', '_');
  return {
    id: was.id,
    kind: kind || was.kind,
    station: textAt(item, 'station') || was.station,
    shifts: item['shifts'] === undefined ? was.shifts : itemsAt(item, 'shifts').map(asHours),
  };
}

export function asHours(shift: Tree): Hours {
  return {
    days: textAt(shift, 'days') || 'MON-SUN',
    from: textAt(shift, 'from'),
    to: textAt(shift, 'to'),
    mealFrom: textAt(shift, 'meal-from'),
    mealTo: textAt(shift, 'meal-to'),
  };
}

/** The tree with another line at a place of its units; null takes the line away, −1 adds one. */
export function withUnitItem(tree: Tree, at: number, item: Tree | null): Tree {
  const items = itemsAt(tree, 'units');
  if (at < 0) return withKey(tree, 'units', item ? [...items, item] : items);
  const next = item ? items.with(at, item) : items.toSpliced(at, 1);
  return withKey(tree, 'units', next);
}

/** The line of the file that says what a unit is, made from the unit. */
export function itemOf(unit: ShownUnit, change: Partial<BaseUnit>): Tree {
  const now = { ...unit, ...change };
  const name: Tree = unit.mark === 'ADDED' ? { add: now.id } : { change: unit.id };
  const whole = unit.mark === 'ADDED';
  return {
    ...name,
    ...(whole || change.kind !== undefined ? { kind: kindText(now.kind) } : {}),
    ...(whole || change.station !== undefined ? { station: now.station } : {}),
    ...(whole || change.shifts !== undefined ? { shifts: now.shifts.map(shiftTree) } : {}),
  };
}

export function kindText(kind: string): string {
  return kind.toLowerCase().replaceAll('_', '-');
}

/** A shift as the file has it; times without seconds, and no meal when there is none. */
export function shiftTree({ days, from, to, mealFrom, mealTo }: Hours): Tree {
  const meal = mealFrom || mealTo ? { 'meal-from': clock(mealFrom), 'meal-to': clock(mealTo) } : {};
  return { days, from: clock(from), to: clock(to), ...meal };
}

/** 07:30 of 07:30:00. */
export function clock(time: string | undefined): string {
  return (time ?? '').slice(0, 5);
}

/** A name that no unit has, in the county's own series. */
export function freeName(units: readonly ShownUnit[]): string {
  const county = units[0]?.id.split('-')[0] ?? '99';
  const taken = new Set(units.map(({ id }) => id));
  let number = 9001;
  while (taken.has(`${county}-${number}`)) number++;
  return `${county}-${number}`;
}

/** A new unit at a station, by day. */
export function newUnit(units: readonly ShownUnit[], station: string): Tree {
  return {
    add: freeName(units),
    kind: 'ambulance',
    station,
    shifts: [{ days: 'MON-SUN', from: '08:00', to: '18:00' }],
  };
}

/** The tree with a unit changed; on top of what was changed of it before. */
export function withUnit(tree: Tree, unit: ShownUnit, change: Partial<BaseUnit>): Tree {
  const was = unit.at < 0 ? undefined : itemsAt(tree, 'units')[unit.at];
  const fresh = itemOf(unit, change);
  const kept = was && was['remove'] === undefined ? { ...was, ...fresh } : fresh;
  return withUnitItem(tree, unit.at, kept);
}

/** The tree with a unit removed, or an added one taken back. */
export function withoutUnit(tree: Tree, unit: ShownUnit): Tree {
  return withUnitItem(tree, unit.at, unit.mark === 'ADDED' ? null : { remove: unit.id });
}

/** The tree with a unit as in the base. */
export function restored(tree: Tree, unit: ShownUnit): Tree {
  return unit.at < 0 ? tree : withUnitItem(tree, unit.at, null);
}
