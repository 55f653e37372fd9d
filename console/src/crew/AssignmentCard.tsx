import { useEffect, useState } from 'react';
import type { CrewAssignment } from '../api/contract';
import { PriorityMark, priorityName } from '../design/PriorityMark';
import { ThreatText } from '../incident/ThreatText';
import { secondsBetween } from '../model/time';
import { t } from '../text';
import { clockTime, countdown, phone } from '../text/format';
import { useCrew, useCrewNow, useOutbox } from './context';
import { DestinationForm } from './DestinationForm';
import { PatientForm } from './PatientForm';
import { stepsAhead } from './steps';

/** What the crew is on: what threatens first, then where to and what for. */
export function AssignmentCard({ read }: { read: CrewAssignment }) {
  const { scale } = useCrew();
  const { incident, assignment } = read;
  const { location } = incident;
  useEffect(() => {
    // Felt in a pocket; a browser that may not vibrate says no and that is all.
    if ('vibrate' in navigator) navigator.vibrate([400, 150, 400]);
  }, [assignment.id]);
  return (
    <article className="crew-case" aria-labelledby="crew-place">
      <Threats read={read} />
      <header>
        <PriorityMark code={incident.priority} scale={scale} />
        <div>
          <h2 id="crew-place" dir="auto">
            {location.address || location.municipality || incident.id}
          </h2>
          <p className="quiet">
            {[priorityName(incident.priority, scale), location.municipality]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
      </header>
      <Deadline read={read} />
      {incident.priority !== assignment.priority && (
        <p className="warn-ink">{t('crew.newPriority', { before: assignment.priority })}</p>
      )}
      <p className="crew-what" dir="auto">
        {[incident.indexCode, incident.description].filter(Boolean).join(' · ')}
      </p>
      <Where read={read} />
      <Notes read={read} />
      <div className="crew-tools">
        <DestinationForm assignment={assignment} />
        <PatientForm incident={incident} />
      </div>
      <p className="quiet case-id">{incident.id}</p>
    </article>
  );
}

function Threats({ read }: { read: CrewAssignment }) {
  const { now } = useCrewNow();
  const { threats } = read.incident;
  if (threats.length === 0) return null;
  return (
    <section className="threats" aria-label={t('case.threats')}>
      {threats.map((threat) => (
        <div key={threat.id} className="threat">
          <ThreatText threat={threat} now={now} />
        </div>
      ))}
    </section>
  );
}

/** How long is left to acknowledge, then to roll; a press on its way counts as done. */
function Deadline({ read }: { read: CrewAssignment }) {
  const { now } = useCrewNow();
  const next = stepsAhead(read.assignment, useOutbox())[0];
  const { acknowledgeBy, rollBy } = read.assignment;
  const waitsFor = next === 'ACKNOWLEDGED' ? 'acknowledge' : 'roll';
  const by = next === 'ACKNOWLEDGED' ? acknowledgeBy : next === 'ROLLING' ? rollBy : null;
  if (by == null) return null;
  const seconds = secondsBetween(now, by);
  const words = countdown(Math.abs(seconds));
  return seconds < 0 ? (
    <p className="grave-ink">{t(`case.${waitsFor}Late`, { late: words })}</p>
  ) : (
    <p className="warn-ink">{t(`case.${waitsFor}In`, { left: words })}</p>
  );
}

function Where({ read }: { read: CrewAssignment }) {
  const { location, callbackNumber } = read.incident;
  const { position } = location;
  return (
    <dl className="facts">
      <div>
        <dt>{t('case.quality')}</dt>
        <dd>
          {position ? (
            <a href={`geo:${position.lat},${position.lon}?q=${position.lat},${position.lon}`}>
              {position.lat.toFixed(4)}, {position.lon.toFixed(4)}
            </a>
          ) : (
            t('unit.noPosition')
          )}{' '}
          <span className="quiet">({t(`quality.${location.quality}`)})</span>
        </dd>
      </div>
      {callbackNumber && (
        <div>
          <dt>{t('case.callback')}</dt>
          <dd>
            <a className="phone" href={`tel:${callbackNumber.replace(/[^\d+]/g, '')}`}>
              {phone(callbackNumber)}
            </a>
          </dd>
        </div>
      )}
    </dl>
  );
}

/** The newest note in full, the older ones behind one press. */
function Notes({ read }: { read: CrewAssignment }) {
  const [all, setAll] = useState(false);
  const notes = read.incident.notes.toReversed();
  if (notes.length === 0) return null;
  return (
    <section>
      <h3>
        {t('case.notes')} <span className="count">{notes.length}</span>
      </h3>
      <ul className="lines">
        {(all ? notes : notes.slice(0, 1)).map((one, index) => (
          <li key={`${one.at} ${index}`}>
            <time>{clockTime(one.at)}</time>
            <span dir="auto">{one.text}</span>
          </li>
        ))}
      </ul>
      {notes.length > 1 && !all && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {t('crew.allNotes')}
        </button>
      )}
    </section>
  );
}
