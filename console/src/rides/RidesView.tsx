import { lazy, Suspense, useEffect, useMemo } from 'react';
import { CommandButton } from '../commands/CommandButton';
import { tourOf } from '../map/tours';
import { t } from '../text';
import { clockTime, number, span } from '../text/format';
import { useRides } from './context';
import { figuresOf } from './plan';
import { PlanTable } from './PlanTable';
import { RidePanel } from './RidePanel';
import { FILTER_ID } from './RidesProvider';
import { TimeLines } from './TimeLines';
import { MARK_SHAPES } from './TimeLine';

const MapView = lazy(() => import('../map/MapView'));

/** The plan of rides: figures on top, a line for each vehicle, the chosen ride and its map. */
export function RidesView({ map }: { readonly map: boolean }) {
  const { plan, failed, rows, desk } = useRides();
  const chosen = rows.find((row) => row.vehicle.unit === desk.unit)?.vehicle;
  const tour = useMemo(() => (chosen ? tourOf(chosen) : null), [chosen]);
  return (
    <>
      <div className="ride-main">
        <Figures />
        {failed && plan && (
          <p role="alert" className="error ride-old">
            {t('rides.lost', { time: clockTime(plan.now) })}
          </p>
        )}
        <section className="pane ride-pane" aria-label={t('view.rides')}>
          <Tools />
          {plan ? <TimeLines /> : <Loading failed={failed} />}
          <Legend />
        </section>
      </div>
      <div className="ride-side">
        <RidePanel />
        {map && (
          <Suspense fallback={<div className="pane map" />}>
            <MapView tour={tour} />
          </Suspense>
        )}
      </div>
      {desk.printing && plan && <Paper />}
    </>
  );
}

function Loading({ failed }: { readonly failed: boolean }) {
  return (
    <p role={failed ? 'alert' : 'status'} className={`ride-none ${failed ? 'error' : 'quiet'}`}>
      {t(failed ? 'problem.noAnswer' : 'app.loading')}
    </p>
  );
}

const kronor = (count: number) => t('transport.kronor', { count });

function Figures() {
  const { plan, rows } = useRides();
  const figures = useMemo(() => (plan ? figuresOf(plan, rows) : null), [plan, rows]);
  if (!plan || !figures) return null;
  const { search } = plan;
  const late =
    figures.late === 0
      ? t('rides.noneLate')
      : t('rides.late', { count: figures.late, minutes: number(figures.lateMinutes) });
  const searched = search.lastAt
    ? t('rides.searched', {
        time: clockTime(search.lastAt),
        seconds: number(search.lastMillis / 1000, 1),
      })
    : t('rides.neverSearched');
  return (
    <dl className="pane ride-figures" data-help="pane.rideFigures" aria-label={t('rides.figures')}>
      <Figure name={t('rides.served')} value={number(figures.served)} />
      <Figure
        name={t('rides.unplanned')}
        value={number(figures.unplanned)}
        tone={figures.unplanned > 0 ? 'warn-ink' : ''}
      />
      <Figure
        name={t('rides.bought')}
        value={`${number(figures.bought)} · ${kronor(figures.boughtKronor)}`}
      />
      <Figure name={t('rides.lateName')} value={late} tone={figures.late > 0 ? 'grave-ink' : ''} />
      <Figure name={t('rides.driving')} value={kronor(figures.kronor)} />
      <Figure name={t('rides.wheel')} value={span(figures.drivenSeconds)} />
      <Figure name={t(search.running ? 'rides.searching' : 'rides.search')} value={searched} />
    </dl>
  );
}

function Figure({ name, value, tone = '' }: { name: string; value: string; tone?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={tone}>{value}</dd>
    </div>
  );
}

/** What part of the plan is shown, and what may be had of it. */
function Tools() {
  const { desk, dispatch } = useRides();
  const small = 'button small';
  return (
    <div className="ride-tools" role="group" aria-label={t('rides.tools')}>
      <label className="ride-filter" data-help="field.rideFilter">
        <span>{t('rides.filter')}</span>
        <input
          id={FILTER_ID}
          className="search"
          type="search"
          value={desk.words}
          maxLength={40}
          onChange={(event) => dispatch({ type: 'words', text: event.target.value })}
        />
      </label>
      <CommandButton id="rideEarlier" className={small} brief />
      <CommandButton id="rideNow" className={small} brief />
      <CommandButton id="rideLater" className={small} brief />
      <CommandButton id="rideNearer" className={small} brief />
      <CommandButton id="rideFarther" className={small} brief />
      <span className="quiet">{t('rides.hours', { count: desk.hours })}</span>
      <span className="gap" />
      <CommandButton id="rideGroup" className={small} brief />
      <CommandButton id="ridePrint" className={small} brief />
      <CommandButton id="rideSave" className={small} brief />
    </div>
  );
}

function Legend() {
  return (
    <p className="ride-legend quiet">
      {(['HELD', 'LOCKED', 'UNDER_WAY', 'LOADED'] as const).map((one) => (
        <span key={one}>
          <span aria-hidden>{MARK_SHAPES[one]}</span> {t(`rideMark.${one}`)}
        </span>
      ))}
      <span>
        <b aria-hidden>!5</b> {t('rides.lateLegend')}
      </span>
      <span>
        <span className="ride-promised sample" aria-hidden /> {t('rides.promised')}
      </span>
      <span>
        <span className="ride-wait sample" aria-hidden /> {t('rides.waits')}
      </span>
      <span>
        <span className="ride-break sample" aria-hidden /> {t('rides.break')}
      </span>
    </p>
  );
}

/** Once the table is there the browser's own dialog opens; when it closes, the table is gone. */
function Paper() {
  const { plan, rows, dispatch } = useRides();
  useEffect(() => {
    const done = () => dispatch({ type: 'print', on: false });
    window.addEventListener('afterprint', done);
    window.print();
    return () => window.removeEventListener('afterprint', done);
  }, [dispatch]);
  return plan && <PlanTable plan={plan} rows={rows} />;
}
