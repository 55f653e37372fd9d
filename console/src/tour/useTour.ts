import { useEffect, useMemo, useRef, useState } from 'react';
import { useCommands } from '../commands/useCommands';
import { useDemo, useDesk, useModel, useShared, useTick } from '../picture/context';
import { VIEW_MENU } from '../view/ViewMenu';
import { placeFrom, STEPS, type Scene, type Step } from './steps';

/** A user's place in the tour, kept in this browser so that it can be left and gone on with. */
export interface Tour {
  readonly step: Step;
  /** Counted from 1. */
  readonly number: number;
  readonly begun: boolean;
  goTo(number: number): void;
}

/** Whether a guided shift makes sense here: only where nothing is real. */
export function useTourOffered(): boolean {
  return useDemo().demo !== null;
}

export function useTour(): Tour {
  const { session } = useShared();
  const name = `dirigent.tour.${session.username}`;
  const [kept, setKept] = useState(() => read(name));
  const at = placeFrom(kept);
  const step = STEPS[at] ?? firstStep();
  const goTo = (number: number) => {
    const next = STEPS[Math.min(Math.max(number, 1), STEPS.length) - 1] ?? firstStep();
    write(name, next.id);
    setKept(next.id);
  };
  return { step, number: at + 1, begun: at > 0, goTo };
}

function firstStep(): Step {
  const [first] = STEPS;
  if (!first) throw new Error('tour: it has no steps');
  return first;
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function write(name: string, step: string) {
  try {
    localStorage.setItem(name, step);
  } catch {
    // A browser that stores nothing still shows the tour; it then begins anew after a reload.
  }
}

/** Calls `onDone` once the user has really done what the step asks for. */
export function useWait(step: Step, onDone: () => void) {
  const scene = useScene(step);
  const done = step.done?.(scene) === true;
  const latest = useRef(onDone);
  useEffect(() => {
    latest.current = onDone;
  });
  useEffect(() => {
    if (done) latest.current();
  }, [done, step]);
}

function useScene(step: Step): Scene {
  const { store, session } = useShared();
  const { desk } = useDesk();
  const { open } = useCommands();
  const entries = useModel((model) => model.entries);
  // What happened before the step began is not an answer to it.
  const [began, setBegan] = useState({ step, seq: store.get().seq });
  if (began.step !== step) setBegan({ step, seq: store.get().seq });
  const since = began.seq;
  useTick();
  const acts = useMemo(
    () =>
      new Set(
        entries
          .filter((one) => one.seq > since && one.actor === session.username)
          .map((one) => one.type),
      ),
    [entries, since, session.username],
  );
  // In a list with a chosen row it is the row that has the focus.
  const focused = document.activeElement;
  return {
    desk,
    acts,
    open,
    focus: focused?.closest('[role=listbox]')?.id ?? focused?.id ?? '',
    menu: document.getElementById(VIEW_MENU)?.getAttribute('aria-expanded') === 'true',
  };
}

/** Marks on the page what the step speaks of, as long as it stands there. */
export function useMarks({ marks }: Step) {
  const tick = useTick();
  useEffect(() => {
    for (const one of document.querySelectorAll('[data-tour]')) one.removeAttribute('data-tour');
    if (marks !== '') document.querySelector(marks)?.setAttribute('data-tour', 'here');
    return () => {
      for (const one of document.querySelectorAll('[data-tour]')) one.removeAttribute('data-tour');
    };
  }, [marks, tick]);
}
