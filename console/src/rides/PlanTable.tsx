import type { RidePlan } from '../api/contract';
import { t } from '../text';
import { clockTime, date } from '../text/format';
import { useShared } from '../picture/context';
import type { Row } from './plan';
import { COLUMNS, tableOf } from './table';

interface Props {
  readonly plan: RidePlan;
  readonly rows: readonly Row[];
}

/** The plan on paper: every ride a line, since bars without their hours say nothing there. */
export function PlanTable({ plan, rows }: Props) {
  const { region } = useShared();
  return (
    <table className="ride-paper">
      <caption>
        {`${t('view.rides')} · ${region.name} · ${date(plan.now)} ${clockTime(plan.now)}`}
      </caption>
      <thead>
        <tr>
          {COLUMNS.map((one) => (
            <th key={one} scope="col">
              {t(`rideColumn.${one}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tableOf(plan, rows).map((line) => (
          <tr key={line.join(' ')}>
            {line.map((cell, column) => (
              <td key={COLUMNS[column]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
