import { percent } from '../advice/coverText';
import { useCover } from '../advice/useAdvice';
import { CommandsProvider } from '../commands/CommandsProvider';
import { useCounty } from '../county/useCounty';
import { serverTime } from '../model/time';
import { ConnectionState, LostBanner } from '../picture/Connection';
import { useModel, useServerNow, useShared } from '../picture/context';
import { DrillMark } from '../picture/DrillMark';
import { t } from '../text';
import { age, clockSeconds, clockTime, number } from '../text/format';
import { CategoryMark } from './CategoryMark';
import type { HospitalRoom, MajorIncident, MajorIncidentView, SieveRules } from './contract';
import { leftText, placesOf, roomOf, TRAVELLING, tallyCounts, unitsOf } from './counts';
import { newestOf } from './told';
import { SIEVES, useMajorCounts, useMajors, useOnce } from './useMajor';
import { hospitalName } from './words';

/** More lines than this are not read from six metres on one screen. */
const HOSPITALS_MAX = 7;
const PLACES_MAX = 4;

/**
 * For a wall: how far the casualties have come, where they are and what is left. Nobody is named
 * and no tag is shown; nothing can be pressed.
 */
export function MajorWall({ forbidden }: { forbidden: boolean }) {
  const { client, region } = useShared();
  const mark = useModel((model) => newestOf(model.entries));
  const { list, failed: listFailed } = useMajors(client, region.code, mark);
  const open = list?.filter((one) => !one.endedAt) ?? [];
  const [first, ...others] = open;
  const { view, hospitals, failed } = useMajorCounts(client, region.code, first?.id ?? null, mark);
  const rules = useOnce(client, region.code, SIEVES);
  return (
    <CommandsProvider keys="none">
      <div className="major-wall always-dark">
        <Head major={view?.majorIncident ?? first ?? null} others={others.length} />
        <LostBanner forbidden={forbidden} />
        {(failed || listFailed) && !forbidden && (
          <p role="alert" className="lost-banner">
            <Unanswered />
          </p>
        )}
        {view ? (
          <Told view={view} hospitals={hospitals} rules={rules} />
        ) : (
          <main className="major-wall-none">
            <p role="status">{t(list && open.length === 0 ? 'major.none' : 'app.loading')}</p>
          </main>
        )}
      </div>
    </CommandsProvider>
  );
}

function Unanswered() {
  const clock = useModel((model) => model.clock);
  const heardAt = useModel((model) => model.connection.heardAt);
  const time = heardAt === null ? '–' : clockSeconds(serverTime(clock, heardAt));
  return <>{t('major.lost', { time })}</>;
}

function Head({
  major,
  others,
}: {
  readonly major: MajorIncident | null;
  readonly others: number;
}) {
  const { region } = useShared();
  const now = useServerNow();
  return (
    <header className={major?.level.level ?? ''}>
      <DrillMark region={region} />
      <h1>{major ? t(`preparednessLevel.${major.level.level}`) : region.name}</h1>
      {major && (
        <p>
          <b>{t(`typeEvent.${major.type}`)}</b>{' '}
          {t('majorWall.since', {
            time: clockTime(major.happenedAt),
            age: age(major.happenedAt, now),
          })}
          {others > 0 && ` · ${t('majorWall.others', { count: others })}`}
        </p>
      )}
      <ConnectionState />
      <time className="major-wall-clock">{clockTime(now)}</time>
    </header>
  );
}

interface ToldProps {
  readonly view: MajorIncidentView;
  readonly hospitals: readonly HospitalRoom[];
  readonly rules: SieveRules | null;
}

function Told({ view, hospitals, rules }: ToldProps) {
  return (
    <main>
      <div>
        <Counts view={view} rules={rules} />
        <Places view={view} rules={rules} />
      </div>
      <Hospitals hospitals={hospitals} rules={rules} />
      <Figures major={view.majorIncident} />
    </main>
  );
}

function Counts({ view, rules }: Omit<ToldProps, 'hospitals'>) {
  const counts = tallyCounts(view.tally);
  return (
    <table className="major-wall-counts">
      <caption className="unseen">{t('major.counts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('major.casualties')}</th>
          <th scope="col">{t('majorWall.scene')}</th>
          <th scope="col">{t('majorStep.onTheWay')}</th>
          <th scope="col">{t('majorStep.there')}</th>
          <th scope="col">{t('major.all')}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map((one) => (
          <tr key={one.category ?? ''}>
            <th scope="row">
              <CategoryMark rules={rules} category={one.category} />
            </th>
            <td>{number(one.scene + one.decided)}</td>
            <td>{number(one.onTheWay)}</td>
            <td>{number(one.there)}</td>
            <td>
              <b>{number(one.all)}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Those still at the scene, where the crews say that they are. */
function Places({ view, rules }: Omit<ToldProps, 'hospitals'>) {
  const places = placesOf(view.tally);
  if (places.length === 0) return null;
  return (
    <section className="major-wall-places" aria-label={t('majorWall.places')}>
      <h2>{t('majorWall.places')}</h2>
      <ul>
        {places.slice(0, PLACES_MAX).map(({ place, counts }) => (
          <li key={place}>
            <span className="name">{place || t('majorWall.noPlace')}</span>
            {counts.map(([category, persons]) => (
              <CategoryMark key={category ?? ''} rules={rules} category={category}>
                {number(persons)}
              </CategoryMark>
            ))}
          </li>
        ))}
      </ul>
      {places.length > PLACES_MAX && (
        <p>{t('majorWall.more', { count: places.length - PLACES_MAX })}</p>
      )}
    </section>
  );
}

function Hospitals({ hospitals, rules }: Omit<ToldProps, 'view'>) {
  const { region } = useShared();
  // Who has somebody, or has said something, comes before who is only in a plan.
  const used = (one: HospitalRoom) =>
    one.decided + one.onTheWay + one.there > 0 || one.said !== undefined ? 0 : 1;
  const rows = [...hospitals].sort((a, b) => used(a) - used(b));
  if (rows.length === 0) return <p className="quiet">{t('majorWall.noHospitals')}</p>;
  return (
    <section className="major-wall-hospitals">
      <table>
        <caption className="unseen">{t('major.hospitals')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('majorWall.takes')}</th>
            {TRAVELLING.map((one) => (
              <th key={one} scope="col">
                <CategoryMark rules={rules} category={one} />
              </th>
            ))}
            <th scope="col">{t('major.coming')}</th>
            <th scope="col">{t('majorStep.there')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, HOSPITALS_MAX).map((row) => (
            <tr key={row.facility}>
              <th scope="row">{hospitalName(region, row.facility)}</th>
              {row.said?.closed ? (
                <td colSpan={TRAVELLING.length} className="closed">
                  {t('major.closed')}
                </td>
              ) : (
                TRAVELLING.map((one) => (
                  <td key={one} className={isFull(row, one) ? 'full' : ''}>
                    {leftText(roomOf(row, one))}
                  </td>
                ))
              )}
              <td>{number(row.decided + row.onTheWay)}</td>
              <td>{number(row.there)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > HOSPITALS_MAX && (
        <p className="quiet">{t('majorWall.more', { count: rows.length - HOSPITALS_MAX })}</p>
      )}
    </section>
  );
}

function isFull(row: HospitalRoom, category: (typeof TRAVELLING)[number]): boolean {
  const left = roomOf(row, category)?.left;
  return left !== undefined && left <= 0;
}

/** Units on the event, what is left for everybody else, and how many relatives ask for. */
function Figures({ major }: { readonly major: MajorIncident }) {
  const assignments = useModel((model) => model.assignments);
  const { freeAmbulances, ambulancesOnDuty, longest } = useCounty();
  const { answer: cover } = useCover();
  const [urgent] = cover?.levels ?? [];
  const { missing } = major;
  return (
    <dl className="major-wall-figures">
      <Figure name={t('majorWall.units')} value={number(unitsOf(assignments, major))} />
      <Figure
        name={t('county.freeAmbulances')}
        value={`${number(freeAmbulances)}/${number(ambulancesOnDuty)}`}
      />
      <Figure name={t('list.waiting')} value={number(longest.length)} />
      <Figure
        name={t('majorWall.cover')}
        value={urgent && cover?.computedAt ? percent(urgent.share) : '–'}
      />
      <Figure
        name={t('majorWall.missing')}
        value={missing ? number(missing.asked - missing.answered) : '–'}
      />
    </dl>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dd>{value}</dd>
      <dt>{name}</dt>
    </div>
  );
}
