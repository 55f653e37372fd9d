import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Client } from '../../api/client';
import type { RegionPack, Session } from '../../api/contract';
import { FilmControls } from '../../film/FilmBar';
import { FilmDesk, filmShared } from '../../film/FilmPage';
import { FilmPlayer } from '../../film/player';
import { t, tCode } from '../../text';
import { clockSeconds, instantOf } from '../../text/format';
import { problemText } from '../words';
import { DAY_MILLISECONDS, TrialFilm, type TrialDay } from './trialFilm';

/** Which day of which run. */
export interface Asked {
  readonly study: string;
  /** From 0, as the run is; the day from 1. */
  readonly scenario: number;
  readonly run: number;
  readonly day: number;
}

interface Props {
  readonly client: Client;
  readonly session: Session;
  readonly region: RegionPack;
  readonly asked: Asked;
}

/** The film is asked for so often while it is being made. */
const AGAIN_MILLISECONDS = 1_000;

/** One day of one run of the twin, on the very same desk as the live day and the day that was. */
export function TrialFilmPage(props: Props) {
  const { client, region, asked } = props;
  const [day, setDay] = useState<TrialDay | null>(null);
  const [failed, setFailed] = useState('');
  useEffect(() => {
    let gone = false;
    let timer = 0;
    const query = new URLSearchParams({
      scenario: String(asked.scenario),
      run: String(asked.run),
      day: String(asked.day),
    });
    const ask = () => {
      const path = `studies/${encodeURIComponent(asked.study)}/film?${query}`;
      client.read<TrialDay | { making: true }>(region.code, path).then(
        (found) => {
          if (gone) return;
          if ('making' in found) timer = window.setTimeout(ask, AGAIN_MILLISECONDS);
          else setDay(found);
        },
        (error: unknown) => gone || setFailed(problemText(error)),
      );
    };
    ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [client, region.code, asked.study, asked.scenario, asked.run, asked.day]);
  if (day) return <Playing {...props} day={day} />;
  return (
    <main className="centre">
      <h1>{t('trialFilm.mark')}</h1>
      {failed ? <p role="alert">{failed}</p> : <p role="status">{t('trialFilm.making')}</p>}
      <a className="button" href={`#study=${asked.study}`}>
        {t('trialFilm.leave')}
      </a>
    </main>
  );
}

/** A Monday: the run's first day, so that days have their names. */
const MONDAY = '2026-01-05';

/** From a little past midnight, so that whoever is under way then is seen under way. */
const BEGIN_MILLISECONDS = 60_000;

function Playing({ client, session, region, asked, day }: Props & { readonly day: TrialDay }) {
  const midnight = Date.parse(instantOf(MONDAY, 0)) + asked.day * DAY_MILLISECONDS;
  const [{ shared, player, marks }] = useState(() => {
    const priorityOf = (level: number) =>
      region.priorities.find((one) => one.level === level)?.code ?? String(level);
    const film = new TrialFilm(day, midnight, priorityOf);
    const made = filmShared(client, session, region);
    const end = midnight + DAY_MILLISECONDS;
    return {
      shared: made,
      player: new FilmPlayer(film, made.store, () => end, midnight + BEGIN_MILLISECONDS),
      marks: film.marks(),
    };
  });
  const state = useSyncExternalStore(player.subscribe, player.get);
  useEffect(() => {
    document.title = `${t('trialFilm.mark')} · ${region.name}`;
  }, [region]);
  const weekday = useMemo(() => {
    const names = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
    return tCode('weekdays', names[asked.day % names.length] ?? '');
  }, [asked.day]);
  return (
    <FilmDesk shared={shared} player={player}>
      <FilmControls
        player={player}
        start={midnight}
        span={DAY_MILLISECONDS}
        marks={marks}
        onStart={null}
        mark={
          <>
            <h1>{t('trialFilm.mark')}</h1>
            <span role="timer" aria-label={t('film.time')}>
              {t('trialFilm.when', { day: asked.day, weekday, time: clockSeconds(state.at) })}
            </span>{' '}
            {t('trialFilm.what', { title: day.title, run: asked.run + 1 })}
          </>
        }
      >
        <a className="button" href={`#study=${asked.study}`}>
          {t('trialFilm.leave')}
        </a>
      </FilmControls>
    </FilmDesk>
  );
}
