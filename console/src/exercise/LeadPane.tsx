import { useState } from 'react';
import { Problem, type Client } from '../api/client';
import type { Exercise, ExerciseClock } from '../api/contract';
import { Choice } from '../design/Choices';
import { t } from '../text';
import { number } from '../text/format';
import { endExercise, setClock } from './calls';

interface Props {
  readonly exercise: Exercise;
  readonly client: Client;
  readonly onChanged: () => void;
}

/** Speeds that somebody who leads an exercise chooses between. */
const SPEEDS = ['1', '2', '5', '20', '60', '240'] as const;

/** What whoever leads does with the clock: stops it to talk, hurries, ends. */
export function LeadPane({ exercise, client, onChanged }: Props) {
  const [wrong, setWrong] = useState('');
  const [ending, setEnding] = useState(false);
  const { clock } = exercise;
  if (!clock || exercise.ended) return null;
  const act = (done: Promise<unknown>) =>
    void done.then(
      () => {
        setWrong('');
        onChanged();
      },
      (error: unknown) =>
        setWrong(error instanceof Problem && error.detail ? error.detail : t('problem.noAnswer')),
    );
  const set = (change: Partial<ExerciseClock>) => act(setClock(client, change));
  return (
    <section className="pane exercise-lead" aria-label={t('exercise.lead')}>
      <p role="status" className={clock.frozen ? 'exercise-frozen' : 'quiet'}>
        {clock.frozen
          ? t('exercise.frozen')
          : t('exercise.runs', { speed: number(clock.speed, clock.speed % 1 ? 1 : 0) })}
      </p>
      <button
        type="button"
        className={clock.frozen ? 'button first' : 'button'}
        onClick={() => set({ frozen: !clock.frozen })}
      >
        {t(clock.frozen ? 'exercise.resume' : 'exercise.freeze')}
      </button>
      <Choice
        label={t('exercise.speed')}
        value={SPEEDS.find((one) => Number(one) === clock.speed) ?? null}
        options={SPEEDS.map((one) => [one, `${number(Number(one))}×`])}
        onChange={(one) => set({ speed: Number(one) })}
      />
      {ending ? (
        <p className="exercise-end">
          {t('exercise.endSure')}{' '}
          <button type="button" className="button grave" onClick={() => act(endExercise(client))}>
            {t('exercise.endNow')}
          </button>{' '}
          <button type="button" className="button" onClick={() => setEnding(false)}>
            {t('form.cancel')}
          </button>
        </p>
      ) : (
        <button type="button" className="button" onClick={() => setEnding(true)}>
          {t('exercise.end')}
        </button>
      )}
      <p role="alert" className="error">
        {wrong}
      </p>
    </section>
  );
}
