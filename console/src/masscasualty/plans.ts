import { TRAVELLING } from './counts';
import {
  SPECIALTIES,
  type BedPlan,
  type Category,
  type HospitalCapacity,
  type Specialty,
} from './contract';

/** What care needs, each a number of persons an hour: staff, premises, equipment, leadership. */
export const PLUS = ['staff', 'premises', 'equipment', 'leadership'] as const;

/** The four as they are written; an empty one is nought. */
export type PlusDraft = Readonly<Record<(typeof PLUS)[number], string>>;

/** One hour as it is written, by category and by specialty. */
export type HourDraft = Readonly<Partial<Record<Category | Specialty, PlusDraft>>>;

export const EMPTY: PlusDraft = { staff: '', premises: '', equipment: '', leadership: '' };

/** As many as the narrowest of the four lets through; nothing when nothing is written. */
export function takesOf(draft: PlusDraft): number | null {
  const written = PLUS.map((part) => draft[part].trim());
  return written.every((one) => one === '') ? null : Math.min(...written.map(Number));
}

/** What a hospital has documented, to be written on in the form; one empty hour without any. */
export function draftOf(before: HospitalCapacity | null): HourDraft[] {
  if (!before) return [{}];
  return before.hours.map((hour) => {
    const draft: Partial<Record<Category | Specialty, PlusDraft>> = {};
    for (const [code, plus] of [
      ...Object.entries(hour.categories),
      ...Object.entries(hour.specialties),
    ]) {
      const of = Object.fromEntries(PLUS.map((part) => [part, String(plus[part])]));
      draft[code as Category] = of as PlusDraft;
    }
    return draft;
  });
}

/** The hours as the server takes them; what is not written is not said. */
export function hoursOf(draft: readonly HourDraft[]): HospitalCapacity['hours'] {
  return draft.map((hour) => ({
    categories: written(hour, TRAVELLING),
    specialties: written(hour, SPECIALTIES),
  }));
}

function written(hour: HourDraft, codes: readonly (Category | Specialty)[]) {
  return Object.fromEntries(
    codes.flatMap((code) => {
      const draft = hour[code];
      if (!draft || takesOf(draft) === null) return [];
      return [[code, Object.fromEntries(PLUS.map((part) => [part, Number(draft[part])]))]];
    }),
  ) as HospitalCapacity['hours'][number]['categories'];
}

/** What the patient who leaves risks by it, the least first. */
export const RISKS = ['MINIMAL', 'LOW', 'MODERATE', 'HIGH', 'VERY_HIGH'] as const;

/** Beds that are free some hours after the alarm when nobody who risks more than told leaves. */
export function freed(plan: BedPlan, hours: number, most: (typeof RISKS)[number]): number {
  return plan.releases
    .filter((one) => one.withinHours <= hours && RISKS.indexOf(one.risk) <= RISKS.indexOf(most))
    .reduce((sum, one) => sum + one.beds, 0);
}
