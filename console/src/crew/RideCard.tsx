import { useEffect, useState } from 'react';
import { Problem } from '../api/client';
import type { CrewRide, Patient } from '../api/contract';
import { t, tCode } from '../text';
import { clockTime } from '../text/format';
import { useCrew, useCrewNow } from './context';
import { doorText, entranceText, needTexts, rideText, warningTexts } from './rideText';

/** A care transport: what must be known first, then where from, where to, for whom and why. */
export function RideCard({ ride }: { readonly ride: CrewRide }) {
  const { request, planned } = ride;
  const warnings = warningTexts(request);
  useEffect(() => {
    if ('vibrate' in navigator) navigator.vibrate(200);
  }, [ride.id]);
  return (
    <article className="crew-case" aria-labelledby="crew-ride">
      {warnings.length > 0 && (
        <section className="threats" aria-label={t('crewRide.warnings')}>
          {warnings.map((text) => (
            <p key={text} className="threat" dir="auto">
              {text}
            </p>
          ))}
        </section>
      )}
      <header>
        <div>
          <h2 id="crew-ride" dir="auto">
            {doorText(ride.from)} → {doorText(ride.to)}
          </h2>
          <p className="quiet">
            {[t('crewRide.title'), tCode('mode', ride.mode), rideText(ride)]
              .filter((text) => text !== '')
              .join(' · ')}
          </p>
        </div>
      </header>
      <p className="crew-what" dir="auto">
        {request.reason}
      </p>
      <dl className="facts">
        <End
          name={t('crewRide.pickup', { time: clockTime(planned.pickupAt) })}
          door={ride.from}
          stop={request.from}
        />
        <End
          name={t('crewRide.delivery', { time: clockTime(planned.arriveAt) })}
          door={ride.to}
          stop={request.to}
        />
        <Fact name={t('crewRide.needs')} text={needTexts(request).join(', ')} />
        <Fact
          name={t('transport.resuscitation')}
          text={t(`resuscitation.${request.resuscitation}`)}
        />
        <Fact name={t('transport.note')} text={request.note} />
        <Fact name={t('transport.ordainedBy')} text={request.ordainedBy} />
        <Fact name={t('crewRide.orderedBy')} text={ride.careUnit} />
        <Fact name={t('crewRide.receiver')} text={receiver(ride)} />
      </dl>
      <Who patient={ride.patient} />
    </article>
  );
}

function receiver({ reception }: CrewRide): string {
  return reception === 'NONE' ? '' : t(`transportReception.${reception}`);
}

function Fact({ name, text }: { readonly name: string; readonly text: string }) {
  if (text === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{text}</dd>
    </div>
  );
}

interface EndProps {
  readonly name: string;
  readonly door: CrewRide['from'];
  readonly stop: CrewRide['request']['from'];
}

function End({ name, door, stop }: EndProps) {
  const { lat, lon } = door.position;
  const entrance = entranceText(stop);
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">
        <a href={`geo:${lat},${lon}?q=${lat},${lon}`}>{doorText(door)}</a>
        {entrance && <span className="crew-entrance">{entrance}</span>}
      </dd>
    </div>
  );
}

/** Who it is, when asked for: every such read is logged. */
function Who({ patient }: { readonly patient: string }) {
  const { client, region } = useCrew();
  const live = useCrewNow().link === 'LIVE';
  const [read, setRead] = useState<Patient | null>(null);
  const [error, setError] = useState('');
  const show = () => {
    if (!live) {
      setError(t('why.lost'));
      return;
    }
    client.patient(region.code, patient, 'vård').then(setRead, (problem: unknown) => {
      setError(problem instanceof Problem ? problem.message : t('problem.noAnswer'));
    });
  };
  if (read)
    return (
      <p>
        <b dir="auto">{read.name || t('crewRide.noName')}</b> <span>{read.number}</span>
      </p>
    );
  return (
    <div>
      <button type="button" className="button whole" onClick={show}>
        {t('crewRide.who')}
      </button>
      <p role="alert" className="grave-ink">
        {error}
      </p>
    </div>
  );
}
