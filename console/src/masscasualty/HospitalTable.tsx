import { CommandButton } from '../commands/CommandButton';
import { useShared } from '../picture/context';
import { t } from '../text';
import { clockTime, number } from '../text/format';
import { CategoryMark } from './CategoryMark';
import { useMajor } from './context';
import { TRAVELLING, type HospitalCell, type HospitalRow } from './counts';
import { hospitalName } from './words';

/** What each hospital has been given and can still take, and the key it is drawn from. */
export function HospitalTable() {
  const { hospitals, rules, major } = useMajor();
  const key = major?.key;
  return (
    <section
      className="pane major-hospitals"
      data-help="pane.hospitals"
      aria-label={t('major.hospitals')}
    >
      <header className="pane-head">
        <h2>{t('major.hospitals')}</h2>
        <CommandButton id="majorCapacity" className="button small" brief />
        <CommandButton id="majorKey" className="button small" brief />
      </header>
      <p className={key ? 'quiet' : 'warn-ink'}>
        {key
          ? t('major.keyInUse', { name: key.name, version: key.version, approver: key.approver })
          : t('major.noKey')}
      </p>
      {hospitals.length === 0 ? (
        <p className="quiet">{t('major.noHospitals')}</p>
      ) : (
        // The table may be wider than its pane, and is then moved by the arrows.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="scrolls" tabIndex={0} role="region" aria-label={t('major.hospitals')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('major.hospital')}</th>
                {TRAVELLING.map((one) => (
                  <th key={one} scope="col">
                    <CategoryMark rules={rules} category={one} />
                  </th>
                ))}
                <th scope="col">{t('major.coming')}</th>
                <th scope="col">{t('majorStep.there')}</th>
              </tr>
            </thead>
            <tbody>
              {hospitals.map((one) => (
                <Row key={one.facility} row={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="quiet">{t('major.cellHow')}</p>
    </section>
  );
}

function Row({ row }: { readonly row: HospitalRow }) {
  const { region } = useShared();
  const { report } = row;
  return (
    <tr className={row.closed ? 'closed' : ''}>
      <th scope="row">
        {hospitalName(region, row.facility)}
        {row.closed && <b className="grave-ink"> {t('major.closed')}</b>}
        {report && (
          <span className="quiet said">
            {t('major.saidAt', { time: clockTime(report.at) })} {report.text}
          </span>
        )}
      </th>
      {row.cells.map((cell) => (
        <Cell key={cell.category} cell={cell} closed={row.closed} />
      ))}
      <td>{number(row.decided + row.onTheWay)}</td>
      <td>{number(row.there)}</td>
    </tr>
  );
}

/** Given / left, and the part of the key; what nobody has said is a dash, never a nought. */
function Cell({ cell, closed }: { readonly cell: HospitalCell; readonly closed: boolean }) {
  const { given, left, percent } = cell;
  const full = closed || (left !== null && left <= 0);
  return (
    <td className={full && percent !== null ? 'full' : ''}>
      <b>{number(given)}</b>
      <span className="quiet">
        {' / '}
        {closed ? number(0) : left === null ? '–' : number(left)}
      </span>
      {percent !== null && <span className="quiet said">{number(percent)} %</span>}
    </td>
  );
}
