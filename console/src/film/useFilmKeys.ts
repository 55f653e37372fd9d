import { useEffect, useRef } from 'react';
import type { FilmPlayer } from './player';

interface Controls {
  readonly player: FilmPlayer;
  readonly jump: (to: number) => void;
  readonly next: () => void;
  readonly previous: () => void;
}

const STEP_MILLISECONDS = 10_000;
const STRIDE_MILLISECONDS = 300_000;

/** Keys of the film: space, arrows (with shift five minutes), comma and full stop, plus, minus. */
export function useFilmKeys(controls: Controls) {
  const latest = useRef(controls);
  useEffect(() => {
    latest.current = controls;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || hasKeysOfItsOwn(event.target)) return;
      if (!act(event, latest.current)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the desk's own keys, where the full stop opens the command line.
    document.addEventListener('keydown', press, true);
    return () => document.removeEventListener('keydown', press, true);
  }, []);
}

function act(event: KeyboardEvent, { player, jump, next, previous }: Controls): boolean {
  const { at, playing } = player.get();
  const step = event.shiftKey ? STRIDE_MILLISECONDS : STEP_MILLISECONDS;
  const keys: Record<string, () => void> = {
    ' ': () => player.play(!playing),
    ArrowLeft: () => jump(at - step),
    ArrowRight: () => jump(at + step),
    ',': previous,
    '.': next,
    '+': () => player.faster(1),
    '-': () => player.faster(-1),
  };
  const found = keys[event.key];
  found?.();
  return found !== undefined;
}

/** Fields, lists and buttons answer space and arrows themselves. */
function hasKeysOfItsOwn(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input,select,textarea,button,a,[role=tab],canvas,[role="dialog"]') !== null
  );
}
