import { useCallback, useEffect, useState } from 'react';
import { Problem, type Client } from '../api/client';
import type { RegionPack, RegionSummary, Session } from '../api/contract';
import { PageHelp } from '../help/PageHelp';
import { t } from '../text';
import { date, number } from '../text/format';
import { PlainHead } from '../view/PlainHead';
import type {
  DistributionKey,
  GoalMeasure,
  GoalMeasureList,
  HospitalCapacity,
  Preparedness,
  SieveRules,
} from './contract';
import { TRAVELLING } from './counts';
import { GoalForm } from './GoalForm';
import { DraftPane } from './DraftPane';
import { KeyTrialPane } from './KeyTrialPane';
import { NewDraft } from './NewDraft';
import { Scrolls } from './Scrolls';
import { SIEVES, useOnce } from './useMajor';
import { categoryName, facilityName } from './words';

interface Props {
  readonly client: Client;
  readonly session: Session;
  readonly region: RegionPack;
  readonly regions: readonly RegionSummary[];
  readonly onRegion: (code: string) => void;
  readonly onLeave: () => void;
}

/** Sends a command of the page; gives the words of what went wrong, or nothing. */
export type Tell = (path: string, body: unknown) => Promise<string>;

const MAY_CHANGE: readonly string[] = ['PLANNER', 'INNER_COMMAND'];

/** What a region has prepared: keys, drafts of keys, goals, and what hospitals have documented. */
export function PreparednessPage(props: Props) {
  const { client, region, session } = props;
  const rules = useOnce(client, region.code, SIEVES);
  const [prepared, setPrepared] = useState<Preparedness | null>(null);
  const [goals, setGoals] = useState<readonly GoalMeasure[]>([]);
  const [failed, setFailed] = useState(false);
  const ask = useCallback(
    () =>
      Promise.all([
        client.read<Preparedness>(region.code, 'preparedness'),
        client.read<GoalMeasureList>(region.code, 'preparedness/goals'),
      ]).then(
        ([told, measured]) => {
          setPrepared(told);
          setGoals(measured.goals);
          setFailed(false);
        },
        () => setFailed(true),
      ),
    [client, region.code],
  );
  useEffect(() => {
    document.title = `${t('view.preparedness')} · ${region.name}`;
    void ask();
  }, [region, ask]);
  const tell: Tell = (path, body) =>
    client.post(region.code, `preparedness/${path}`, body).then(
      () => ask().then(() => ''),
      (error: unknown) =>
        error instanceof Problem && error.status !== 0
          ? [error.detail || error.title, error.remedy].filter(Boolean).join(' ')
          : t('problem.noAnswer'),
    );
  const changes = session.roles.some((one) => MAY_CHANGE.includes(one));
  const today = date(Date.parse(region.now));
  return (
    <div className="preparedness">
      <PlainHead {...props} view="preparedness" />
      <PageHelp view="preparedness" />
      {failed && (
        <p role="alert" className="error">
          {t('problem.noAnswer')}
        </p>
      )}
      {!prepared && !failed && <p role="status">{t('app.loading')}</p>}
      {prepared && (
        <main className="preparedness-main">
          <section className="pane">
            <h2>{t('prepared.keys')}</h2>
            <Keys keys={Object.values(prepared.keys)} today={today} />
            {changes &&
              Object.values(prepared.keys).map((key) => (
                <details key={`${key.code} ${key.version}`}>
                  <summary>{t('prepared.tryKey', { name: key.name })}</summary>
                  <KeyTrialPane {...{ client, region }} code={key.code} draft={false} />
                </details>
              ))}
          </section>
          {Object.values(prepared.drafts).map((draft) => (
            <DraftPane
              key={draft.code}
              {...{ client, draft, region, rules, changes, today, tell }}
            />
          ))}
          {changes && <NewDraft region={region} tell={tell} />}
          <section className="pane">
            <h2>{t('prepared.goals')}</h2>
            <Goals goals={goals} />
            {changes && <GoalForm tell={tell} />}
          </section>
          <section className="pane">
            <h2>{t('prepared.capacities')}</h2>
            <Capacities capacities={prepared.capacities} region={region} rules={rules} />
          </section>
        </main>
      )}
    </div>
  );
}

interface KeysProps {
  readonly keys: readonly DistributionKey[];
  /** As a key's dates are written. */
  readonly today: string;
}

function Keys({ keys, today }: KeysProps) {
  if (keys.length === 0) return <p className="quiet">{t('prepared.noKeys')}</p>;
  const stateOf = (key: DistributionKey) => {
    if (today < key.validFrom) return t('prepared.notYet');
    if (key.validUntil < today) return t('prepared.over');
    return key.reviewOn <= today ? t('prepared.toReview') : t('prepared.inForce');
  };
  return (
    <Scrolls label={t('prepared.keys')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('prepared.name')}</th>
            <th scope="col">{t('major.type')}</th>
            <th scope="col">{t('prepared.version')}</th>
            <th scope="col">{t('prepared.valid')}</th>
            <th scope="col">{t('prepared.approver')}</th>
            <th scope="col">{t('prepared.reviewOn')}</th>
            <th scope="col">{t('prepared.state')}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.code}>
              <th scope="row">{key.name}</th>
              <td>{t(`typeEvent.${key.type}`)}</td>
              <td>{number(key.version)}</td>
              <td>
                {key.validFrom} – {key.validUntil}
              </td>
              <td>{key.approver}</td>
              <td>{key.reviewOn}</td>
              <td>{stateOf(key)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
}

/** Each goal beside what is documented; short of it says by how many. */
function Goals({ goals }: { readonly goals: readonly GoalMeasure[] }) {
  if (goals.length === 0) return <p className="quiet">{t('prepared.noGoals')}</p>;
  return (
    <ul className="lines">
      {goals.map(({ goal, documented, hospitals, of }) => (
        <li key={goal.type}>
          <span>
            <b>{t(`typeEvent.${goal.type}`)}</b>:{' '}
            {t('prepared.goal', { persons: goal.persons, hours: goal.withinHours })}{' '}
            <span className={documented < goal.persons ? 'warn-ink' : ''}>
              {documented < goal.persons
                ? t('prepared.short', { documented, missing: goal.persons - documented })
                : t('prepared.reached', { documented })}
            </span>{' '}
            <span className="quiet">
              {t('prepared.measuredBy', { hospitals, of })}{' '}
              {t('prepared.decidedBy', { by: goal.decidedBy })}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

interface CapacitiesProps {
  readonly capacities: Readonly<Record<string, HospitalCapacity>>;
  readonly region: RegionPack;
  readonly rules: SieveRules | null;
}

/** What is taken in the first hour and in those after it, by the narrowest of the four. */
function Capacities({ capacities, region, rules }: CapacitiesProps) {
  const own = region.facilities.filter((one) => one.kind === 'ACUTE_HOSPITAL');
  const rest = Object.keys(capacities).filter((id) => !own.some((one) => one.id === id));
  const takes = (capacity: HospitalCapacity, hour: number, at: number) => {
    const category = TRAVELLING[at];
    const told = capacity.hours[Math.min(hour, capacity.hours.length - 1)];
    const plus = category ? told?.categories[category] : undefined;
    return number(plus ? Math.min(plus.staff, plus.premises, plus.equipment, plus.leadership) : 0);
  };
  return (
    <Scrolls label={t('prepared.capacities')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('major.hospital')}</th>
            {TRAVELLING.map((one) => (
              <th key={one} scope="col">
                {categoryName(rules, one)}
              </th>
            ))}
            <th scope="col">{t('prepared.source')}</th>
          </tr>
        </thead>
        <tbody>
          {[...own.map((one) => one.id), ...rest].map((id) => {
            const capacity = capacities[id];
            return (
              <tr key={id}>
                <th scope="row">{facilityName(region, id)}</th>
                {TRAVELLING.map((one, at) => (
                  <td key={one} className="figures">
                    {capacity ? `${takes(capacity, 0, at)} / ${takes(capacity, 1, at)}` : '–'}
                  </td>
                ))}
                <td className={capacity ? 'quiet' : 'warn-ink'}>
                  {capacity
                    ? `${capacity.source}, ${capacity.documentedOn}`
                    : t('prepared.undocumented')}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="quiet">{t('prepared.capacityHow')}</p>
    </Scrolls>
  );
}
