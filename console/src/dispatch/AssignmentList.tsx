import { useMemo } from 'react';
import type { Assignment, Incident, Milestone } from '../api/contract';
import { MILESTONES } from '../api/contract';
import { may } from '../identity/abilities';
import { StatusMark } from '../fleet/StatusMark';
import { openFirst } from '../model/lists';
import { secondsBetween } from '../model/time';
import { useConnection, useDesk, useModel, useServerNow, useShared } from '../picture/context';
import { FieldMark } from '../presence/News';
import { t, tCode } from '../text';
import { isLate } from './deadline';
import { destinationName } from './destination';
import { countdown } from '../text/format';

/** Units on the case, with how long they have left to acknowledge and to roll. */
export function AssignmentList({ incident }: { incident: Incident }) {
  const all = useModel((model) => model.assignments);
  const list = useMemo(
    () => [...all.values()].filter((one) => one.incident === incident.id).sort(openFirst),
    [all, incident.id],
  );
  return (
    <section data-help="pane.assignments" aria-label={t('case.assignments')}>
      <h3>
        {t('case.assignments')}{' '}
        <span className="count">{list.filter((one) => one.state === 'OPEN').length}</span>{' '}
        <FieldMark incident={incident} field="assignments" />
      </h3>
      {list.length === 0 && <p className="quiet">{t('case.noAssignments')}</p>}
      <ul className="assignments">
        {list.map((one) => (
          <Row key={one.id} assignment={one} />
        ))}
      </ul>
    </section>
  );
}

function Row({ assignment }: { assignment: Assignment }) {
  const { region } = useShared();
  const { dispatch } = useDesk();
  const unit = useModel((model) => model.units.get(assignment.unit));
  const callSign = unit?.callSign ?? assignment.unit;
  const open = assignment.state === 'OPEN';
  const facility = region.destinations.find((one) => one.id === assignment.destination);
  const reception = assignment.reception.state;
  return (
    <li className={open ? 'assignment' : 'assignment ended'}>
      <button
        type="button"
        className="button small plain link"
        onClick={() => unit && dispatch({ type: 'openUnit', id: unit.id })}
      >
        <b>{callSign}</b>
      </button>
      {open && unit ? (
        <StatusMark status={unit.status} />
      ) : (
        <span className="quiet">
          {tCode('assignmentState', assignment.state)} {assignment.reason}
        </span>
      )}
      {open && <Deadline assignment={assignment} />}
      {assignment.lapses.length > 0 && (
        <span className="tag warn">{t('case.lapses', { count: assignment.lapses.length })}</span>
      )}
      {assignment.destination && (
        <span className="quiet">
          {t('case.destination', {
            name: facility ? destinationName(facility, region) : assignment.destination,
          })}
          {reception !== 'NONE' &&
            `, ${t('case.reception', { state: t(`reception.${reception}`) })}`}
        </span>
      )}
      {open && <Steps assignment={assignment} callSign={callSign} />}
    </li>
  );
}

/** The countdown to the next deadline: acknowledge first, then roll. */
function Deadline({ assignment }: { assignment: Assignment }) {
  const now = useServerNow();
  const { times, acknowledgeBy, rollBy } = assignment;
  if (times.rollingAt || times.atAddressAt || times.atPatientAt) return null;
  const by = times.acknowledgedAt ? rollBy : acknowledgeBy;
  if (by == null) return null;
  const late = isLate(assignment, now);
  const left = countdown(Math.abs(secondsBetween(now, by)));
  const waitsFor = times.acknowledgedAt ? 'roll' : 'acknowledge';
  return late ? (
    <span className="grave-ink">{t(`case.${waitsFor}Late`, { late: left })}</span>
  ) : (
    <span>{t(`case.${waitsFor}In`, { left })}</span>
  );
}

/** What a dispatcher does on the crew's behalf when they call in by radio. */
function Steps({ assignment, callSign }: { assignment: Assignment; callSign: string }) {
  const { actions, session } = useShared();
  const { dispatch } = useDesk();
  const live = useConnection() === 'LIVE';
  if (!may(session, 'DISPATCH')) return null;
  const next = nextMilestones(assignment);
  const { id } = assignment;
  const pass = (milestone: Milestone) => {
    // Clear asks how it ended; the other milestones need nothing but their time.
    if (milestone === 'CLEAR')
      dispatch({ type: 'openForm', form: { kind: 'clear', assignment: id } });
    else void actions.milestone(id, milestone, callSign);
  };
  return (
    <span className="steps">
      <select
        aria-label={`${t('unit.setStatus')} ${callSign}`}
        data-help="field.unitStatus"
        value=""
        disabled={!live}
        onChange={(event) => pass(event.target.value as Milestone)}
      >
        <option value="">{t('unit.setStatus')}</option>
        {next.map(([milestone, field]) => (
          <option key={milestone} value={milestone}>
            {t(`time.${field}`)}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button small"
        onClick={() =>
          dispatch({ type: 'openForm', form: { kind: 'destination', assignment: id } })
        }
      >
        {t('case.chooseDestination')}
      </button>
      <button
        type="button"
        className="button small"
        onClick={() => dispatch({ type: 'openForm', form: { kind: 'standDown', assignment: id } })}
      >
        {t('form.standDownConfirm')}
      </button>
    </span>
  );
}

/** Milestones go forward only; those already passed are not offered. */
function nextMilestones({ times }: Assignment) {
  const last = MILESTONES.findLastIndex(([, field]) => times[field]);
  return MILESTONES.slice(last + 1);
}
