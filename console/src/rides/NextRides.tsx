import { t, tCode } from '../text';
import { when } from '../text/format';
import { useRides } from './context';
import { nextOf } from './plan';
import { wayText } from './words';

/** The rides that are fetched next: on the time lines they may lie far down, or tomorrow. */
export function NextRides() {
  const { rows, now, dispatch } = useRides();
  const next = nextOf(rows);
  if (next.length === 0) return null;
  return (
    <div className="ride-left">
      <h3>{t('rides.next')}</h3>
      <ul>
        {next.map(({ bar, vehicle }) => (
          <li key={bar.ride.transport}>
            <button
              type="button"
              className="button small"
              onClick={() =>
                dispatch({
                  type: 'choose',
                  unit: bar.unit,
                  transport: bar.ride.transport,
                  at: bar.pickup,
                  now,
                })
              }
            >
              {`${when(bar.pickup, now)} ${wayText(bar.ride)}`}
            </button>
            <span>
              {t('rides.with', { callSign: vehicle.callSign, kind: tCode('kind', vehicle.kind) })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
