import { CommandButton } from '../commands/CommandButton';
import { Boundary } from '../design/Boundary';
import { t } from '../text';
import { age, clockTime, when } from '../text/format';
import { CasualtyPane } from './CasualtyPane';
import { ChosenPane } from './ChosenPane';
import { useMajor } from './context';
import { CountBars } from './CountBars';
import { DistributionPane } from './DistributionPane';
import { DecisionLog, MajorFacts } from './MajorFacts';
import { HospitalTable } from './HospitalTable';
import { RationingPane } from './RationingPane';

/** A major incident: what it is to the left, the casualties in the middle, where to the right. */
export function MajorView() {
  const { list, major, failed, now } = useMajor();
  if (!list)
    return (
      <p role={failed ? 'alert' : 'status'} className="major-none quiet">
        {t(failed ? 'problem.noAnswer' : 'app.loading')}
      </p>
    );
  if (!major)
    return (
      <div className="pane major-none" data-help="pane.major">
        <h2>{t('major.none')}</h2>
        <p>{t('major.noneHow')}</p>
      </div>
    );
  return (
    <>
      <Head />
      {failed && (
        <p role="alert" className="error major-old">
          {t('major.lost', { time: clockTime(now) })}
        </p>
      )}
      <div className="major-left">
        <Boundary pane={t('major.facts')}>
          <MajorFacts />
        </Boundary>
        <RationingPane />
        <DecisionLog />
      </div>
      <div className="major-middle">
        <CountBars />
        <Boundary pane={t('distribution.title')}>
          <DistributionPane key={major.id} />
        </Boundary>
        <Boundary pane={t('major.casualties')}>
          <CasualtyPane />
        </Boundary>
      </div>
      <div className="major-right">
        <Boundary pane={t('major.chosen')}>
          <ChosenPane />
        </Boundary>
        <HospitalTable />
      </div>
    </>
  );
}

/** Which event, which level since when, and who decided it: readable from a step away. */
function Head() {
  const { list, major, now, dispatch } = useMajor();
  if (!major) return null;
  const { level } = major;
  return (
    <header
      className={`major-head ${major.endedAt ? 'ended' : level.level}`}
      data-help="pane.level"
    >
      <div>
        <h2>{t(`preparednessLevel.${level.level}`)}</h2>
        <p>
          {t('major.levelBy', { by: level.by, time: when(level.at, now), age: age(level.at, now) })}
        </p>
      </div>
      <div>
        <h3>
          {t(`typeEvent.${major.type}`)}{' '}
          <CommandButton id="majorType" className="button small" brief />
        </h3>
        <p>
          {t('major.began', {
            time: when(major.happenedAt, now),
            age: age(major.happenedAt, now),
          })}
        </p>
      </div>
      {major.endedAt && (
        <p className="tag">{t('major.endedAt', { time: when(major.endedAt, now) })}</p>
      )}
      {list && list.length > 1 && (
        <label className="field">
          <span className="label">{t('major.which')}</span>
          <select
            value={major.id}
            onChange={(event) => dispatch({ type: 'major', id: event.target.value })}
          >
            {list.map((one) => (
              <option key={one.id} value={one.id}>
                {`${t(`typeEvent.${one.type}`)} ${when(one.declaredAt, now)}`}
                {one.endedAt ? ` (${t('major.over')})` : ''}
              </option>
            ))}
          </select>
        </label>
      )}
      <span className="gap" />
      <CommandButton id="majorLevel" className="button small" brief />
      <CommandButton id="majorResponse" className="button small" brief />
      <CommandButton id="majorNote" className="button small" brief />
      <CommandButton id="majorReport" className="button small" brief />
      <CommandButton id="majorSave" className="button small" brief />
      <CommandButton id="majorEnd" className="button small" brief />
    </header>
  );
}
