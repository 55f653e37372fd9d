import type { ReactNode } from 'react';
import { CoverFigures } from '../advice/CoverFigures';
import { useCover } from '../advice/useAdvice';
import { PriorityMark } from '../design/PriorityMark';
import { placeName } from '../dispatch/actions';
import { destinationName } from '../dispatch/destination';
import { LETTERS } from '../fleet/letters';
import { Panel } from '../incident/Panel';
import { UNIT_STATUSES, type Unit } from '../api/contract';
import { secondsBetween } from '../model/time';
import { useDesk, useServerNow, useShared } from '../picture/context';
import { t, tCode } from '../text';
import { age, clockTime, number } from '../text/format';
import { AHEAD_SECONDS, type County, type UnitAt } from './figures';
import { useCounty } from './useCounty';

/** More rows than this are counted, not listed: the list of units has them all. */
const ROWS_MAX = 12;

/** Inner command's view: the county in words and figures, as far as it is known. */
export function CountyView() {
  const county = useCounty();
  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by key */}
      <div className="cards" tabIndex={0} role="group" aria-label={t('view.county')}>
        <Fleet county={county} />
        <Cases county={county} />
        <Stations county={county} />
        <Away county={county} />
        <Crews county={county} />
        <Lapses county={county} />
        <Cover />
      </div>
      <Panel />
    </>
  );
}

interface CardProps {
  readonly title: string;
  /** How the figures are counted, in a sentence. */
  readonly how: string;
  readonly children: ReactNode;
}

function Card({ title, how, children }: CardProps) {
  return (
    <section className="pane card" aria-label={title}>
      <h2>{title}</h2>
      {children}
      <p className="quiet how">{how}</p>
    </section>
  );
}

function Figure({ name, value, of }: { name: string; value: number; of?: number }) {
  return (
    <div className="figure">
      <dd>
        {number(value)}
        {of !== undefined && <span className="quiet"> / {number(of)}</span>}
      </dd>
      <dt>{name}</dt>
    </div>
  );
}

function Fleet({ county }: { county: County }) {
  return (
    <Card title={t('county.fleet')} how={t('county.fleetHow')}>
      <dl className="figures">
        <Figure
          name={t('county.freeAmbulances')}
          value={county.freeAmbulances}
          of={county.ambulancesOnDuty}
        />
        <Figure name={t('county.onDuty')} value={county.onDuty} />
      </dl>
      <p>
        {t('county.freeOf')}{' '}
        {county.freeByKind
          .map(([kind, count]) => `${number(count)} ${tCode('kind', kind).toLowerCase()}`)
          .join(', ') || t('county.none')}
      </p>
      <ul className="letters">
        {UNIT_STATUSES.map((one) => (
          <li key={one}>
            <b>{LETTERS[one]}</b> {t(`status.${one}`)} {number(county.byStatus.get(one) ?? 0)}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Cases({ county }: { county: County }) {
  const { scale } = useShared();
  const { dispatch } = useDesk();
  const now = useServerNow();
  const longest = county.longest[0];
  return (
    <Card title={t('county.cases')} how={t('county.casesHow')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('form.priority')}</th>
            <th scope="col">{t('list.waiting')}</th>
            <th scope="col">{t('list.ongoing')}</th>
          </tr>
        </thead>
        <tbody>
          {county.priorities.map((one) => (
            <tr key={one.code}>
              <th scope="row">
                <PriorityMark code={one.code} scale={scale} />
              </th>
              <td>{number(one.waiting)}</td>
              <td>{number(one.ongoing)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {longest && (
        <p>
          {t('county.longest')}{' '}
          <button
            type="button"
            className="button small"
            onClick={() => dispatch({ type: 'openIncident', id: longest.id })}
          >
            {longest.priority} {placeName(longest)} · {age(longest.receivedAt, now)}
          </button>
        </p>
      )}
      <p>
        {t('county.byMunicipality')}{' '}
        {county.municipalities
          .map(([name, count]) => `${name || t('county.noMunicipality')} ${number(count)}`)
          .join(', ')}
      </p>
    </Card>
  );
}

function Stations({ county }: { county: County }) {
  return (
    <Card title={t('county.stations')} how={t('county.stationsHow')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('unit.station')}</th>
            <th scope="col">{t('county.free')}</th>
            <th scope="col">{t('county.bound')}</th>
            <th scope="col">{t('county.out')}</th>
            <th scope="col">{t('county.offDuty')}</th>
          </tr>
        </thead>
        <tbody>
          {county.stations.map((one) => (
            <tr key={one.id} className={one.free === 0 ? 'bare' : ''}>
              <th scope="row">{one.name}</th>
              <td>{number(one.free)}</td>
              <td>{number(one.bound)}</td>
              <td>{number(one.out)}</td>
              <td>{number(one.offDuty)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Away({ county }: { county: County }) {
  const { region } = useShared();
  const now = useServerNow();
  return (
    <Card title={t('county.away')} how={t('county.awayHow')}>
      <h3>{t('county.outside')}</h3>
      <Units
        list={county.outside}
        say={({ at }) => t('county.positionAge', { age: age(at, now) })}
      />
      <h3>{t('county.leaving')}</h3>
      <Units
        list={county.leaving}
        say={({ to }) => t('county.towards', { name: destinationName(to, region) })}
      />
      {county.unplaced > 0 && (
        <p className="warn-ink">{t('county.unplaced', { count: county.unplaced })}</p>
      )}
    </Card>
  );
}

function Crews({ county }: { county: County }) {
  const now = useServerNow();
  const hours = number(AHEAD_SECONDS / 3600);
  const ends = ({ at }: UnitAt) => {
    const left = secondsBetween(now, at);
    const time = clockTime(at);
    return left < 0
      ? t('county.over', { time, age: age(at, now) })
      : t('county.ends', { time, age: age(now, at) });
  };
  const meal = ({ unit, at }: UnitAt) =>
    [
      `${clockTime(at)}–${clockTime(unit.shift?.mealEnd ?? at)}`,
      unit.assignment ? t('county.boundNow') : '',
    ]
      .filter(Boolean)
      .join(', ');
  return (
    <Card title={t('county.crews')} how={t('county.crewsHow', { hours })}>
      <h3>{t('county.overtime')}</h3>
      <Units list={county.overtime} say={ends} />
      <h3>{t('county.meals')}</h3>
      <Units list={county.meals} say={meal} />
    </Card>
  );
}

/** The same figures as the view of the cover has. */
function Cover() {
  const { answer: cover, failed } = useCover();
  return (
    <Card title={t('cover.title')} how={t('cover.explained')}>
      {failed && <p className="warn-ink">{t('cover.failed')}</p>}
      {cover && <CoverFigures cover={cover} />}
    </Card>
  );
}

function Lapses({ county }: { county: County }) {
  const { store } = useShared();
  const { dispatch } = useDesk();
  return (
    <Card title={t('county.lapses')} how={t('county.lapsesHow')}>
      {county.lapses.length === 0 && <p>{t('county.none')}</p>}
      <ul className="unit-lines">
        {county.lapses.slice(0, ROWS_MAX).map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="button small"
              onClick={() => dispatch({ type: 'openIncident', id: one.incident })}
            >
              {store.get().units.get(one.unit)?.callSign ?? one.unit}
            </button>
            <span>
              {one.lapses
                .map((lapse) => `${tCode('deadline', lapse.deadline)} ${clockTime(lapse.at)}`)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
      <Rest count={county.lapses.length - ROWS_MAX} />
    </Card>
  );
}

interface UnitsProps<T> {
  readonly list: readonly T[];
  readonly say: (one: T) => string;
}

function Units<T extends { readonly unit: Unit }>({ list, say }: UnitsProps<T>) {
  const { dispatch } = useDesk();
  if (list.length === 0) return <p>{t('county.none')}</p>;
  return (
    <>
      <ul className="unit-lines">
        {list.slice(0, ROWS_MAX).map((one) => (
          <li key={one.unit.id}>
            <button
              type="button"
              className="button small"
              onClick={() => dispatch({ type: 'openUnit', id: one.unit.id })}
            >
              {one.unit.callSign}
            </button>
            <span>{say(one)}</span>
          </li>
        ))}
      </ul>
      <Rest count={list.length - ROWS_MAX} />
    </>
  );
}

function Rest({ count }: { count: number }) {
  return count > 0 ? <p>{t('alarm.more', { count })}</p> : null;
}
