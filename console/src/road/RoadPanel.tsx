import { useLayoutEffect } from 'react';
import type { Obstacle, RoadPicture } from '../api/contract';
import { PanelHead } from '../design/PanelHead';
import { ReasonForm } from '../design/ReasonForm';
import { may } from '../identity/abilities';
import { positionText } from '../incident/PlaceFields';
import { useDesk, useModel, useServerNow, useShared } from '../picture/context';
import { t } from '../text';
import { effectText, obstacleName, spanText } from './told';
import { ObstacleForm } from './ObstacleForm';
import { useRoads } from './useRoads';

/** The obstacles that stand, and the forms about them. */
export function RoadPanel() {
  const { desk, dispatch } = useDesk();
  const form = desk.form;
  const about = form?.kind === 'obstacle' || form?.kind === 'lift' ? form.obstacle : null;
  const obstacle = useModel((model) => model.obstacles.get(about ?? '')) ?? null;
  const over = form?.kind === 'lift' && !obstacle;
  useLayoutEffect(() => {
    // Lifted, here or by another: Esc now closes the list that is shown.
    if (over) dispatch({ type: 'openForm', form: { kind: 'roads' } });
  }, [over, dispatch]);
  if (form?.kind === 'obstacle')
    return <ObstacleForm key={obstacle?.id ?? ''} obstacle={obstacle} />;
  return form?.kind === 'lift' && obstacle ? <LiftForm obstacle={obstacle} /> : <RoadList />;
}

/** Whether this person may say anything of obstacles here: nobody changes the past. */
function useMayTell(): boolean {
  const { session, past } = useShared();
  return may(session, 'FLEET') && !past;
}

function RoadList() {
  const mayTell = useMayTell();
  const { dispatch } = useDesk();
  const obstacles = useModel((model) => model.obstacles);
  const roads = useRoads();
  const listed = [...obstacles.values()].sort((a, b) => b.reportedAt.localeCompare(a.reportedAt));
  const tell = () =>
    dispatch({ type: 'openForm', form: { kind: 'obstacle', obstacle: null }, points: '' });
  return (
    <article className="case" aria-labelledby="roads-title">
      <PanelHead titleId="roads-title" mark={null} title={t('road.title')}>
        {t('road.standing', { count: listed.length })}
      </PanelHead>
      <div className="case-scroll">
        {listed.length === 0 && <p>{t('road.none')}</p>}
        <ul className="obstacles">
          {listed.map((one) => (
            <Row key={one.id} obstacle={one} roads={roads} />
          ))}
        </ul>
      </div>
      {mayTell && (
        <div className="case-actions">
          <button type="button" className="button first" onClick={tell}>
            {t('road.new')}
          </button>
        </div>
      )}
    </article>
  );
}

function Row({ obstacle, roads }: { obstacle: Obstacle; roads: RoadPicture }) {
  const mayTell = useMayTell();
  const { dispatch } = useDesk();
  const now = useServerNow();
  const obstacles = useModel((model) => model.obstacles);
  const { told, id } = obstacle;
  const met = roads.obstacles.find((one) => one.obstacle.id === id)?.roads;
  const graver = roads.clashes.find((one) => one.ignored === id);
  const other = graver && obstacles.get(graver.followed);
  const change = () => {
    const points = told.where.positions.map(positionText).join('\n');
    dispatch({ type: 'openForm', form: { kind: 'obstacle', obstacle: id }, points });
  };
  return (
    <li>
      <p>
        <b dir="auto">{obstacleName(obstacle)}</b>
      </p>
      <p>
        <span className={told.delay == null ? 'grave-ink' : 'warn-ink'}>{effectText(told)}</span>
        {' · '}
        {spanText(told, now)}
      </p>
      <p className="quiet">
        {told.reason} · {t('road.says', { source: told.source })}
        {met !== undefined && met > 0 && ` · ${t('road.met', { count: met })}`}
      </p>
      {graver && (
        <p className="warn-ink">
          {t('road.clash', { other: other ? obstacleName(other) : t('road.elsewhere') })}
        </p>
      )}
      {mayTell && (
        <p className="choices">
          <button
            type="button"
            className="button small"
            aria-label={t('road.changeOne', { name: obstacleName(obstacle) })}
            onClick={change}
          >
            {t('road.change')}
          </button>
          <button
            type="button"
            className="button small"
            aria-label={t('road.liftOne', { name: obstacleName(obstacle) })}
            onClick={() => dispatch({ type: 'openForm', form: { kind: 'lift', obstacle: id } })}
          >
            {t('road.lift')}
          </button>
        </p>
      )}
    </li>
  );
}

function LiftForm({ obstacle }: { obstacle: Obstacle }) {
  const { actions } = useShared();
  return (
    <ReasonForm
      title={t('road.liftTitle', { name: obstacleName(obstacle) })}
      save={t('road.lift')}
      likely={t('road.cleared')}
      onSave={(reason) => actions.liftObstacle(obstacle.id, reason)}
    />
  );
}
