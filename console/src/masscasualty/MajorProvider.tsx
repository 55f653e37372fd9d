import { useMemo, useReducer, type ReactNode } from 'react';
import { serverTime } from '../model/time';
import { useModel, useShared, useTick } from '../picture/context';
import { t } from '../text';
import { casualtyPath, followKey } from './acts';
import { MajorContext, type Major, type MajorActs } from './context';
import { facilityOf, personsOf, tagIn, waits } from './counts';
import { MAJOR_START, majorReducer } from './desk';
import { saveReport, showReport } from './report';
import { newestOf, newestRationing } from './told';
import {
  PREPAREDNESS,
  SIEVES,
  useMajorIncident,
  useMajors,
  useOnce,
  useRationings,
} from './useMajor';
import { byNeed } from './words';

/** Figures are reckoned against a clock of this step: a finer one nobody sees. */
const STEP_MILLISECONDS = 10_000;

/** Holds the major incident and what is chosen of it, for the commands as well as for the view. */
export function MajorProvider({ children }: { readonly children: ReactNode }) {
  const { actions, client, region } = useShared();
  const mark = useModel((model) => newestOf(model.entries));
  const { list, failed: listFailed } = useMajors(client, region.code, mark);
  const [desk, dispatch] = useReducer(majorReducer, MAJOR_START);
  const shown = list?.find((one) => one.id === desk.major) ?? list?.[0] ?? null;
  const told = useMajorIncident(client, region.code, { id: shown?.id ?? null, mark });
  const rationMark = useModel((model) => newestRationing(model.entries));
  const rationings = useRationings(client, region.code, shown?.id ?? null, rationMark);
  const prepared = useOnce(client, region.code, shown ? PREPAREDNESS : null);
  const rules = useOnce(client, region.code, SIEVES);
  const clock = useModel((model) => model.clock);
  const now = stepped(serverTime(clock, useTick()));
  const major = told.view?.majorIncident ?? shown;
  const casualties = useMemo(() => personsOf(told.casualties).sort(byNeed), [told.casualties]);
  const { hospitals } = told;
  const failed = told.failed || listFailed;
  const value = useMemo<Major>(() => {
    const casualty =
      casualties.find((one) => one.id === desk.casualty) ?? casualties.find(waits) ?? null;
    const marked = casualties.filter((one) => desk.marked.has(one.id));
    const chosen = marked.length > 0 ? marked : casualty ? [casualty] : [];
    const waiting = casualties.filter(waits);
    const acts: MajorActs = {
      major,
      casualty,
      chosen,
      waiting: waiting.length,
      open: (form) => dispatch({ type: 'form', form }),
      mark: () => casualty && dispatch({ type: 'mark', ids: [casualty.id] }),
      markWaiting: () => dispatch({ type: 'mark', ids: waiting.map((one) => one.id) }),
      follow: () => {
        const say = (text: string, wrong: boolean) =>
          wrong ? actions.notices.refused(text) : actions.notices.done(text);
        dispatch({ type: 'unmark' });
        // The next who waits comes under the cursor by itself.
        dispatch({ type: 'casualty', id: '' });
        void followKey(client, region, chosen.filter(waits), say);
      },
      arrive: () => {
        if (!casualty) return;
        const facility = facilityOf(casualty);
        const path = casualtyPath(casualty.id, 'arrival');
        const done = t('major.arrivedOne', { tag: tagIn(casualty.id) });
        void actions.onMajor(path, { facility }, done);
      },
      report: () => major && showReport(region.code, major),
      save: () => major && saveReport(region.code, major, now),
      back: () => {
        if (desk.form) dispatch({ type: 'form', form: null });
        else if (desk.marked.size > 0) dispatch({ type: 'unmark' });
        return desk.form !== null || desk.marked.size > 0;
      },
    };
    return {
      list,
      major,
      casualties,
      hospitals,
      rationings,
      prepared,
      rules,
      failed,
      now,
      desk,
      dispatch,
      casualty,
      acts,
    };
  }, [
    list,
    major,
    casualties,
    hospitals,
    rationings,
    prepared,
    rules,
    failed,
    now,
    desk,
    actions,
    client,
    region,
  ]);
  return <MajorContext value={value}>{children}</MajorContext>;
}

function stepped(at: number): number {
  return Math.floor(at / STEP_MILLISECONDS) * STEP_MILLISECONDS;
}
