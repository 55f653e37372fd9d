import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components';
import type { FilmMark } from '../api/contract';
import { Select } from '../design/Fields';
import { useShared } from '../picture/context';
import { t, tCode } from '../text';
import { clockSeconds, date, fieldOf, instantOfField } from '../text/format';
import { SPEEDS, type FilmPlayer } from './player';
import { useFilmKeys } from './useFilmKeys';

/** What the bar spans: a shift. */
const SPAN_MILLISECONDS = 12 * 3_600_000;
/** Dragging asks for a picture only when the hand has rested so long. */
const REST_MILLISECONDS = 250;

interface Props {
  readonly player: FilmPlayer;
  readonly onLeave: () => void;
}

/** The controls of the film, and the mark that this is the past. */
export function FilmBar({ player, onLeave }: Props) {
  const film = useSyncExternalStore(player.subscribe, player.get);
  const [start, setStart] = useState(() => film.at - SPAN_MILLISECONDS + 3_600_000);
  const marks = useMarks(start);
  const jump = (to: number) => {
    if (to < start || to > start + SPAN_MILLISECONDS) setStart(to - SPAN_MILLISECONDS / 2);
    void player.seek(to);
  };
  const next = () => {
    const found = marks.find((one) => Date.parse(one.at) > film.at + 999);
    if (found) jump(Date.parse(found.at));
  };
  const previous = () => {
    const found = marks.findLast((one) => Date.parse(one.at) < film.at - 999);
    if (found) jump(Date.parse(found.at));
  };
  useFilmKeys({ player, jump, next, previous });
  const { playing, at } = film;
  useEffect(() => {
    // A film that stands can be shown to a colleague by its address.
    if (!playing) history.replaceState(null, '', `#at=${new Date(at).toISOString()}`);
  }, [playing, at]);
  return (
    <header className="film-bar">
      <div className="film-mark">
        <h1>{t('film.mark')}</h1>
        <span role="timer" aria-label={t('film.time')}>
          {date(film.at)} {clockSeconds(film.at)}
        </span>{' '}
        {t('film.nothing')}
      </div>
      <div className="film-controls">
        <Button className="button first" onPress={() => player.play(!film.playing)}>
          {t(film.playing ? 'film.pause' : 'film.play')} <kbd>{t('film.space')}</kbd>
        </Button>
        <Select
          label={t('film.speed')}
          topic="filmSpeed"
          value={String(film.speed)}
          options={SPEEDS.map((one) => [String(one), `${one}×`])}
          onChange={(one) => player.setSpeed(Number(one))}
        />
        <Button className="button" onPress={previous}>
          {t('film.previous')} <kbd>,</kbd>
        </Button>
        <Button className="button" onPress={next}>
          {t('film.next')} <kbd>.</kbd>
        </Button>
        <Moment at={film.at} onJump={jump} />
        <a className="button" href="/">
          {t('film.leave')}
        </a>
        <Button className="button plain" onPress={onLeave}>
          {t('top.signOut')}
        </Button>
        <span role="status">{film.state === 'LOADING' ? t('app.loading') : ''}</span>
      </div>
      <Line at={film.at} start={start} marks={marks} onJump={jump} />
      <div role="alert">{film.state === 'FAILED' && (film.problem || t('film.failed'))}</div>
    </header>
  );
}

/** A moment by date and time, for what the bar does not span. */
function Moment({ at, onJump }: { at: number; onJump: (to: number) => void }) {
  const [wanted, setWanted] = useState('');
  const go = () => {
    const to = instantOfField(wanted);
    if (to) onJump(Date.parse(to));
  };
  return (
    <span className="film-moment">
      <input
        type="datetime-local"
        step={1}
        aria-label={t('film.moment')}
        data-help="field.filmMoment"
        value={wanted || fieldOf(at, 'seconds')}
        onChange={(event) => setWanted(event.target.value)}
      />
      <Button className="button" onPress={go}>
        {t('film.go')}
      </Button>
    </span>
  );
}

interface LineProps {
  readonly at: number;
  readonly start: number;
  readonly marks: readonly FilmMark[];
  readonly onJump: (to: number) => void;
}

/** The shift as a line to drag along, with its grave events. */
function Line({ at, start, marks, onJump }: LineProps) {
  const [held, setHeld] = useState<number | null>(null);
  useEffect(() => {
    if (held === null) return;
    const timer = setTimeout(() => {
      onJump(held);
      setHeld(null);
    }, REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [held, onJump]);
  const shown = held ?? at;
  return (
    <div className="film-line">
      <div className="film-marks" aria-hidden>
        {marks.map((one) => (
          <i
            key={one.seq}
            className={one.kind === 'PriorityOne' ? 'first' : 'grave'}
            title={`${clockSeconds(one.at)} ${tCode('filmMark', one.kind)}`}
            style={{ left: `${((Date.parse(one.at) - start) / SPAN_MILLISECONDS) * 100}%` }}
          />
        ))}
      </div>
      <input
        type="range"
        aria-label={t('film.line')}
        data-help="field.filmLine"
        aria-valuetext={`${date(shown)} ${clockSeconds(shown)}`}
        min={0}
        max={SPAN_MILLISECONDS / 1000}
        step={1}
        value={Math.round((shown - start) / 1000)}
        onChange={(event) => setHeld(start + Number(event.target.value) * 1000)}
      />
      <p className="film-ends quiet">
        <span>{clockSeconds(start)}</span>
        <span>{t('film.marks', { count: marks.length })}</span>
        <span>{clockSeconds(start + SPAN_MILLISECONDS)}</span>
      </p>
    </div>
  );
}

/** The grave events along the line; none when they cannot be had, and the film goes on. */
function useMarks(start: number): readonly FilmMark[] {
  const { client, region } = useShared();
  const [marks, setMarks] = useState<readonly FilmMark[]>([]);
  const key = Math.round(start / 1000) * 1000;
  useEffect(() => {
    let gone = false;
    const until = new Date(key + SPAN_MILLISECONDS).toISOString();
    client.filmMarks(region.code, new Date(key).toISOString(), until).then(
      (found) => !gone && setMarks(found),
      () => !gone && setMarks([]),
    );
    return () => {
      gone = true;
    };
  }, [client, region.code, key]);
  return useMemo(() => marks, [marks]);
}
