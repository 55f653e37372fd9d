import { useSyncExternalStore } from 'react';
import type { Asked } from './film/TrialFilmPage';

/** What the address asks for: a study, a day of one, a kept scenario, or the workbench. */
export interface Place {
  readonly study: string;
  readonly scenario: string;
  readonly film: Asked | null;
}

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}

export function usePlace(): Place {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  const asked = new URLSearchParams(hash.slice(1));
  const film = asked.get('film');
  const whole = (name: string, otherwise: number) => {
    const value = Number(asked.get(name) ?? otherwise);
    return Number.isInteger(value) ? value : otherwise;
  };
  return {
    study: asked.get('study') ?? '',
    scenario: film ? '' : (asked.get('scenario') ?? ''),
    film: film
      ? { study: film, scenario: whole('scenario', 0), run: whole('run', 0), day: whole('day', 1) }
      : null,
  };
}

export function go(hash: string) {
  location.hash = hash;
}

/** An address to give to somebody. */
export function linkTo(hash: string): string {
  return `${location.origin}/?view=twin#${hash}`;
}
