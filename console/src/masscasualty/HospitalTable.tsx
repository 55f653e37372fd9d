import { CommandButton } from '../commands/CommandButton';
import { useShared } from '../picture/context';
import { t } from '../text';
import { clockTime, number } from '../text/format';
import { CategoryMark } from './CategoryMark';
import { useMajor } from './context';
import type { Category, HospitalRoom, RoomLeft } from './contract';
import { columnsOf, leftText, roomOf } from './counts';
import { hospitalName } from './words';
import { Scrolls } from './Scrolls';

/** What each hospital has been given and can still take, and the key it is drawn from. */
export function HospitalTable() {
  const { hospitals, rules, major } = useMajor();
  const key = major?.key;
  const columns = columnsOf(hospitals);
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
        <Scrolls label={t('major.hospitals')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('major.hospital')}</th>
                {columns.map((one) => (
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
                <Row key={one.facility} row={one} columns={columns} />
              ))}
            </tbody>
          </table>
        </Scrolls>
      )}
      <p className="quiet">{t('major.cellHow')}</p>
    </section>
  );
}

interface RowProps {
  readonly row: HospitalRoom;
  readonly columns: readonly Category[];
}

function Row({ row, columns }: RowProps) {
  const { region } = useShared();
  const { said } = row;
  const closed = said?.closed ?? false;
  return (
    <tr className={closed ? 'closed' : ''}>
      <th scope="row">
        {hospitalName(region, row.facility)}
        {closed && <b className="grave-ink"> {t('major.closed')}</b>}
        {said && (
          <span className="quiet said">
            {t('major.saidAt', { time: clockTime(said.at) })} {said.text}
          </span>
        )}
        {!said && !row.documented && <span className="warn-ink said">{t('major.unsaid')}</span>}
      </th>
      {columns.map((one) => (
        <Cell key={one} room={roomOf(row, one)} closed={closed} />
      ))}
      <td>{number(row.decided + row.onTheWay)}</td>
      <td>{number(row.there)}</td>
    </tr>
  );
}

/** Given / left, and the part of the key. */
function Cell({ room, closed }: { readonly room: RoomLeft | undefined; readonly closed: boolean }) {
  const { left, percent } = room ?? {};
  const full = closed || (left !== undefined && left <= 0);
  return (
    <td className={full && percent !== undefined ? 'full' : ''}>
      <b>{number(room?.given ?? 0)}</b>
      <span className="quiet">
        {' / '}
        {leftText(room)}
      </span>
      {percent !== undefined && <span className="quiet said">{number(percent)} %</span>}
    </td>
  );
}
