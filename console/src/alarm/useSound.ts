import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Alarm } from '../api/contract';
import { useConnection, useShared, useTick } from '../picture/context';
import { gravest, soundName, sounds } from './mine';
import { sound, type SoundState } from './sound';
import { useAlarms } from './useAlarms';

/** A grave alarm sounds again so often until somebody has acknowledged it. */
const AGAIN_MILLISECONDS = 3_000;

export interface Heard extends SoundState {
  /** What must be heard and has not been acknowledged. */
  readonly unseen: readonly Alarm[];
  /** How long the silence lasts, in milliseconds; 0 when it is not muted. */
  readonly mutedMilliseconds: number;
  /** A grave alarm that nobody can hear: it must be seen all the more. */
  readonly graveUnheard: boolean;
}

/** Whether tones can be heard, and what there is to hear. */
export function useSoundState(): Heard {
  const { session } = useShared();
  const alarms = useAlarms();
  const state = useSyncExternalStore(sound.subscribe, sound.get);
  const now = useTick();
  const unseen = useMemo(() => alarms.filter((one) => sounds(one, session)), [alarms, session]);
  const mutedMilliseconds = Math.max(0, state.mutedUntil - now);
  const unheard = state.locked || mutedMilliseconds > 0;
  return {
    ...state,
    unseen,
    mutedMilliseconds,
    graveUnheard: unheard && gravest(unseen) === 'GRAVE',
  };
}

/** Lets the alarms of this person be heard; once in the page. */
export function useAlarmSound() {
  const { unseen, mutedMilliseconds } = useSoundState();
  const live = useConnection() === 'LIVE';
  const heard = useRef(new Set<string>());
  const grave = unseen.some((one) => one.tone === 'GRAVE');
  const muted = mutedMilliseconds > 0;
  useEffect(() => sound.open(), []);
  useEffect(() => {
    const names = new Set(unseen.map(soundName));
    const fresh = unseen.filter((one) => !heard.current.has(soundName(one)));
    const gone = [...heard.current].some((name) => !names.has(name));
    heard.current = names;
    // What was acknowledged is quiet at once, not at the end of its pulses.
    if (gone) sound.stop();
    const tone = gravest(fresh);
    if (tone) sound.play(tone);
  }, [unseen]);
  useEffect(() => {
    // A lost connection has its own banner: nobody could acknowledge what would sound.
    if (!grave || muted || !live) return undefined;
    const timer = setInterval(() => sound.play('GRAVE'), AGAIN_MILLISECONDS);
    return () => clearInterval(timer);
  }, [grave, muted, live]);
}
