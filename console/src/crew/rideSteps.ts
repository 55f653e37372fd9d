import type { CrewRide } from '../api/contract';
import type { Kept } from './outbox';

/** The steps a crew tells of a care transport, in order. */
export const RIDE_STEPS = ['UNDER_WAY', 'LOADED', 'ARRIVED'] as const;
export type RideStep = (typeof RIDE_STEPS)[number];

/** The steps still ahead, counting those pressed but not yet taken by the server. */
export function rideStepsAhead(
  { id, ride }: Pick<CrewRide, 'id' | 'ride'>,
  kept: readonly Kept[],
): RideStep[] {
  const pressed = kept
    .filter((one) => 'ride' in one)
    .filter((one) => one.transport === id && one.state !== 'REFUSED')
    .map((one) => one.ride);
  const reached: readonly string[] = [ride, ...pressed];
  const last = Math.max(...reached.map((one) => RIDE_STEPS.findIndex((step) => step === one)));
  return RIDE_STEPS.slice(last + 1);
}

/** The ride whose next stop comes first: patients may ride together. */
export function nextRide(rides: readonly CrewRide[], kept: readonly Kept[]): CrewRide | undefined {
  return rides
    .map((ride) => ({ ride, ahead: rideStepsAhead(ride, kept) }))
    .filter(({ ahead }) => ahead.length > 0)
    .map(({ ride, ahead }) => ({
      ride,
      at: ahead[0] === 'ARRIVED' ? ride.planned.arriveAt : ride.planned.pickupAt,
    }))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))[0]?.ride;
}
