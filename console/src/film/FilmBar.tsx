import { useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
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

/** The controls of a film of the past, and the mark that says so. */
export function FilmBar({ player, onLeave }: Props) {
  const [start, setStart] = useState(() => player.get().at - SPAN_MILLISECONDS + 3_600_000);
  const marks = useMarks(start);
  const film = useSyncExternalStore(player.subscribe, player.get);
  const { playing, at } = film;
  useEffect(() => {
    // A film that stands can be shown to a colleague by its address.
    if (!playing) history.replaceState(null, '', `#at=${new Date(at).toISOString()}`);
  }, [playing, at]);
  return (
    <FilmControls
      player={player}
      start={start}
      span={SPAN_MILLISECONDS}
      marks={marks}
      onStart={setStart}
      mark={
        <>
          <h1>{t('film.mark')}</h1>
          <span role="timer" aria-label={t('film.time')}>
            {date(film.at)} {clockSeconds(film.at)}
          </span>{' '}
          {t('film.nothing')}
        </>
      }
    >
      <a className="button" href="/">
        {t('film.leave')}
      </a>
      <Button className="button plain" onPress={onLeave}>
        {t('top.signOut')}
      </Button>
    </FilmControls>
  );
}

interface ControlProps {
  readonly player: FilmPlayer;
  /** What the line spans, in milliseconds. */
  readonly start: number;
  readonly span: number;
  readonly marks: readonly FilmMark[];
  /** Moves the line; null when the film has no more than it spans. */
  readonly onStart: ((start: number) => void) | null;
  /** Says what this is, so that nobody takes it for now. */
  readonly mark: ReactNode;
  /** Ways out. */
  readonly children: ReactNode;
}

/** Playing, pausing, jumping and the line to drag along. */
export function FilmControls(props: ControlProps) {
  const { player, start, span, marks, onStart, mark, children } = props;
  const film = useSyncExternalStore(player.subscribe, player.get);
  const jump = (to: number) => {
    const outside = to < start || to > start + span;
    if (outside && onStart) onStart(to - span / 2);
    void player.seek(outside && !onStart ? Math.max(start, Math.min(start + span, to)) : to);
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
  return (
    <header className="film-bar">
      <div className="film-mark">{mark}</div>
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
        {onStart && <Moment at={film.at} onJump={jump} />}
        {children}
        <span role="status">{film.state === 'LOADING' ? t('app.loading') : ''}</span>
      </div>
      <Line at={film.at} start={start} span={span} marks={marks} onJump={jump} />
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
  readonly span: number;
  readonly marks: readonly FilmMark[];
  readonly onJump: (to: number) => void;
}

/** The shift as a line to drag along, with its grave events. */
function Line({ at, start, span, marks, onJump }: LineProps) {
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
            style={{ left: `${((Date.parse(one.at) - start) / span) * 100}%` }}
          />
        ))}
      </div>
      <input
        type="range"
        aria-label={t('film.line')}
        data-help="field.filmLine"
        aria-valuetext={`${date(shown)} ${clockSeconds(shown)}`}
        min={0}
        max={span / 1000}
        step={1}
        value={Math.round((shown - start) / 1000)}
        onChange={(event) => setHeld(start + Number(event.target.value) * 1000)}
      />
      <p className="film-ends quiet">
        <span>{clockSeconds(start)}</span>
        <span>{t('film.marks', { count: marks.length })}</span>
        <span>{clockSeconds(start + span)}</span>
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
