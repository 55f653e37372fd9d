import { useEffect } from 'react';
import { useShared } from '../picture/context';
import { t } from '../text';
import { clockTime, date, number, when } from '../text/format';
import { STEPS } from './CountBars';
import { useMajor } from './context';
import { categoryOf, columnsOf, countsOf, leftText, roomOf, tagIn } from './counts';
import { lineText, methaneOf, placeOf } from './MajorFacts';
import { categoryName, facilityName, needsText, whereText } from './words';

/** The situation on paper, at the moment it was asked for. The browser's own dialog prints it. */
export function SituationReport() {
  const { dispatch, major, now } = useMajor();
  const { region, session } = useShared();
  useEffect(() => {
    const done = () => dispatch({ type: 'print', on: false });
    window.addEventListener('afterprint', done);
    window.print();
    return () => window.removeEventListener('afterprint', done);
  }, [dispatch]);
  if (!major) return null;
  return (
    <article className="major-paper">
      <h1>{`${t('major.report')} · ${region.name}`}</h1>
      <p>
        {t('major.reportOf', {
          date: date(now),
          time: clockTime(now),
          name: session.displayName,
        })}
      </p>
      <p>
        <b>
          {t(`preparednessLevel.${major.level.level}`)} · {t(`typeEvent.${major.type}`)}
        </b>{' '}
        {t('major.levelOn', { by: major.level.by, time: when(major.level.at, now) })}
      </p>
      <Facts />
      <Counts />
      <Hospitals />
      <Log />
      <Everybody />
    </article>
  );
}

function Facts() {
  const { major } = useMajor();
  if (!major) return null;
  const facts = [
    ...methaneOf(major).map(([, name, value]) => [name, value] as const),
    ...placeOf(major),
  ];
  return (
    <dl>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value || t('major.unknown')}</dd>
        </div>
      ))}
    </dl>
  );
}

function Counts() {
  const { casualties, rules } = useMajor();
  return (
    <table>
      <caption>{t('major.counts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('major.category')}</th>
          {STEPS.map((step) => (
            <th key={step} scope="col">
              {t(`majorStep.${step}`)}
            </th>
          ))}
          <th scope="col">{t('major.all')}</th>
        </tr>
      </thead>
      <tbody>
        {countsOf(casualties).map((one) => (
          <tr key={one.category ?? ''}>
            <th scope="row">{categoryName(rules, one.category)}</th>
            {STEPS.map((step) => (
              <td key={step}>{number(one[step])}</td>
            ))}
            <td>{number(one.all)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Hospitals() {
  const { hospitals, rules } = useMajor();
  const { region } = useShared();
  const columns = columnsOf(hospitals);
  return (
    <table>
      <caption>{t('major.hospitalsPaper')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('major.hospital')}</th>
          {columns.map((one) => (
            <th key={one} scope="col">
              {categoryName(rules, one)}
            </th>
          ))}
          <th scope="col">{t('major.coming')}</th>
          <th scope="col">{t('majorStep.there')}</th>
        </tr>
      </thead>
      <tbody>
        {hospitals.map((row) => (
          <tr key={row.facility}>
            <th scope="row">
              {facilityName(region, row.facility)} {row.said?.closed && t('major.closed')}
            </th>
            {columns.map((one) => (
              <td key={one}>
                {number(roomOf(row, one)?.given ?? 0)} / {leftText(roomOf(row, one))}
              </td>
            ))}
            <td>{number(row.decided + row.onTheWay)}</td>
            <td>{number(row.there)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Log() {
  const { major, now } = useMajor();
  const { region } = useShared();
  if (!major) return null;
  const name = (facility: string) => facilityName(region, facility);
  return (
    <table>
      <caption>{t('major.log')}</caption>
      <tbody>
        {major.log.map((line, index) => (
          <tr key={`${line.at} ${index}`}>
            <td>{when(line.at, now)}</td>
            <td>{lineText(line.what, line.text, name)}</td>
            <td>{line.by}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Everybody() {
  const { casualties, rules } = useMajor();
  const { region } = useShared();
  return (
    <table>
      <caption>{t('major.casualties')}</caption>
      <tbody>
        {casualties.map((one) => (
          <tr key={one.id}>
            <td>{tagIn(one.id)}</td>
            <td>{categoryName(rules, categoryOf(one))}</td>
            <td>{needsText(one)}</td>
            <td>{whereText(region, one)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
