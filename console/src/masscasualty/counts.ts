import {
  CATEGORIES,
  type Casualty,
  type CapacityReport,
  type Category,
  type DistributionKey,
  type HospitalCapacity,
  type MajorIncident,
  type Preparedness,
} from './contract';

const HOUR_MILLISECONDS = 3_600_000;

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

/** A place taken: as the core reckons a key that is drawn down. */
interface Placed {
  readonly facility: string;
  readonly category: Category;
  readonly at: number;
}

function placedOf(one: Casualty): Placed[] {
  const category = categoryOf(one);
  const { destination: to, facility } = one;
  if (one.mergedInto !== undefined || category === null) return [];
  if (one.stage === 'SETTLED' && facility === '') return [];
  if (facility === '')
    return to ? [{ facility: to.facility, category, at: Date.parse(to.at) }] : [];
  const at = to?.facility === facility ? to.at : (one.times.arrivedAt ?? '');
  return [{ facility, category, at: Date.parse(at) }];
}

/** What one hospital has been given, and what it can still take. */
export interface HospitalRow {
  readonly facility: string;
  readonly closed: boolean;
  /** What it last said, or null when it has said nothing since the event. */
  readonly report: CapacityReport | null;
  readonly cells: readonly HospitalCell[];
  readonly decided: number;
  readonly onTheWay: number;
  readonly there: number;
}

export interface HospitalCell {
  readonly category: Category;
  /** How many more it takes now; null when nobody has said. */
  readonly left: number | null;
  /** Its part of the key this hour, in per cent; null when it has none. */
  readonly percent: number | null;
  /** Whom it has been given of the category. */
  readonly given: number;
}

/** Those in the table; the dead go nowhere. */
export const TRAVELLING = CATEGORIES.filter((one) => one !== 'DEAD' && one !== 'EXPECTANT');

/**
 * Every hospital that has a share, is asked when the others are full, has said something, or has
 * somebody; by the key's order, then by name.
 *
 * @param now the server's time in milliseconds
 */
export function hospitalsOf(
  major: MajorIncident,
  prepared: Preparedness | null,
  casualties: readonly Casualty[],
  now: number,
): HospitalRow[] {
  const key = major.key;
  const placed = casualties.flatMap(placedOf);
  const alarm = Date.parse(major.declaredAt);
  const named = new Set([
    ...(key ? facilitiesOf(key) : Object.keys(prepared?.capacities ?? {})),
    ...Object.keys(major.reports),
    ...casualties.map(facilityOf).filter((one) => one !== ''),
  ]);
  const hour = hourOf(alarm, now);
  return [...named].map((facility) => {
    const report = major.reports[facility] ?? null;
    const of = personsOf(casualties).filter((one) => facilityOf(one) === facility);
    const mine = placed.filter((one) => one.facility === facility);
    return {
      facility,
      closed: report?.closed ?? false,
      report,
      cells: TRAVELLING.map((category) => {
        const here = mine.filter((one) => one.category === category);
        const share = key?.shares.find(
          (one) => one.facility === facility && one.category === category,
        );
        return {
          category,
          left: leftOf(report, prepared?.capacities[facility], category, here, alarm, now),
          percent: share ? (hour === 0 ? share.firstHourPercent : share.followingPercent) : null,
          given: here.length,
        };
      }),
      decided: of.filter((one) => one.stage === 'AT_SCENE').length,
      onTheWay: of.filter((one) => one.stage === 'DEPARTED').length,
      there: of.filter((one) => one.stage === 'ARRIVED' || one.stage === 'ADMITTED').length,
    };
  });
}

function facilitiesOf(key: DistributionKey): string[] {
  return [
    ...key.shares.map((one) => one.facility),
    ...key.overflow.flatMap((one) => one.facilities),
  ];
}

function hourOf(alarm: number, at: number): number {
  return Math.max(0, Math.floor((at - alarm) / HOUR_MILLISECONDS));
}

/** Of its report since it was made, else of the hour as documented; null when nobody has said. */
function leftOf(
  report: CapacityReport | null,
  capacity: HospitalCapacity | undefined,
  category: Category,
  placed: readonly Placed[],
  alarm: number,
  now: number,
): number | null {
  const told = report?.takes[category];
  if (report && told !== undefined) {
    const since = Date.parse(report.at);
    return told - placed.filter((one) => one.at >= since).length;
  }
  if (!capacity) return null;
  const hour = hourOf(alarm, now);
  const plus = capacity.hours[Math.min(hour, capacity.hours.length - 1)]?.categories[category];
  const takes = plus ? Math.min(plus.staff, plus.premises, plus.equipment, plus.leadership) : 0;
  return takes - placed.filter((one) => hourOf(alarm, one.at) === hour).length;
}
