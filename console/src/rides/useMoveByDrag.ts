import { useState, type RefObject } from 'react';
import { commandById } from '../commands/table';
import { useCommands } from '../commands/useCommands';
import { useShared } from '../picture/context';
import { t } from '../text';
import { useRides } from './context';
import { placeOf, type Line } from './plan';
import type { Told } from './TrialView';
import { useRideDrag, type Drag } from './useRideDrag';

/**
 * Moving a ride by dragging it: dropped where it can be taken it is placed there, as the form does;
 * dropped elsewhere, or before anybody knows, the form opens with that vehicle and says why.
 */
export function useMoveByDrag(box: RefObject<HTMLDivElement | null>, lines: readonly Line[]) {
  const { rows, plan, now, acts, dispatch } = useRides();
  const { actions } = useShared();
  const commands = useCommands();
  const [told, setTold] = useState<Told | null>(null);
  const onBegin = (transport: string): boolean => {
    const ride = plan?.rides.find((one) => one.transport === transport) ?? null;
    const unit = placeOf(rows, transport)?.unit ?? null;
    dispatch({ type: 'choose', unit, transport, now });
    const of = { ...acts, ride, bar: placeOf(rows, transport) };
    const why = commandById('rideMove').blocked({ ...commands, rides: of });
    if (why) actions.notices.refused(t(why));
    return why === null;
  };
  const onDrop = ({ transport, unit }: Drag) => {
    const from = placeOf(rows, transport)?.unit;
    if (unit === '' || unit === from) return;
    if (told?.of === `${transport} ${unit}` && told.trial?.feasible) {
      void acts.place(unit).then((problem) => {
        if (problem) actions.notices.refused(problem.message);
      });
      return;
    }
    dispatch({ type: 'choose', unit, transport, now });
    dispatch({ type: 'form', form: 'move' });
  };
  const { drag, press: grab } = useRideDrag({ box, lines, onBegin, onDrop });
  return { drag, grab, setTold };
}
