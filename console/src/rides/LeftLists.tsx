import { t } from '../text';
import { number, when } from '../text/format';
import { useRides } from './context';
import { milliseconds } from '../model/time';
import { boughtText, unplannedReason, wayText } from './words';

/** More are counted, not listed: a list that long is read in the saved table. */
const LISTED_MAX = 200;

/** Orders that no vehicle has, each with its reason, and those bought per trip with their price. */
export function LeftLists() {
  const { plan } = useRides();
  if (!plan) return null;
  const { unplanned, bought } = plan;
  const kronor = bought.reduce((sum, one) => sum + one.kronor, 0);
  return (
    <div className="ride-left" id="ride-left">
      <h3>
        {t('rides.unplanned')} <span className="count">{number(unplanned.length)}</span>
      </h3>
      {unplanned.length === 0 && <p className="quiet">{t('rides.allPlanned')}</p>}
      <ul>
        {unplanned.slice(0, LISTED_MAX).map((one) => (
          <Left
            key={one.transport}
            transport={one.transport}
            said={unplannedReason(one, milliseconds(plan.now))}
          />
        ))}
      </ul>
      <Rest count={unplanned.length - LISTED_MAX} />
      <h3>
        {t('rides.bought')} <span className="count">{number(bought.length)}</span>{' '}
        {bought.length > 0 && t('transport.kronor', { count: kronor })}
      </h3>
      <ul>
        {bought.slice(0, LISTED_MAX).map((one) => (
          <Left
            key={one.transport}
            transport={one.transport}
            said={boughtText(one, milliseconds(plan.now))}
          />
        ))}
      </ul>
      <Rest count={bought.length - LISTED_MAX} />
    </div>
  );
}

function Rest({ count }: { readonly count: number }) {
  return count > 0 ? <p>{t('alarm.more', { count })}</p> : null;
}

function Left({ transport, said }: { readonly transport: string; readonly said: string }) {
  const { plan, desk, now, dispatch } = useRides();
  const ride = plan?.rides.find((one) => one.transport === transport);
  // Beyond what is planned at once only the reason is told.
  if (!ride) return <li>{said}</li>;
  return (
    <li>
      <button
        type="button"
        className="button small"
        aria-pressed={desk.transport === transport}
        onClick={() => dispatch({ type: 'choose', unit: desk.unit, transport, now })}
      >
        {`${when(ride.pickupFrom, now)} ${wayText(ride)}`}
      </button>
      <span>{said}</span>
    </li>
  );
}
