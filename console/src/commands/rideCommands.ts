import { may } from '../identity/abilities';
import type { RidesActs } from '../rides/context';
import type { Key } from '../text';
import type { Command, CommandContext } from './table';

/** A change of the plan: who may do it, whether it can be done now, and to which ride. */
function changes(also: (rides: RidesActs) => Key | null) {
  return (c: CommandContext): Key | null => {
    if (!may(c.session, 'RIDES')) return 'why.role';
    if (!c.rides) return 'why.rides';
    return c.live ? (chosen(c) ?? also(c.rides)) : 'why.lost';
  };
}

function chosen({ rides }: CommandContext): Key | null {
  if (!rides) return 'why.rides';
  return rides.ride ? null : 'why.noRide';
}

/** What is on its way or on board is told by the crew, and moved by nobody here. */
function still({ ride }: RidesActs): Key | null {
  return ride?.ride === 'UNDER_WAY' || ride?.ride === 'LOADED' ? 'why.rideBegun' : null;
}

const here = ({ rides }: CommandContext): Key | null => (rides ? null : 'why.rides');

/** What only changes what is shown. */
function look<const I extends string>(id: I, key: string, act: (rides: RidesActs) => void) {
  return {
    id,
    key,
    group: 'rides' as const,
    blocked: here,
    run: (c: CommandContext) => {
      if (c.rides) act(c.rides);
    },
  };
}

/** Every action of the plan of rides; a part of the one command table. */
export const RIDE_COMMANDS = [
  {
    ...look('rideMove', 'm', (rides) => rides.open('move')),
    blocked: changes(still),
  },
  {
    ...look('rideLock', 'l', (rides) => rides.lock()),
    blocked: changes((rides) => {
      if (!rides.bar) return 'why.noVehicle';
      return rides.ride?.ride === 'APPROVED' ? null : 'why.rideLocked';
    }),
  },
  {
    ...look('rideHold', 'h', (rides) => rides.hold()),
    blocked: changes((rides) => still(rides) ?? (rides.bar ? null : 'why.noVehicle')),
  },
  {
    ...look('rideWhy', '?', () => undefined),
    // Without a ride the key explains, as it does in every other view.
    run: (c) => (c.rides?.ride ? c.rides.open('why') : c.explain('')),
  },
  {
    id: 'rideUndo',
    key: 'z',
    group: 'rides',
    blocked: (c) => {
      if (!may(c.session, 'RIDES')) return 'why.role';
      if (!c.rides) return 'why.rides';
      if (!c.live) return 'why.lost';
      return c.undoable ? null : 'why.nothingToUndo';
    },
    run: (c) => c.undo(),
  },
  look('rideFilter', 's', (rides) => rides.filter()),
  look('rideGroup', 'g', (rides) => rides.group()),
  look('rideEarlier', 'b', (rides) => rides.shift(-1)),
  look('rideNow', '0', (rides) => rides.toNow()),
  look('rideLater', 'f', (rides) => rides.shift(1)),
  look('rideNearer', '+', (rides) => rides.zoom(-1)),
  look('rideFarther', '-', (rides) => rides.zoom(1)),
  look('ridePrint', 'u', (rides) => rides.print()),
  look('rideSave', 'x', (rides) => rides.save()),
] as const satisfies readonly Command[];
