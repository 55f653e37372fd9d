import type { RegionPack } from '../api/contract';
import { destinationName } from '../dispatch/destination';
import { language, t, tCode } from '../text';
import { clockTime } from '../text/format';
import { categoryOf } from './counts';
import type { Casualty, Category, CategoryLook, Draw, SieveRules } from './contract';
import { lookOf } from './sieve';

/** A hospital as people call it; its own word when the region does not know it. */
export function facilityName(region: RegionPack, facility: string): string {
  const found = region.destinations.find((one) => one.id === facility);
  return found ? destinationName(found, region) : facility;
}

/** A hospital without its region, where there is no room for it. */
export function hospitalName(region: RegionPack, facility: string): string {
  return region.destinations.find((one) => one.id === facility)?.name ?? facility;
}

/** A text that is the region's own and comes in both languages. */
export function labelOf(one: { label: string; labelEn: string }): string {
  return language() === 'sv' ? one.label : one.labelEn;
}

export function lookName(look: CategoryLook): string {
  return labelOf(look);
}

export function categoryName(rules: SieveRules | null, category: Category | null): string {
  return category === null ? t('major.notSieved') : lookName(lookOf(rules, category));
}

/** Where somebody is or goes, in one line. */
export function whereText(region: RegionPack, one: Casualty): string {
  const at = facilityName(region, one.facility);
  const to = one.destination ? facilityName(region, one.destination.facility) : '';
  switch (one.stage) {
    case 'AT_SCENE':
      return to === '' ? one.about.place || t('major.stage.AT_SCENE') : t('major.goesTo', { to });
    case 'DEPARTED':
      return t('major.leftFor', {
        to,
        vehicle: one.vehicle,
        time: clockTime(one.times.departedAt ?? ''),
      });
    case 'ARRIVED':
      return t('major.isAt', { at, time: clockTime(one.times.arrivedAt ?? '') });
    case 'ADMITTED':
      return t('major.inBed', { at, ward: one.ward });
    case 'SETTLED':
      return one.facility === '' ? t('major.stage.SETTLED') : `${at}: ${t('major.stage.SETTLED')}`;
  }
}

/** What must be known of somebody beside the category. */
export function needsText(one: Casualty): string {
  return [
    ...(one.about.child ? [t('major.child')] : []),
    ...(one.about.decontamination === 'NEEDED' ? [t('major.contaminated')] : []),
    ...one.about.needs.map((need) => tCode('specialty', need)),
    ...(one.about.family === '' ? [] : [t('major.familyOf', { family: one.about.family })]),
  ].join(', ');
}

/** Why a hospital is proposed, in a sentence. */
export function whyText(draw: Draw): string {
  const { percent = '', drawn = '', total = '', left = '' } = draw.values;
  const room = left === '' ? t('major.why.unsaid') : t('major.why.left', { left });
  if (draw.why === 'SHARE') return `${t('major.why.SHARE', { percent, drawn, total })} ${room}`;
  if (draw.why === 'OVERFLOW')
    return `${t('major.why.OVERFLOW', { tier: tCode('tier', draw.tier ?? '') })} ${room}`;
  return t('major.why.NOBODY');
}

/** The gravest first, and then those nobody has looked at, who may be just as bad. */
const ORDER: readonly (Category | null)[] = [
  'IMMEDIATE',
  null,
  'DELAYED',
  'MINIMAL',
  'EXPECTANT',
  'DEAD',
];

/** Those who wait for something first, then by category, then by tag. */
export function byNeed(a: Casualty, b: Casualty): number {
  const stage = (one: Casualty) => {
    if (one.stage === 'AT_SCENE') return one.destination ? 1 : 0;
    return one.stage === 'DEPARTED' ? 2 : 3;
  };
  return (
    stage(a) - stage(b) ||
    ORDER.indexOf(categoryOf(a)) - ORDER.indexOf(categoryOf(b)) ||
    a.id.localeCompare(b.id, 'sv', { numeric: true })
  );
}
