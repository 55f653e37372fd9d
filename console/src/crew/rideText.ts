import type { CrewRide } from '../api/contract';
import { t } from '../text';
import { number } from '../text/format';

/** Where a ride begins or ends, in a line. */
export function doorText({ place, department }: CrewRide['from']): string {
  return [department, place].filter(Boolean).join(', ');
}

/** How far it has come; before it is settled the times say enough. */
export function rideText({ ride }: CrewRide): string {
  return ride === 'APPROVED' ? '' : t(`ride.${ride}`);
}

/** How to get in: the door as the ward wrote it, and at a home the floor. */
export function entranceText(stop: CrewRide['request']['from']): string {
  if (stop.facility) return stop.address;
  const lift = t(stop.lift ? 'crewRide.lift' : 'crewRide.noLift');
  return `${t('crewRide.floor', { floor: stop.floor })}, ${lift}`;
}

const SHOWN = ['stairs', 'monitoring', 'drugs', 'drips', 'ventilator', 'incubator'] as const;

/** What the patient needs on the way, a phrase each. */
export function needTexts({ needs }: Pick<CrewRide['request'], 'needs'>): string[] {
  const { oxygenLitres: litres, weightKg: weight, companions } = needs;
  return [
    t(`posture.${needs.posture}`),
    needs.care === 'NONE' ? '' : t(`care.${needs.care}`),
    ...SHOWN.filter((need) => needs[need]).map((need) => t(`need.${need}`)),
    litres > 0 ? t('crewRide.oxygen', { litres }) : '',
    weight == null ? '' : t('crewRide.weight', { weight: number(weight) }),
    needs.escort === 'NONE' ? '' : t(`escort.${needs.escort}`),
    companions > 0 ? t('crewRide.companions', { count: companions }) : '',
  ].filter((text) => text !== '');
}

/** What must be known before the door is opened; each stands first and by itself. */
export function warningTexts({
  needs,
  resuscitation,
}: Pick<CrewRide['request'], 'needs' | 'resuscitation'>): string[] {
  return [
    needs.aggression,
    needs.infection === 'NONE' ? '' : t(`infection.${needs.infection}`),
    resuscitation === 'NOT_BEGUN' ? t('resuscitation.NOT_BEGUN') : '',
    needs.alone ? t('need.alone') : '',
  ].filter((text) => text !== '');
}
