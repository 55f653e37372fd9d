import type { Problem } from '../api/client';
import type { Actions } from '../dispatch/actions';
import { t } from '../text';
import type { Bar } from './plan';

type Outcome = Promise<Problem | null>;

/** The unit as a person calls it. */
export type CallSigns = (unit: string) => string;

/** Places a ride with a vehicle by hand; undone it stands where it stood, as it stood. */
export function place(
  actions: Actions,
  transport: string,
  unit: string,
  before: Bar | null,
  callSign: CallSigns,
): Outcome {
  const undo = () => void back(actions, transport, before, callSign);
  const done = t('rides.placed', { callSign: callSign(unit) });
  return actions.onTransport(transport, 'placement', { unit }, done, undo);
}

/** Settles vehicle and time: the ward changes nothing more. */
export function lock(actions: Actions, transport: string): Outcome {
  const undo = () => void release(actions, transport);
  return actions.onTransport(transport, 'steps', { ride: 'LOCKED' }, t('rides.locked'), undo);
}

/** Leaves a ride that is held or locked to the planner again. */
export function release(actions: Actions, transport: string): Outcome {
  return actions.onTransport(transport, 'release', {}, t('rides.released'));
}

async function back(
  actions: Actions,
  transport: string,
  before: Bar | null,
  callSign: CallSigns,
): Promise<void> {
  if (!before) {
    await release(actions, transport);
    return;
  }
  const done = t('rides.placed', { callSign: callSign(before.unit) });
  const body = { unit: before.unit };
  const problem = await actions.onTransport(transport, 'placement', body, done);
  if (!problem && before.mark !== 'HELD') await release(actions, transport);
}
