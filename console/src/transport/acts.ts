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
  | 'askFlight'
  | 'giveFlight'
  | 'noFlight';

/** Rides that the ward may still change. */
const CHANGEABLE: readonly Transport['ride'][] = ['ORDERED', 'APPROVED'];
const OPEN: readonly Transport['ride'][] = [...CHANGEABLE, 'LOCKED', 'UNDER_WAY', 'LOADED'];

/** What the seat may do with the order as it stands; the server has the last word. */
export function actsOf(transport: Transport, seat: Seat): Act[] {
  const { ride, reception } = transport;
  const changeable = CHANGEABLE.includes(ride);
  const ends = OPEN.includes(ride) && ride !== 'LOADED';
  const answerable = reception !== 'NONE' && (OPEN.includes(ride) || ride === 'ARRIVED');
  const answers: Act[] = [];
  if (answerable && reception !== 'ACCEPTED') answers.push('accept');
  if (answerable && reception !== 'DECLINED') answers.push('decline');
  switch (seat) {
    case 'WARD':
      return [
        ...(changeable ? (['change', 'cancel'] as const) : []),
        ...(ends ? ['fate' as const] : []),
      ];
    case 'RECEIVER':
      return answers;
    case 'COMMAND': {
      const acts: Act[] = ride === 'ORDERED' ? ['approve'] : [];
      if (transport.air?.state === 'DECLINED' && ride !== 'ORDERED') acts.push('askFlight');
      return changeable ? [...acts, 'mode', 'refuse', ...answers] : [...acts, ...answers];
    }
    case 'CENTRE':
      return flights(transport);
    case 'READER':
      return [];
  }
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
