import type { Transport } from '../api/contract';

/**
 * Where the reader sits: at the ward that ordered, at the one that receives, above all in the
 * region, or at the national coordination of flights.
 */
export type Seat = 'WARD' | 'RECEIVER' | 'COMMAND' | 'CENTRE' | 'READER';

/** What may be done with an order. */
export type Act =
  | 'approve'
  | 'mode'
  | 'refuse'
  | 'accept'
  | 'decline'
  | 'change'
  | 'cancel'
  | 'fate'
  | 'return'
  | 'confirmBooking'
  | 'declineBooking'
  | 'arrived'
  | 'askFlight'
  | 'giveFlight'
  | 'noFlight';

/** Rides that the ward may still change. */
const CHANGEABLE: readonly Transport['ride'][] = ['ORDERED', 'APPROVED'];
const OPEN: readonly Transport['ride'][] = [...CHANGEABLE, 'LOCKED', 'UNDER_WAY', 'LOADED'];

/**
 * What the seat may do with the order as it stands; the server has the last word.
 *
 * @param legs those of the order that are at hand
 */
export function actsOf(
  transport: Transport,
  seat: Seat,
  legs: readonly Transport[] = [],
): readonly Act[] {
  const { ride } = transport;
  // What leads to a flight or from it follows the flight's order.
  const flies = transport.leg !== undefined && transport.leg.part !== 'RETURN';
  const changeable = CHANGEABLE.includes(ride) && !flies;
  const back: Act[] = wantsReturn(transport, legs) ? ['return'] : [];
  const ends = OPEN.includes(ride) && ride !== 'LOADED';
  const answers = answersOf(transport);
  switch (seat) {
    case 'WARD':
      return [
        ...(changeable ? (['change', 'cancel'] as const) : []),
        ...back,
        ...(ends ? ['fate' as const] : []),
      ];
    case 'RECEIVER':
      return [...answers, ...back];
    case 'COMMAND': {
      // What is driven for another region is theirs to change; a no with a reason gives it back.
      if (transport.onBehalf) return [...(changeable ? (['refuse'] as const) : []), ...answers];
      const acts: Act[] = ride === 'ORDERED' ? ['approve'] : [];
      if (transport.air?.state === 'DECLINED' && ride !== 'ORDERED') acts.push('askFlight');
      acts.push(...bookings(transport));
      const may: Act[] = changeable ? ['mode', 'refuse'] : flies ? ['mode'] : [];
      return [...acts, ...may, ...answers, ...back];
    }
    case 'CENTRE':
      return flights(transport);
    case 'READER':
      return [];
  }
}

/** What the receiver may still say: arrived is no end for who comes late to the screen. */
export function answersOf({
  ride,
  reception,
}: Pick<Transport, 'ride' | 'reception'>): readonly ('accept' | 'decline')[] {
  const answerable = reception !== 'NONE' && (OPEN.includes(ride) || ride === 'ARRIVED');
  if (!answerable) return [];
  if (reception === 'ACCEPTED') return ['decline'];
  return reception === 'DECLINED' ? ['accept'] : ['accept', 'decline'];
}

/** Those that wait for approval stand first: nothing is planned of them until somebody decides. */
export function decidedFirst(transports: readonly Transport[]): readonly Transport[] {
  const waits = ({ ride }: Transport) => ride === 'ORDERED';
  return [...transports.filter(waits), ...transports.filter((one) => !waits(one))];
}

/** What the carrier may have said, told by who has it on the telephone. */
function bookings({ ride, booking }: Transport): Act[] {
  const begun = !CHANGEABLE.includes(ride) && ride !== 'LOCKED';
  // Another region tells by itself how far it has come.
  if (!OPEN.includes(ride) || !booking || booking.region) return [];
  // A carrier without a system of its own has nobody else to tell that the patient is there.
  if (booking.state === 'CONFIRMED') return begun ? ['arrived'] : ['arrived', 'declineBooking'];
  return booking.state === 'ASKED' && !begun ? ['confirmBooking', 'declineBooking'] : [];
}

/** Whether a way back is wanted and nobody has known when: it is ordered when somebody does. */
function wantsReturn({ leg, ride, request }: Transport, legs: readonly Transport[]): boolean {
  const made = OPEN.includes(ride) || ride === 'ARRIVED';
  return !leg && made && request.timing.returnTrip && legs.every((one) => !isReturn(one));
}

function isReturn({ leg, ride }: Transport): boolean {
  return leg?.part === 'RETURN' && OPEN.includes(ride);
}

/** What the coordination may answer: a flight, another one, or none. */
function flights({ ride, air }: Transport): Act[] {
  if (!air || air.state === 'WITHDRAWN' || !OPEN.includes(ride)) return [];
  return air.state === 'DECLINED' ? ['giveFlight'] : ['giveFlight', 'noFlight'];
}

/**
 * Whether another open order of the same patient looks like it; what is closed is no duplicate.
 * Where only a part of the list is at hand the other may be in the rest: then it is marked.
 */
export function doubled(transport: Transport, all: readonly Transport[], whole: boolean): boolean {
  const open = OPEN.includes(transport.ride);
  const here = (id: string) => all.some((one) => one.id === id);
  return open && transport.resembles.some((id) => !whole || here(id));
}
