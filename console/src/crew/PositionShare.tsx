import { useEffect, useState } from 'react';
import { t } from '../text';
import { age, number } from '../text/format';
import { useCrew, useCrewNow } from './context';
import { crewTime } from './link';

/** A position goes at most this often, in milliseconds: enough for a map, little for a battery. */
const PACE_MILLISECONDS = 5_000;

interface Sent {
  /** When the place was measured, server time in milliseconds. */
  readonly at: number;
  readonly accuracyMetres: number;
}

type Failure = 'DENIED' | 'NO_PLACE' | 'NOT_SENT' | null;

/** The phone's place goes to the centre only after a yes that can be taken back here. */
export function PositionShare() {
  const { session } = useCrew();
  const { now } = useCrewNow();
  const key = `dirigent.position.${session.username}`;
  const [on, setOn] = useState(() => localStorage.getItem(key) === 'yes');
  const { sent, failure } = usePosition(on);
  const choose = (next: boolean) => {
    localStorage.setItem(key, next ? 'yes' : 'no');
    setOn(next);
  };
  return (
    <section className="crew-position">
      <label className="check">
        <input type="checkbox" checked={on} onChange={(event) => choose(event.target.checked)} />
        {t('crew.position')}
      </label>
      <p className={failure ? 'warn-ink' : 'quiet'} role="status">
        {!on && t('crew.positionOff')}
        {on && failure && t(`crew.${failure}`)}{' '}
        {on &&
          sent &&
          t('crew.positionSent', {
            age: age(sent.at, now),
            metres: number(Math.round(sent.accuracyMetres)),
          })}
        {on && !sent && !failure && t('crew.positionWait')}
      </p>
    </section>
  );
}

/** Watches the place while allowed, and sends the newest; what could not be sent is not kept. */
function usePosition(on: boolean): { sent: Sent | null; failure: Failure } {
  const { client, region, unit, link } = useCrew();
  const [sent, setSent] = useState<Sent | null>(null);
  const [failure, setFailure] = useState<Failure>(null);
  useEffect(() => {
    if (!on) return;
    let last = 0;
    const place = ({ coords, timestamp }: GeolocationPosition) => {
      const asked = Date.now();
      if (asked - last < PACE_MILLISECONDS) return;
      last = asked;
      // The phone's clock may be wrong: only the age of the measurement is taken from it.
      const at = crewTime(link.get(), asked) - Math.max(0, asked - timestamp);
      const report = {
        unit,
        position: { lat: coords.latitude, lon: coords.longitude },
        at: new Date(at).toISOString(),
        ...(coords.speed == null ? {} : { speedKmh: coords.speed * 3.6 }),
        ...(coords.heading == null ? {} : { headingDegrees: coords.heading }),
      };
      client.sendPosition(region.code, report).then(
        () => {
          setSent({ at, accuracyMetres: coords.accuracy });
          setFailure(null);
        },
        () => setFailure('NOT_SENT'),
      );
    };
    const fail = ({ code, PERMISSION_DENIED }: GeolocationPositionError) =>
      setFailure(code === PERMISSION_DENIED ? 'DENIED' : 'NO_PLACE');
    const watch = navigator.geolocation.watchPosition(place, fail, { enableHighAccuracy: true });
    return () => {
      navigator.geolocation.clearWatch(watch);
      setSent(null);
      setFailure(null);
    };
  }, [on, client, region, unit, link]);
  return { sent, failure };
}
