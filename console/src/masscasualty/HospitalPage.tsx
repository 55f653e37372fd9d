import { useEffect, useState } from 'react';
import { Problem, type Client } from '../api/client';
import type { RegionPack, RegionSummary, Session } from '../api/contract';
import { destinationName } from '../dispatch/destination';
import { Meanings, PageHelp } from '../help/PageHelp';
import { t } from '../text';
import { clockTime, number, when } from '../text/format';
import { PlainHead } from '../view/PlainHead';
import { majorPath } from './acts';
import { CapacityFields, draftOf, reportOf } from './CapacityFields';
import { CategoryMark } from './CategoryMark';
import { Coming } from './Coming';
import { countsOf, personsOf } from './counts';
import type { MajorIncident, SieveRules } from './contract';
import { readKept, writeKept } from './kept';
import {
  ORDER_RULES,
  SIEVES,
  useMajorIncident,
  useMajors,
  useOnce,
  type MajorTold,
} from './useMajor';

interface Props {
  readonly client: Client;
  readonly session: Session;
  readonly region: RegionPack;
  readonly regions: readonly RegionSummary[];
  readonly onRegion: (code: string) => void;
  readonly onLeave: () => void;
}

/** Sends a command of the page; gives the words of what went wrong, or nothing. */
export type Send = (path: string, body: unknown) => Promise<string>;

const CHOSEN_KEY = 'dirigent.hospital';
const TOPICS = ['takes', 'closed', 'capacityText'] as const;

/** The hospital at a major incident: who is coming, what it can take, and who has come. */
export function HospitalPage(props: Props) {
  const { client, region, session } = props;
  const rules = useOnce(client, region.code, SIEVES);
  // Which hospital a ward lies in stands with the orders of care transports.
  const orders = useOnce(client, region.code, ORDER_RULES);
  const own = orders?.departments.find((one) => one.careUnit === session.careUnit)?.facility;
  const [chosen, setChosen] = useState(() => readKept(CHOSEN_KEY, ''));
  const facility = chosen || own || (region.destinations[0]?.id ?? '');
  const { list, failed } = useMajors(client, region.code);
  const major = list?.find((one) => !one.endedAt) ?? null;
  const told = useMajorIncident(client, region.code, { id: major?.id ?? null, facility });
  useEffect(() => {
    document.title = `${t('view.hospital')} · ${region.name}`;
  }, [region]);
  const send: Send = (path, body) =>
    client.post(region.code, `major-incidents/${path}`, body).then(
      () => {
        told.ask();
        return '';
      },
      (error: unknown) =>
        error instanceof Problem && error.status !== 0
          ? [error.detail || error.title, error.remedy].filter(Boolean).join(' ')
          : t('problem.noAnswer'),
    );
  return (
    <div className="hospital">
      <PlainHead {...props} view="hospital" />
      <PageHelp view="hospital">
        <Meanings of={TOPICS.map((one) => [t(`fieldName.${one}`), t(`fieldHelp.${one}`)])} />
      </PageHelp>
      <main className="hospital-main">
        <label className="field hospital-which">
          <span className="label">{t('major.hospital')}</span>
          <select
            value={facility}
            onChange={(event) => {
              setChosen(event.target.value);
              writeKept(CHOSEN_KEY, event.target.value);
            }}
          >
            {region.destinations.map((one) => (
              <option key={one.id} value={one.id}>
                {destinationName(one, region)}
              </option>
            ))}
          </select>
        </label>
        {(failed || told.failed) && (
          <p role="alert" className="error">
            {t('problem.noAnswer')}
          </p>
        )}
        {!list && !failed && <p role="status">{t('app.loading')}</p>}
        {list && !major && (
          <section className="pane hospital-none">
            <h2>{t('hospital.none')}</h2>
            <p>{t('hospital.noneHow')}</p>
          </section>
        )}
        {major && (
          <>
            <Facts major={major} />
            <Figures told={told} rules={rules} />
            <CanTake key={`${major.id} ${facility}`} {...{ major, facility, rules, send, told }} />
            <Coming {...{ told, rules, region, facility, send }} />
          </>
        )}
      </main>
    </div>
  );
}

function Facts({ major }: { readonly major: MajorIncident }) {
  const now = Date.parse(major.declaredAt);
  return (
    <header className={`major-head ${major.level.level}`}>
      <div>
        <h2>{t(`preparednessLevel.${major.level.level}`)}</h2>
        <p>{t('major.levelOn', { by: major.level.by, time: when(major.level.at, now) })}</p>
      </div>
      <div>
        <h3>{t(`typeEvent.${major.type}`)}</h3>
        <p>{major.methane?.type ?? ''}</p>
      </div>
    </header>
  );
}

interface FiguresProps {
  readonly told: MajorTold;
  readonly rules: SieveRules | null;
}

/** Large enough to be read from the other side of the emergency room. */
function Figures({ told, rules }: FiguresProps) {
  const counts = countsOf(personsOf(told.casualties));
  return (
    <section className="pane hospital-figures" aria-label={t('hospital.figures')}>
      {counts.map((one) => (
        <div key={one.category ?? ''}>
          <CategoryMark rules={rules} category={one.category} />
          <p>
            <b>{number(one.scene + one.decided + one.onTheWay)}</b> {t('hospital.coming')}
          </p>
          <p>
            {t('hospital.ofThem', { onTheWay: number(one.onTheWay), there: number(one.there) })}
          </p>
        </div>
      ))}
    </section>
  );
}

interface TakeProps extends FiguresProps {
  readonly major: MajorIncident;
  readonly facility: string;
  readonly send: Send;
}

/** "We can take N", or that nobody more can come; and what was said last. */
function CanTake({ major, facility, rules, send, told }: TakeProps) {
  const current = told.view?.majorIncident ?? major;
  const last = current.reports[facility] ?? null;
  const [draft, setDraft] = useState(() => draftOf(last));
  const [said, setSaid] = useState('');
  const [wrong, setWrong] = useState('');
  const tell = (closed: boolean) => {
    const now = told.view ? Date.parse(told.view.now) : Date.now();
    const report = reportOf(facility, { ...draft, closed }, now);
    void send(majorPath(major, 'capacity-reports'), report).then((problem) => {
      setWrong(problem);
      setSaid(problem === '' ? t(closed ? 'hospital.saidClosed' : 'hospital.saidTakes') : '');
      if (problem === '') setDraft({ ...draft, closed, text: '' });
    });
  };
  return (
    <form
      className="pane hospital-take"
      aria-label={t('major.capacityTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        tell(draft.closed);
      }}
    >
      <h2>{t('hospital.weTake')}</h2>
      {last && (
        <p className={last.closed ? 'grave-ink' : 'quiet'}>
          {t(last.closed ? 'hospital.lastClosed' : 'hospital.last', { time: clockTime(last.at) })}
        </p>
      )}
      <CapacityFields draft={draft} rules={rules} onChange={setDraft} problemAt={() => ''} />
      <p role="alert" className="grave-ink">
        {wrong}
      </p>
      <p role="status">{said}</p>
      <button type="submit" className="button first">
        {t(draft.closed ? 'hospital.tellClosed' : 'hospital.tell')}
      </button>
    </form>
  );
}
