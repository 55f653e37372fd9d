import type { Transport } from '../api/contract';

/** Where the reader sits: at the ward that ordered, at the one that receives, or above all. */
export type Seat = 'WARD' | 'RECEIVER' | 'COMMAND' | 'READER';

/** What may be done with an order. */
export type Act =
  'approve' | 'mode' | 'refuse' | 'accept' | 'decline' | 'change' | 'cancel' | 'fate';

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
      return changeable ? [...acts, 'mode', 'refuse', ...answers] : answers;
    }
    case 'READER':
      return [];
  }
}

/** Whether another open order of the same patient looks like it; what is closed is no duplicate. */
export function doubled(transport: Transport, all: readonly Transport[]): boolean {
  const open = OPEN.includes(transport.ride);
  return open && transport.resembles.some((id) => all.some((one) => one.id === id));
}
