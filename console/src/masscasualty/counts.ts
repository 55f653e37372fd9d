import type { Assignment } from '../api/contract';
import { number } from '../text/format';
import {
  CATEGORIES,
  type Casualty,
  type Category,
  type HospitalRoom,
  type MajorIncident,
  type RoomLeft,
  type Tally,
} from './contract';

/** The tag without the major incident it belongs to. */
export function tagIn(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

/** Every tag of the person, the one in use first. */
export function tagsOf(casualty: Casualty): string[] {
  return [casualty.id, ...casualty.merged.flatMap((one) => [one.tag, ...one.with])].map(tagIn);
}

export function categoryOf(casualty: Casualty): Category | null {
  return casualty.category ?? null;
}

/** Those who stand for a person; the others are further tags of one. */
export function personsOf(casualties: readonly Casualty[]): Casualty[] {
  return casualties.filter((one) => one.mergedInto === undefined);
}

/** Where somebody goes or is, or nothing. */
export function facilityOf(casualty: Casualty): string {
  return casualty.facility || casualty.destination?.facility || '';
}

/** Whether somebody still waits for a hospital to be decided. */
export function waits(casualty: Casualty): boolean {
  const category = categoryOf(casualty);
  const travels = category !== null && category !== 'DEAD';
  return casualty.stage === 'AT_SCENE' && !casualty.destination && travels;
}

/** How far they have come, in one category. */
export interface Counts {
  readonly category: Category | null;
  /** At the scene, and nobody has decided where to. */
  readonly scene: number;
  /** At the scene, with a hospital. */
  readonly decided: number;
  readonly onTheWay: number;
  readonly there: number;
  readonly settled: number;
  readonly all: number;
}

/** By category, those not sieved yet last; a category nobody is in is left out unless usual. */
export function countsOf(casualties: readonly Casualty[]): Counts[] {
  const persons = personsOf(casualties);
  return [...CATEGORIES, null].flatMap((category) => {
    const of = persons.filter((one) => categoryOf(one) === category);
    const usual = category === 'IMMEDIATE' || category === 'DELAYED' || category === 'MINIMAL';
    if (of.length === 0 && !usual) return [];
    const count = (which: (one: Casualty) => boolean) => of.filter(which).length;
    return [
      {
        category,
        scene: count((one) => one.stage === 'AT_SCENE' && !one.destination),
        decided: count((one) => one.stage === 'AT_SCENE' && one.destination !== undefined),
        onTheWay: count((one) => one.stage === 'DEPARTED'),
        there: count((one) => one.stage === 'ARRIVED' || one.stage === 'ADMITTED'),
        settled: count((one) => one.stage === 'SETTLED'),
        all: of.length,
      },
    ];
  });
}

/** The same from what the server has counted, which tells nothing of anybody. */
export function tallyCounts(tally: readonly Tally[]): Counts[] {
  return [...CATEGORIES, null].flatMap((category) => {
    const of = tally.filter((one) => one.category === (category ?? ''));
    const usual = category === 'IMMEDIATE' || category === 'DELAYED' || category === 'MINIMAL';
    if (of.length === 0 && !usual) return [];
    const count = (which: (one: Tally) => boolean) => sum(of.filter(which));
    return [
      {
        category,
        scene: count((one) => one.stage === 'AT_SCENE' && one.facility === ''),
        decided: count((one) => one.stage === 'AT_SCENE' && one.facility !== ''),
        onTheWay: count((one) => one.stage === 'DEPARTED'),
        there: count((one) => one.stage === 'ARRIVED' || one.stage === 'ADMITTED'),
        settled: count((one) => one.stage === 'SETTLED'),
        all: sum(of),
      },
    ];
  });
}

function sum(tally: readonly Tally[]): number {
  return tally.reduce((all, one) => all + one.persons, 0);
}

/** Those at one place of the scene, by category, the gravest first. */
export interface PlaceCounts {
  /** As the crews call it; empty when nobody has said. */
  readonly place: string;
  readonly counts: readonly (readonly [Category | null, number])[];
}

/** Places at the scene, those with the most first; none when nobody has said any. */
export function placesOf(tally: readonly Tally[]): PlaceCounts[] {
  const here = tally.filter((one) => one.stage === 'AT_SCENE');
  const places = [...new Set(here.map((one) => one.place))];
  if (places.every((one) => one === '')) return [];
  const all = (place: string) => sum(here.filter((one) => one.place === place));
  return places
    .sort((a, b) => all(b) - all(a) || a.localeCompare(b, 'sv'))
    .map((place) => ({
      place,
      counts: [...CATEGORIES, null].flatMap((category) => {
        const persons = sum(
          here.filter((one) => one.place === place && one.category === (category ?? '')),
        );
        return persons === 0 ? [] : [[category, persons] as const];
      }),
    }));
}

/** How many units have an assignment of the event that goes on. */
export function unitsOf(
  assignments: ReadonlyMap<string, Assignment>,
  { incidents }: Pick<MajorIncident, 'incidents'>,
): number {
  const units = [...assignments.values()]
    .filter((one) => one.state === 'OPEN' && incidents.includes(one.incident))
    .map((one) => one.unit);
  return new Set(units).size;
}

/** Those a hospital is asked about; the dead go nowhere. */
export const TRAVELLING = CATEGORIES.filter((one) => one !== 'DEAD' && one !== 'EXPECTANT');

/** The categories worth a column: the usual ones, and others when somebody has got one. */
export function columnsOf(hospitals: readonly HospitalRoom[]): Category[] {
  const given = (category: Category) =>
    hospitals.some((one) => (roomOf(one, category)?.given ?? 0) > 0);
  return CATEGORIES.filter((one) => TRAVELLING.some((usual) => usual === one) || given(one));
}

/** What the server says of one category at one hospital. */
export function roomOf(hospital: HospitalRoom, category: Category): RoomLeft | undefined {
  return hospital.rooms.find((one) => one.category === category);
}

/** Given / left; what nobody has said is a dash, never a nought. */
export function leftText(room: RoomLeft | undefined): string {
  return room?.left === undefined ? '–' : number(room.left);
}
