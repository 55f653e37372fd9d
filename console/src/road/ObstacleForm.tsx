import { useMemo, useState } from 'react';
import type { Obstacle, Told } from '../api/contract';
import { Choice } from '../design/Choices';
import { Select, TextInput } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { useDesk, useServerNow, useShared } from '../picture/context';
import { t } from '../text';
import { placesOf, readPoints } from './points';

const SHAPES = ['ALONG', 'ACROSS', 'AREA', 'POINT'] as const;
type Shape = (typeof SHAPES)[number];
const REASONS = ['accident', 'works', 'snow', 'water', 'tree', 'fire'] as const;
const SOURCES = ['police', 'transport', 'crew', 'rescue'] as const;
const HOUR_MILLISECONDS = 3_600_000;
const USUAL_DELAY = '2';

interface Fields {
  readonly effect: 'closed' | 'slow';
  readonly delay: string;
  readonly shape: Shape;
  readonly place: string;
  /** Hours from now; empty for at once, and for until further notice. */
  readonly begins: string;
  readonly ends: string;
  readonly reason: string;
  readonly source: string;
}

function fieldsOf(obstacle: Obstacle | null): Fields {
  const told = obstacle?.told;
  return {
    effect: told?.delay == null ? 'closed' : 'slow',
    delay: told?.delay == null ? USUAL_DELAY : String(told.delay),
    shape: told?.where.shape ?? 'ALONG',
    place: told?.place ?? '',
    begins: '',
    ends: '',
    reason: told?.reason ?? '',
    source: told?.source ?? '',
  };
}

/**
 * An obstacle as somebody tells it. Where is written, a place or a position a line; a press on the
 * map writes a line too, so that mouse and keyboard lead to the same text.
 */
export function ObstacleForm({ obstacle }: { obstacle: Obstacle | null }) {
  const { region, actions } = useShared();
  const { desk, dispatch } = useDesk();
  const now = useServerNow();
  const [fields, setFields] = useState(() => fieldsOf(obstacle));
  const [tried, setTried] = useState(false);
  const places = useMemo(() => placesOf(region), [region]);
  const points = useMemo(() => readPoints(desk.points, places), [desk.points, places]);
  const put = (change: Partial<Fields>) => setFields((old) => ({ ...old, ...change }));
  const [unread] = points.unread;
  const wrong = unread === undefined ? '' : t('road.unread', { line: unread });
  const save = () => {
    setTried(true);
    if (unread !== undefined) return 'STAY' as const;
    const body = toldOf(fields, points, obstacle, now);
    return obstacle ? actions.changeObstacle(obstacle.id, body) : actions.reportObstacle(body);
  };
  return (
    <FormFrame
      title={t(obstacle ? 'road.changeTitle' : 'road.newTitle')}
      save={t(obstacle ? 'form.save' : 'road.report')}
      onCancel={() => dispatch({ type: 'openForm', form: { kind: 'roads' } })}
      onSave={save}
    >
      {(problemAt) => (
        <>
          <TextInput
            label={t('road.where')}
            topic="roadWhere"
            value={desk.points}
            onChange={(text) => dispatch({ type: 'points', text })}
            error={problemAt('where.positions') || (tried ? wrong : '')}
            hint={t('road.whereHint', { count: points.positions.length })}
            required
            lines
          />
          <Select
            label={t('road.shape')}
            topic="roadShape"
            value={fields.shape}
            options={SHAPES.map((one) => [one, t(`road.shapes.${one}`)])}
            onChange={(shape) => put({ shape: shape as Shape })}
          />
          <Effect fields={fields} put={put} problem={problemAt('delay')} />
          <TextInput
            label={t('road.place')}
            topic="roadPlace"
            value={fields.place}
            onChange={(place) => put({ place })}
            error={problemAt('place')}
            hint={points.names.join('–')}
            maxLength={120}
          />
          {!obstacle && (
            <TextInput
              label={t('road.begins')}
              topic="roadBegins"
              value={fields.begins}
              onChange={(begins) => put({ begins })}
              error={problemAt('from')}
              inputMode="numeric"
            />
          )}
          <TextInput
            label={t(obstacle?.told.until ? 'road.endsAnew' : 'road.ends')}
            topic="roadEnds"
            value={fields.ends}
            onChange={(ends) => put({ ends })}
            error={problemAt('until')}
            inputMode="numeric"
          />
          <TextInput
            label={t('form.reason')}
            topic="reason"
            value={fields.reason}
            onChange={(reason) => put({ reason })}
            error={problemAt('reason')}
            list={REASONS.map((one) => t(`road.reasons.${one}`))}
            required
          />
          <TextInput
            label={t('road.source')}
            topic="source"
            value={fields.source}
            onChange={(source) => put({ source })}
            error={problemAt('source')}
            list={SOURCES.map((one) => t(`road.sources.${one}`))}
            required
          />
        </>
      )}
    </FormFrame>
  );
}

interface EffectProps {
  readonly fields: Fields;
  readonly put: (change: Partial<Fields>) => void;
  readonly problem: string;
}

function Effect({ fields, put, problem }: EffectProps) {
  return (
    <>
      <Choice
        label={t('road.effect')}
        topic="roadEffect"
        value={fields.effect}
        options={[
          ['closed', t('road.closed')],
          ['slow', t('road.slow')],
        ]}
        onChange={(effect) => put({ effect })}
      />
      {fields.effect === 'slow' && (
        <TextInput
          label={t('road.delay')}
          topic="roadDelay"
          value={fields.delay}
          onChange={(delay) => put({ delay })}
          error={problem}
          required
        />
      )}
    </>
  );
}

function toldOf(
  fields: Fields,
  points: ReturnType<typeof readPoints>,
  obstacle: Obstacle | null,
  now: number,
): Told {
  const from = obstacle ? obstacle.told.from : instantAfter(fields.begins, now);
  const until = instantAfter(fields.ends, now) ?? obstacle?.told.until;
  return {
    where: { shape: fields.shape, positions: [...points.positions] },
    place: fields.place || points.names.join('–'),
    ...(fields.effect === 'slow' ? { delay: numberIn(fields.delay) } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
    reason: fields.reason,
    source: fields.source,
  };
}

function numberIn(text: string): number {
  return Number.parseFloat(text.replace(',', '.')) || 0;
}

/** What is not a number of hours ahead says nothing. */
function instantAfter(hours: string, now: number): string | null {
  const ahead = numberIn(hours);
  return ahead > 0 ? new Date(now + ahead * HOUR_MILLISECONDS).toISOString() : null;
}
