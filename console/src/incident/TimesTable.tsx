import { useMemo } from 'react';
import type { Assignment, Incident } from '../api/contract';
import { MILESTONES } from '../api/contract';
import { openFirst } from '../model/lists';
import { useModel } from '../picture/context';
import { t } from '../text';
import { clockSeconds } from '../text/format';

const CALL_TIMES = [
  'queuedAt',
  'answeredAt',
  'prioritisedAt',
  'waitingRoomInAt',
  'waitingRoomOutAt',
] as const;
const UNIT_TIMES = ['assignedAt', ...MILESTONES.map(([, field]) => field)] as const;

/** The full row of times: of the call, and one column for every unit that was on it. */
export function TimesTable({ incident }: { incident: Incident }) {
  const all = useModel((model) => model.assignments);
  const units = useModel((model) => model.units);
  const assignments = useMemo(
    () => [...all.values()].filter((one) => one.incident === incident.id).sort(openFirst),
    [all, incident.id],
  );
  return (
    <section className="times" data-help="pane.times">
      <h3>{t('case.times')}</h3>
      <div className="times-columns">
        <table>
          <caption className="unseen">{t('case.title')}</caption>
          <tbody>
            <TimeRow name={t('time.receivedAt')} times={[incident.receivedAt]} />
            {CALL_TIMES.map((field) => (
              <TimeRow key={field} name={t(`time.${field}`)} times={[incident.times[field]]} />
            ))}
          </tbody>
        </table>
        {assignments.length > 0 && (
          <table>
            <caption className="unseen">{t('case.assignments')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('unit.callSign')}</th>
                {assignments.map((one) => (
                  <th key={one.id} scope="col">
                    {units.get(one.unit)?.callSign ?? one.unit}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {UNIT_TIMES.map((field) => (
                <TimeRow
                  key={field}
                  name={t(`time.${field}`)}
                  times={assignments.map((one: Assignment) => one.times[field])}
                />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  );
}

interface RowProps {
  readonly name: string;
  readonly times: readonly (string | null | undefined)[];
}

function TimeRow({ name, times }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {times.map((one, index) => (
        <td key={index}>{one ? clockSeconds(one) : '–'}</td>
      ))}
    </tr>
  );
}
