import type { RegionPack, Transport, TransportRequest } from '../api/contract';
import { t, tCode } from '../text';
import { when } from '../text/format';

/** Minutes as hours and minutes: 3 h 40 min. */
export function hours(minutes: number): string {
  const whole = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (whole === 0) return t('transport.minutes', { minutes: rest });
  return t('transport.hours', { hours: whole, minutes: rest });
}

/** An end of the trip in a line. */
export function stopText(stop: TransportRequest['from'], region: RegionPack): string {
  if (!stop.facility) return stop.address;
  const facility = region.destinations.find((one) => one.id === stop.facility);
  return `${stop.department}, ${facility?.name ?? stop.facility}`;
}

/** From where to where, in a line. */
export function tripText(request: TransportRequest, region: RegionPack): string {
  return `${stopText(request.from, region)} → ${stopText(request.to, region)}`;
}

/** Who else drives it, and what they have answered. */
export function bookingText(booking: NonNullable<Transport['booking']>, now: number): string {
  const { state, carrier, reference, pickupAt, text } = booking;
  const parts = [t(`booking.${state}`, { carrier })];
  if (state === 'CONFIRMED') parts.push(t('booking.reference', { reference }));
  if (state === 'CONFIRMED' && pickupAt) parts.push(t('booking.at', { at: when(pickupAt, now) }));
  if (text) parts.push(tCode('bookingWhy', text));
  return parts.join(' · ');
}
