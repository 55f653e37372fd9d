import { CommandButton } from '../commands/CommandButton';
import { Boundary } from '../design/Boundary';
import { t, tCode } from '../text';
import { clockTime, number, when } from '../text/format';
import { useRides } from './context';
import { BookingForm } from './BookingForm';
import { LeftLists } from './LeftLists';
import { MoveForm } from './MoveForm';
import { NextRides } from './NextRides';
import type { Bar } from './plan';
import { WhyList } from './WhyList';
import { timesText, unplannedReason, wayText } from './words';

/** The chosen ride: where it stands and why, and what may be done with it. */
export function RidePanel() {
  const { ride, bar, desk, plan } = useRides();
  return (
    <section className="pane ride-panel" data-help="pane.ride" aria-label={t('rides.chosen')}>
      <h2 id="ride-title" tabIndex={-1}>
        {ride ? wayText(ride) : t('rides.noneChosen')}
      </h2>
      {ride && (
        <Boundary key={ride.transport} pane={t('rides.chosen')}>
          {bar ? <Placed bar={bar} /> : <Unplaced />}
          <div className="choices">
            <CommandButton id="rideMove" className="button first small" />
            <CommandButton id="rideLock" className="button small" />
            <CommandButton
              id="rideHold"
              className="button small"
              text={t(bar?.mark ? 'rides.release' : 'rides.hold')}
            />
            <CommandButton id="rideWhy" className="button small" />
          </div>
          {desk.form === 'move' && <MoveForm key={ride.transport} />}
          {desk.form === 'why' && <WhyList key={ride.transport} transport={ride.transport} />}
          <Facts />
        </Boundary>
      )}
      {!ride && <NextRides />}
      {plan && <LeftLists />}
    </section>
  );
}

function Placed({ bar }: { readonly bar: Bar }) {
  const { rows, now } = useRides();
  const vehicle = rows.find((row) => row.vehicle.unit === bar.unit)?.vehicle;
  if (!vehicle) return null;
  return (
    <>
      <p>
        <b>{timesText(bar, now)}</b>{' '}
        {t('rides.with', { callSign: vehicle.callSign, kind: tCode('kind', vehicle.kind) })}
      </p>
      {bar.mark && <p>{t(`rideMarkHelp.${bar.mark}`)}</p>}
      {bar.lateMinutes > 0 && (
        <p className="grave-ink">{t('rides.lateBy', { minutes: bar.lateMinutes })}</p>
      )}
    </>
  );
}

function Unplaced() {
  const { plan, ride, now } = useRides();
  const why = plan?.unplanned.find((one) => one.transport === ride?.transport);
  const bought = plan?.bought.find((one) => one.transport === ride?.transport);
  if (bought) return <BookingForm key={bought.transport} bought={bought} />;
  return <p className="warn-ink">{why ? unplannedReason(why, now) : t('rides.notYet')}</p>;
}

function Facts() {
  const { ride, now } = useRides();
  if (!ride) return null;
  const promised = `${when(ride.pickupFrom, now)}–${clockTime(ride.pickupUntil)}`;
  const facts: [string, string][] = [
    [t('rides.promised'), promised],
    ...(ride.arriveBy
      ? [[t('transport.arriveBy'), when(ride.arriveBy, now)] as [string, string]]
      : []),
    [t('transport.modeTo'), tCode('mode', ride.mode)],
    [t('rides.state'), t(`ride.${ride.ride}`)],
    [t('rides.party'), number(ride.persons)],
    [t('transport.posture'), t(`posture.${ride.posture}`)],
  ];
  return (
    <dl className="order-facts">
      {facts.map(([name, value]) => (
        <div key={name} className="ride-fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
