import { useMemo, useReducer, type ReactNode } from 'react';
import { serverTime } from '../model/time';
import { useModel, useShared, useTick } from '../picture/context';
import * as act from './acts';
import { RidesContext, type Rides, type RidesActs } from './context';
import { ridesReducer, startOf } from './desk';
import { placeOf, rowsOf, type Row } from './plan';
import { saveTable } from './table';
import { useRidePlan } from './useRidePlan';

const NONE: readonly Row[] = [];
/** The lines are drawn against a clock of this step: a finer one nobody sees. */
const STEP_MILLISECONDS = 10_000;
const NARROW = '(max-width: 799px)';

/** The filter's field; the command table finds it by this name. */
export const FILTER_ID = 'rides-filter';

/** Holds the plan and what is chosen of it, for the commands as well as for the view. */
export function RidesProvider({ children }: { readonly children: ReactNode }) {
  const { actions, region } = useShared();
  const { plan, failed } = useRidePlan();
  const [desk, dispatch] = useReducer(ridesReducer, matchMedia(NARROW).matches, startOf);
  const clock = useModel((model) => model.clock);
  const tick = useTick();
  const told = clock ? serverTime(clock, tick) : Date.parse(plan?.now ?? region.now);
  const now = Math.floor(told / STEP_MILLISECONDS) * STEP_MILLISECONDS;
  const rows = useMemo(() => (plan ? rowsOf(plan) : NONE), [plan]);
  const value = useMemo<Rides>(() => {
    const ride = plan?.rides.find((one) => one.transport === desk.transport) ?? null;
    const bar = placeOf(rows, desk.transport);
    const id = ride?.transport ?? '';
    const callSign = (unit: string) =>
      rows.find((row) => row.vehicle.unit === unit)?.vehicle.callSign ?? unit;
    const acts: RidesActs = {
      ride,
      bar,
      open: (form) => dispatch({ type: 'form', form }),
      place: (unit) => act.place(actions, id, unit, bar, callSign),
      lock: () => void act.lock(actions, id),
      hold: () => {
        if (bar?.mark) void act.release(actions, id);
        else if (bar) void act.place(actions, id, bar.unit, bar, callSign);
      },
      zoom: (step) => dispatch({ type: 'zoom', step }),
      shift: (step) => dispatch({ type: 'shift', step, now }),
      toNow: () => dispatch({ type: 'now' }),
      group: () => dispatch({ type: 'group' }),
      filter: () => document.getElementById(FILTER_ID)?.focus(),
      print: () => dispatch({ type: 'print', on: true }),
      back: () => {
        if (desk.form) dispatch({ type: 'form', form: null });
        return desk.form !== null;
      },
      save: () => plan && saveTable(plan, rows),
    };
    return { plan, failed, rows, now, desk, dispatch, ride, bar, acts };
  }, [plan, failed, rows, now, desk, actions]);
  return <RidesContext value={value}>{children}</RidesContext>;
}
