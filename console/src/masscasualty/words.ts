import type { RegionPack } from '../api/contract';
import { destinationName } from '../dispatch/destination';
import { language, t, tCode } from '../text';
import { clockTime } from '../text/format';
import { categoryOf, tagIn, tagsOf } from './counts';
import type { Casualty, Category, CategoryLook, Draw, Fact, SieveRules, Verdict } from './contract';
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

/** That the card was given to others too, who are other persons; nothing when it was not. */
export function sameTagText(one: Casualty): string {
  const others = one.sameTag.map(tagIn).filter((tag) => !tagsOf(one).includes(tag));
  return others.length === 0 ? '' : t('major.sameTag', { tags: others.join(', ') });
}

/** What must be known of somebody beside the category. */
export function needsText(one: Casualty): string {
  return [
    ...(one.about.child ? [t('major.child')] : []),
    ...(one.about.decontamination === 'NEEDED' ? [t('major.contaminated')] : []),
    ...(one.about.decontamination === 'DONE' ? [t('major.clean')] : []),
    ...one.about.needs.map((need) => tCode('specialty', need)),
    ...(one.about.family === '' ? [] : [t('major.familyOf', { family: one.about.family })]),
  ].join(', ');
}

/** How a category came about: by which tree, by how many points, or by whose judgement. */
export function howText({ step, scheme, version, points, text }: Verdict): string {
  if (step === 'HAND') return t('verdict.HAND', { text });
  if (step === 'SORT') return t('verdict.SORT', { scheme, version, points });
  return t('verdict.SIEVE', { scheme, version });
}

/** One thing that was said, in words. */
export function factText({ kind, value }: Fact): string {
  switch (kind) {
    case 'PLACE':
      return t('fact.PLACE', { value: value || t('sieve.noPlace') });
    case 'CHILD':
      return t(value === 'true' ? 'major.child' : 'sieve.adult');
    case 'NEED':
      return t('fact.NEED', { value: tCode('specialty', value) });
    case 'NO_NEED':
      return t('fact.NO_NEED', { value: tCode('specialty', value) });
    case 'DECONTAMINATION':
      return tCode('decontamination', value);
    case 'FAMILY':
      return value === '' ? t('fact.NO_FAMILY') : t('major.familyOf', { family: value });
  }
}

/** Why a hospital is proposed, in a sentence. */
export function whyText(draw: Draw): string {
  const { percent = '', drawn = '', total = '', left = '' } = draw.values;
  const room = draw.unknown ? t('major.why.unsaid') : t('major.why.left', { left });
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
