import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Incident, RegionPack, Unit } from '../api/contract';
import { placeName } from '../dispatch/actions';
import { useDesk, useModel, useShared } from '../picture/context';
import { t, tCode } from '../text';
import { caseNumber, readLine, type Completion, type Reading, type World } from './line';
import { LINES, type Line } from './table';
import { useCommands } from './useCommands';

/** Lines remembered for the arrow keys: those of the last hours, not of the whole shift. */
const HISTORY_MAX = 50;
/** Kept outside the component, which is there only while the line is open. */
const history: string[] = [];

/**
 * Commands in the field's short grammar. What the line will do is said before it is done; Enter
 * does it, Esc leaves it.
 */
export function CommandLine() {
  const { desk, dispatch } = useDesk();
  if (desk.line === null) return null;
  return <Open start={desk.line} onClose={() => dispatch({ type: 'line', text: null })} />;
}

function Open({ start, onClose }: { start: string; onClose: () => void }) {
  const ids = useId();
  const commands = useCommands();
  const world = useWorld(commands.incident);
  const input = useFocus();
  const { region } = useShared();
  const [line, setLine] = useState(start);
  const [chosen, setChosen] = useState(-1);
  const [back, setBack] = useState(0);
  const reading = useMemo(() => readLine(line, LINES, world), [line, world]);
  const { form, values, completions } = reading;
  const about = values.incident ? commands.about(values.incident) : commands;
  const why = form && !reading.fault ? form.blocked(about, values) : null;

  const write = (next: string) => {
    setLine(next);
    setChosen(-1);
  };
  const commit = () => {
    if (!form || reading.fault || why) return;
    if (history.at(-1) !== line.trim()) history.push(line.trim());
    history.splice(0, history.length - HISTORY_MAX);
    onClose();
    form.give(about, values);
  };
  const recall = (step: number) => {
    const next = Math.min(Math.max(back + step, 0), history.length);
    setBack(next);
    write(next === 0 ? '' : (history.at(-next) ?? ''));
  };
  const press = (event: KeyboardEvent) => {
    const picked = completions[chosen];
    const offered = completions[Math.max(chosen, 0)];
    if (event.key === 'Enter') {
      if (picked) write(picked.line);
      else commit();
    } else if (event.key === 'Tab' && line !== '' && !event.shiftKey) write(offered?.line ?? line);
    else if (event.key === 'ArrowDown' && completions.length > 0 && back === 0)
      setChosen((chosen + 1) % completions.length);
    else if (event.key === 'ArrowUp' && chosen >= 0) setChosen(chosen - 1);
    else if (event.key === 'ArrowUp') recall(1);
    else if (event.key === 'ArrowDown' && back > 0) recall(-1);
    else return;
    event.preventDefault();
  };

  return (
    <div className="command-line">
      <label className="unseen" htmlFor={`${ids}-input`}>
        {t('line.label')}
      </label>
      <input
        id={`${ids}-input`}
        ref={input}
        role="combobox"
        aria-expanded={completions.length > 0}
        aria-controls={`${ids}-list`}
        aria-describedby={`${ids}-meaning`}
        {...(chosen >= 0 ? { 'aria-activedescendant': `${ids}-${chosen}` } : {})}
        autoComplete="off"
        spellCheck={false}
        placeholder={t('line.placeholder')}
        value={line}
        onChange={(event) => {
          setBack(0);
          write(event.target.value);
        }}
        onKeyDown={press}
        onBlur={onClose}
      />
      <Meaning id={`${ids}-meaning`} line={line} reading={reading} why={why && t(why)} />
      <ul id={`${ids}-list`} role="listbox" aria-label={t('line.completions')}>
        {completions.map((one, i) => (
          <li
            key={one.word}
            id={`${ids}-${i}`}
            role="option"
            aria-selected={i === chosen}
            // On the press, and without its default: the field must keep the focus.
            onPointerDown={(event) => {
              event.preventDefault();
              write(one.line);
            }}
          >
            <b>{one.word}</b> <span className="quiet">{aboutText(one, region)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A menu that the line was opened from takes the focus back while it closes: ask once more. */
const MENU_CLOSED_MILLISECONDS = 60;

function useFocus() {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = () => input.current?.focus();
    focus();
    const again = setTimeout(focus, MENU_CLOSED_MILLISECONDS);
    return () => clearTimeout(again);
  }, []);
  return input;
}

interface MeaningProps {
  readonly id: string;
  readonly line: string;
  readonly reading: Reading<Line>;
  readonly why: string | null;
}

/** What Enter will do, or what is still missing. */
function Meaning({ id, line, reading, why }: MeaningProps) {
  const { form, fault, completions } = reading;
  const name = form ? t(`command.${form.id}`) : '';
  // What is still being typed is no mistake yet.
  const completing = completions.length > 0;
  const missing =
    fault?.key.startsWith('line.missing') === true || completing || line.trim() === '';
  return (
    <p id={id} aria-live="polite" className={why || (fault && !missing) ? 'grave-ink' : 'quiet'}>
      {name && <b>{name}: </b>}
      {!fault && named(reading).map((one) => <span key={one}>{one} · </span>)}
      {fault &&
        (completing && fault.word !== '' ? t('line.choose') : t(fault.key, { word: fault.word }))}
      {why}
      {!fault && !why && <kbd>{t('line.enter')}</kbd>}
    </p>
  );
}

/** Everything the line named, in the page's words. */
function named({ values }: Reading<Line>): string[] {
  const { unit, incident, status, priority, answered, outcome, words } = values;
  return [
    unit && unitText(unit),
    incident && `${caseNumber(incident.id)} ${incident.priority} ${placeName(incident)}`,
    status && tCode('setStatus', status),
    priority,
    answered !== undefined && t(answered ? 'case.answered' : 'case.notAnswered'),
    outcome && t(`outcome.${outcome}`),
    words,
  ].filter((one): one is string => typeof one === 'string' && one !== '');
}

function unitText(unit: Unit): string {
  return `${unit.callSign} ${t(`status.${unit.status}`)}`;
}

function aboutText({ about }: Completion, { stations }: RegionPack): string {
  if (!about) return '';
  if ('callSign' in about) {
    const station = stations.find((one) => one.id === about.station)?.name;
    return [t(`status.${about.status}`), station].filter(Boolean).join(', ');
  }
  return `${about.priority} ${placeName(about)}`;
}

/** What the names on a line can mean now. */
function useWorld(open: Incident | null): World {
  const { scale } = useShared();
  const units = useModel((model) => model.units);
  const incidents = useModel((model) => model.incidents);
  return useMemo(
    () => ({
      units: [...units.values()],
      incidents: [...incidents.values()],
      open,
      priorities: [...scale.keys()],
      outcomes: new Map(OUTCOMES.map((one) => [t(`line.outcome.${one}`), one])),
      answers: new Map([
        [t('line.yes'), true],
        [t('line.no'), false],
      ]),
    }),
    [units, incidents, open, scale],
  );
}

const OUTCOMES = ['CONVEYED', 'TREATED_AND_LEFT', 'REFERRED', 'CANCELLED'] as const;
