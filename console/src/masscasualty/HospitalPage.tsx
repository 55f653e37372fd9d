import { useEffect, useState } from 'react';
import { Problem, type Client } from '../api/client';
import type { RegionPack, RegionSummary, Session } from '../api/contract';
import { destinationName } from '../dispatch/destination';
import { Meanings, PageHelp } from '../help/PageHelp';
import { t } from '../text';
import { clockTime, number, when } from '../text/format';
import { PlainHead } from '../view/PlainHead';
import { majorPath } from './acts';
import { CapacityFields, NOTHING_SAID, reportOf } from './CapacityFields';
import { CategoryMark } from './CategoryMark';
import { Coming } from './Coming';
import { countsOf, personsOf } from './counts';
import type { MajorIncident, SieveRules } from './contract';
import { HospitalPlans } from './HospitalPlans';
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
/** Roles that may answer for every hospital; a ward answers for its own. */
const FOR_ALL: readonly string[] = ['DISPATCHER', 'INNER_COMMAND', 'INTEGRATION'];
const TOPICS = ['takes', 'basis', 'closed', 'capacityText'] as const;

/** The hospital at major incidents: who is coming, what it can take, and who has come. */
export function HospitalPage(props: Props) {
  const { client, region, session } = props;
  const rules = useOnce(client, region.code, SIEVES);
  // Which hospital a ward lies in stands with the orders of care transports.
  const orders = useOnce(client, region.code, ORDER_RULES);
  const [chosen, setChosen] = useState(() => readKept(CHOSEN_KEY, ''));
  const answersForAll = session.roles.some((one) => FOR_ALL.includes(one));
  const own = [
    ...new Set(
      orders?.departments
        .filter((one) => one.careUnit === session.careUnit)
        .map((one) => one.facility),
    ),
  ];
  const open = answersForAll ? region.destinations.map((one) => one.id) : own;
  const facility = open.length === 1 ? (open[0] ?? '') : open.includes(chosen) ? chosen : '';
  const { list, failed } = useMajors(client, region.code);
  const majors = list?.filter((one) => !one.endedAt) ?? [];
  useEffect(() => {
    document.title = `${t('view.hospital')} · ${region.name}`;
  }, [region]);
  const choose = (next: string) => {
    setChosen(next);
    writeKept(CHOSEN_KEY, next);
  };
  return (
    <div className="hospital">
      <PlainHead {...props} view="hospital" />
      <PageHelp view="hospital">
        <Meanings of={TOPICS.map((one) => [t(`fieldName.${one}`), t(`fieldHelp.${one}`)])} />
      </PageHelp>
      <main className="hospital-main">
        <Which {...{ open, facility, region }} known={orders !== null} onChoose={choose} />
        {failed && (
          <p role="alert" className="error">
            {t('problem.noAnswer')}
          </p>
        )}
        {!list && !failed && <p role="status">{t('app.loading')}</p>}
        {list && majors.length === 0 && (
          <section className="pane hospital-none">
            <h2>{t('hospital.none')}</h2>
            <p>{t('hospital.noneHow')}</p>
          </section>
        )}
        {majors.length > 1 && (
          <p className="hospital-several">{t('hospital.several', { count: majors.length })}</p>
        )}
        {majors.map((major) =>
          facility === '' ? (
            <Facts key={major.id} major={major} />
          ) : (
            <OneEvent
              key={`${major.id} ${facility}`}
              {...{ client, region, rules, major, facility }}
            />
          ),
        )}
        {facility !== '' && (
          <HospitalPlans key={facility} {...{ client, facility, rules }} region={region.code} />
        )}
      </main>
    </div>
  );
}

interface WhichProps {
  /** Those that the user may answer for. */
  readonly open: readonly string[];
  readonly facility: string;
  readonly region: RegionPack;
  /** Whether it is known which hospital the ward lies in. */
  readonly known: boolean;
  readonly onChoose: (facility: string) => void;
}

/** Which hospital one answers for: a ward its own; others choose, and none is chosen for them. */
function Which({ open, facility, region, known, onChoose }: WhichProps) {
  const nameOf = (id: string) => {
    const found = region.destinations.find((one) => one.id === id);
    return found ? destinationName(found, region) : id;
  };
  if (open.length === 0)
    return (
      <p role="status" className={known ? 'pane warn-ink' : 'quiet'}>
        {t(known ? 'hospital.unbound' : 'app.loading')}
      </p>
    );
  if (open.length === 1) return <h2 className="hospital-own">{nameOf(facility)}</h2>;
  return (
    <label className="field hospital-which">
      <span className="label">{t('major.hospital')}</span>
      <select value={facility} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t('major.chooseHospital')}</option>
        {open.map((id) => (
          <option key={id} value={id}>
            {nameOf(id)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface EventProps {
  readonly client: Client;
  readonly region: RegionPack;
  readonly rules: SieveRules | null;
  readonly major: MajorIncident;
  readonly facility: string;
}

/** One event as the hospital meets it; there may be several at once. */
function OneEvent({ client, region, rules, major, facility }: EventProps) {
  const told = useMajorIncident(client, region.code, { id: major.id, facility });
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
    <section className="hospital-event" aria-label={t(`typeEvent.${major.type}`)}>
      <Facts major={told.view?.majorIncident ?? major} />
      {told.failed && (
        <p role="alert" className="error">
          {t('problem.noAnswer')}
        </p>
      )}
      <Figures told={told} rules={rules} />
      <div className="hospital-columns">
        <Coming {...{ told, rules, region, facility, send }} />
        <CanTake {...{ major, facility, rules, send, told }} />
      </div>
    </section>
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
  const room = told.hospitals.find((one) => one.facility === facility) ?? null;
  const last = room?.said ?? null;
  const [draft, setDraft] = useState(NOTHING_SAID);
  const [said, setSaid] = useState('');
  const [wrong, setWrong] = useState('');
  const tell = () => {
    const now = told.view ? Date.parse(told.view.now) : Date.now();
    const report = reportOf(facility, draft, now);
    void send(majorPath(major, 'capacity-reports'), report).then((problem) => {
      setWrong(problem);
      if (problem !== '') return;
      setSaid(t(draft.closed ? 'hospital.saidClosed' : 'hospital.saidTakes'));
      setDraft(NOTHING_SAID);
    });
  };
  return (
    <form
      className="pane hospital-take"
      aria-label={t('major.capacityTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        tell();
      }}
    >
      <h2>{t('hospital.weTake')}</h2>
      {last && (
        <p className={last.closed ? 'grave-ink' : 'quiet'}>
          {t(last.closed ? 'hospital.lastClosed' : 'hospital.last', { time: clockTime(last.at) })}
        </p>
      )}
      {last?.closed && <p>{t('hospital.reopen')}</p>}
      <CapacityFields {...{ draft, rules, room }} onChange={setDraft} problemAt={() => ''} />
      <p role="alert" className="grave-ink">
        {wrong}
      </p>
      <p role="status">{said}</p>
      <button type="submit" className="button first">
        {t(
          draft.closed
            ? 'hospital.tellClosed'
            : last?.closed
              ? 'hospital.tellOpen'
              : 'hospital.tell',
        )}
      </button>
    </form>
  );
}
