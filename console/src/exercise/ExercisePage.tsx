import { useCallback, useEffect, useState } from 'react';
import { Problem, type Client } from '../api/client';
import type { Exercise, ExerciseGoal } from '../api/contract';
import type { RegionPack, RegionSummary, Session } from '../api/contract';
import { PageHelp } from '../help/PageHelp';
import { PlainHead } from '../view/PlainHead';
import { language, t, tCode } from '../text';
import { clockTime, number } from '../text/format';
import { BeginPane } from './BeginPane';
import { readExercise } from './calls';
import { LeadPane } from './LeadPane';

interface Props {
  readonly client: Client;
  readonly session: Session;
  readonly region: RegionPack;
  readonly regions: readonly RegionSummary[];
  readonly onRegion: (code: string) => void;
  readonly onLeave: () => void;
}

/** The result is read anew so often; it changes by the minute. */
const READ_MILLIS = 3_000;

/** For whoever leads an exercise: how it stands against its goals, and what is still to be told. */
export function ExercisePage(props: Props) {
  const { client } = props;
  const [state, setState] = useState<Exercise | 'NONE' | null>(null);
  const [failed, setFailed] = useState('');

  const read = useCallback(
    () =>
      readExercise(client).then(
        (found) => {
          setFailed('');
          setState(found);
        },
        (error: unknown) => {
          if (error instanceof Problem && error.status === 404) setState('NONE');
          else setFailed(t('problem.noAnswer'));
        },
      ),
    [client],
  );
  useEffect(() => {
    document.title = t('view.exercise');
    void read();
    const timer = setInterval(() => document.hidden || void read(), READ_MILLIS);
    return () => clearInterval(timer);
  }, [read]);

  return (
    <div className="exercise">
      <PlainHead {...props} view="exercise" />
      <main className="exercise-main">
        <PageHelp view="exercise" />
        {failed && (
          <p role="alert" className="error">
            {failed}
          </p>
        )}
        {state === null && !failed && <p role="status">{t('app.loading')}</p>}
        {state === 'NONE' && <BeginPane client={client} regions={props.regions} />}
        {state !== null && state !== 'NONE' && (
          <Shown exercise={state} client={client} onChanged={() => void read()} />
        )}
      </main>
    </div>
  );
}

interface ShownProps {
  readonly exercise: Exercise;
  readonly client: Client;
  readonly onChanged: () => void;
}

function Shown({ exercise, client, onChanged }: ShownProps) {
  const { result } = exercise;
  return (
    <>
      <header className="exercise-head">
        <h2>{exercise.title}</h2>
        {result && (
          <p role="timer" className="quiet">
            {t('exercise.when', { clock: clockTime(result.at), minutes: number(result.minutes) })}
          </p>
        )}
        {result && <Papers />}
      </header>
      <LeadPane {...{ exercise, client, onChanged }} />
      {exercise.over && (
        <p role="status" className="exercise-over">
          {t(exercise.ended ? 'exercise.ended' : 'exercise.over')}
        </p>
      )}
      {!result && <p className="empty">{t('exercise.before')}</p>}
      {result && (
        <>
          <section className="pane" aria-labelledby="exercise-goals">
            <h3 id="exercise-goals">{t('exercise.goals')}</h3>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('exercise.goal')}</th>
                  <th scope="col">{t('exercise.wanted')}</th>
                  <th scope="col">{t('exercise.got')}</th>
                  <th scope="col">{t('exercise.state')}</th>
                </tr>
              </thead>
              <tbody>
                {result.goals.map((goal) => (
                  <tr key={`${goal.goal} ${goal.category ?? ''}`}>
                    <td>{nameOf(goal)}</td>
                    <td>{measure(goal, goal.wanted)}</td>
                    <td>{measure(goal, goal.got)}</td>
                    <td className={goal.state}>{t(`exerciseState.${goal.state}`)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <Casualties result={result} />
          <Doors result={result} />
        </>
      )}
      <Injects exercise={exercise} />
    </>
  );
}

function Papers() {
  const address = (format: string) =>
    `/api/exercise/report?${new URLSearchParams({ format, language: language() })}`;
  return (
    <p className="exercise-papers">
      <a className="button small" href={address('HTML')} target="_blank" rel="noreferrer">
        {t('exercise.page')}
      </a>
      <a className="button small" href={address('PDF')} download="ovning.pdf">
        {t('exercise.pdf')}
      </a>
    </p>
  );
}

type Result = NonNullable<Exercise['result']>;

function Casualties({ result }: { result: Result }) {
  const rows = Object.entries(result.byCategory);
  return (
    <section className="pane" aria-labelledby="exercise-casualties">
      <h3 id="exercise-casualties">{t('exercise.casualties')}</h3>
      <p>
        {t('exercise.ofHurt', {
          known: number(Math.min(result.known, result.hurt)),
          hurt: number(result.hurt),
        })}
      </p>
      {result.known > result.hurt && (
        <p className="MISSED">
          {t('exercise.twice', { cards: number(result.known - result.hurt) })}
        </p>
      )}
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('exercise.category')}</th>
              <th scope="col">{t('exercise.known')}</th>
              <th scope="col">{t('exercise.away')}</th>
              <th scope="col">{t('exercise.there')}</th>
              <th scope="col">{t('exercise.median')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([category, tally]) => (
              <tr key={category}>
                <td>{tCode('casualtyCategory', category)}</td>
                <td>{number(tally.known)}</td>
                <td>{number(tally.away)}</td>
                <td>{number(tally.arrived)}</td>
                <td>{tally.medianMinute == null ? '–' : minutes(tally.medianMinute)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Doors({ result }: { result: Result }) {
  return (
    <section className="pane" aria-labelledby="exercise-doors">
      <h3 id="exercise-doors">{t('exercise.doors')}</h3>
      {result.doors.length === 0 ? (
        <p className="empty">{t('exercise.nobody')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('exercise.hospital')}</th>
              <th scope="col">{t('exercise.byHour')}</th>
              <th scope="col">{t('exercise.overShort')}</th>
            </tr>
          </thead>
          <tbody>
            {result.doors.map((door) => (
              <tr key={door.hospital}>
                <td>{door.hospital}</td>
                <td>{door.byHour.map((one) => number(one)).join(' · ')}</td>
                <td className={door.over > 0 ? 'MISSED' : ''}>{number(door.over)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Injects({ exercise }: { exercise: Exercise }) {
  const told = exercise.result?.injects ?? [];
  const refused = exercise.result?.injectsRefused ?? 0;
  if (told.length + exercise.coming.length === 0) return null;
  return (
    <section className="pane" aria-labelledby="exercise-injects">
      <h3 id="exercise-injects">{t('exercise.injects')}</h3>
      {refused > 0 && <p className="MISSED">{t('exercise.refused', { count: number(refused) })}</p>}
      <ol className="exercise-injects">
        {told.map((one) => (
          <li key={`${one.minute} ${one.text}`} className={one.refused ? '' : 'told'}>
            <span>{minutes(one.minute)}</span> {one.text}{' '}
            {one.refused ? (
              <em className="MISSED">{t('exercise.refusedWhy', { why: one.refused })}</em>
            ) : (
              <em>{t('exercise.told')}</em>
            )}
          </li>
        ))}
        {exercise.coming.map((one) => (
          <li key={`${one.minute} ${one.text}`}>
            <span>{minutes(one.minute)}</span> {one.text}
          </li>
        ))}
      </ol>
    </section>
  );
}

function minutes(count: number): string {
  return t('exercise.minutes', { count: number(count) });
}

function nameOf(goal: ExerciseGoal): string {
  if (goal.goal === 'ARRIVED')
    return t('exercise.arrived', {
      category: tCode('casualtyCategory', goal.category ?? ''),
      minutes: number(goal.withinMinutes ?? 0),
    });
  return t(`exerciseGoal.${goal.goal}`);
}

function measure(goal: ExerciseGoal, value: number | null): string {
  if (value === null) return t('exercise.notYet');
  if (goal.goal === 'OVER_CAPACITY') return number(value);
  return goal.goal === 'ARRIVED' ? `${number(value)} %` : minutes(value);
}
