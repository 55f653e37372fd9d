import { useCallback, useEffect, useState } from 'react';
import { Problem, type Client } from '../api/client';
import type { ExerciseList, RegionSummary } from '../api/contract';
import { t } from '../text';
import { number } from '../text/format';
import { beginExercise, listExercises, stopExercise } from './calls';

interface Props {
  readonly client: Client;
  readonly regions: readonly RegionSummary[];
}

/** Whether the program has started is seen within this time. */
const READ_MILLIS = 2_000;

/** Begins an exercise in a service of its own, beside the one that this page belongs to. */
export function BeginPane({ client, regions }: Props) {
  const [list, setList] = useState<ExerciseList | null>(null);
  const [failed, setFailed] = useState('');
  const [command, setCommand] = useState(false);
  const take = useCallback((asked: Promise<ExerciseList>) => {
    const wrong = (error: unknown) =>
      setFailed(
        error instanceof Problem && error.status !== 0
          ? [error.detail || error.title, error.remedy].filter(Boolean).join(' ')
          : t('problem.noAnswer'),
      );
    return asked.then((told) => {
      setFailed('');
      setList(told);
    }, wrong);
  }, []);
  useEffect(() => {
    void take(listExercises(client));
    const timer = setInterval(
      () => document.hidden || void take(listExercises(client)),
      READ_MILLIS,
    );
    return () => clearInterval(timer);
  }, [client, take]);
  const begun = list?.begun ?? null;
  const goesOn = begun !== null && begun.state !== 'STOPPED';
  const nameOf = (code: string) => regions.find((one) => one.code === code)?.name ?? code;
  return (
    <>
      <section className="pane exercise-begin" aria-labelledby="exercise-begin">
        <h2 id="exercise-begin">{t('exercise.begin')}</h2>
        <p className="quiet">{t('exercise.beginHow')}</p>
        {failed && (
          <p role="alert" className="error">
            {failed}
          </p>
        )}
        {!list && !failed && <p role="status">{t('app.loading')}</p>}
        {begun && <Begun begun={begun} onStop={() => void take(stopExercise(client))} />}
        {!goesOn && list && (
          <>
            <label className="check">
              <input
                type="checkbox"
                checked={command}
                onChange={(event) => setCommand(event.target.checked)}
              />
              {t('exercise.byItself')}
            </label>
            <ul className="exercise-ready">
              {list.ready.map((one) => (
                <li key={one.name}>
                  <span>
                    <b>{one.title}</b>
                    <br />
                    <span className="quiet">
                      {t('exercise.readyOf', {
                        region: nameOf(one.region),
                        count: number(one.casualties),
                      })}
                    </span>
                  </span>
                  <button
                    type="button"
                    className="button"
                    aria-label={t('exercise.startOf', { title: one.title })}
                    onClick={() => void take(beginExercise(client, one.name, command))}
                  >
                    {t('exercise.start')}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </>
  );
}

interface BegunProps {
  readonly begun: NonNullable<ExerciseList['begun']>;
  readonly onStop: () => void;
}

/** The one that was begun: that it starts, where it is, or why it stopped. */
function Begun({ begun, onStop }: BegunProps) {
  const { location } = window;
  const address = `${location.protocol}//${location.hostname}:${begun.port}/?view=exercise`;
  return (
    <div className="exercise-begun" role="status">
      <p>
        {t(`exerciseProgram.${begun.state}`, { name: begun.name })}{' '}
        {begun.state === 'RUNNING' && (
          <a className="button first" href={address} target="_blank" rel="noreferrer">
            {t('exercise.goTo')}
          </a>
        )}
      </p>
      {begun.state === 'STARTING' && <progress aria-label={t('exerciseProgram.STARTING')} />}
      {begun.state === 'STOPPED' ? (
        <>
          <p className="quiet">{t('exercise.keptIn', { folder: begun.folder })}</p>
          {begun.said && <pre>{begun.said}</pre>}
        </>
      ) : (
        <button type="button" className="button" onClick={onStop}>
          {t('exercise.stop')}
        </button>
      )}
    </div>
  );
}
