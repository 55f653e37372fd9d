import type { Tone } from '../api/contract';

/**
 * The tones, through Web Audio, and whether they can be heard. One for the page: a browser gives a
 * page one lock on its audio, and what is muted is muted everywhere.
 */
export interface SoundState {
  /** The browser plays nothing until the person has pressed something. */
  readonly locked: boolean;
  /** Muted until then, in the browser's milliseconds; 0 when it is not. */
  readonly mutedUntil: number;
}

/** Silence has an end: who mutes to telephone does not miss the rest of the shift. */
export const MUTE_MILLISECONDS = 2 * 60_000;
const MUTE_KEY = 'dirigent.mutedUntil';
/** One window sounds, or five would at once and none be understood. */
const TURN = 'dirigent.sound';

/** Each tone as pulses: frequency in hertz, beginning and length in seconds, loudness 0 to 1. */
const PULSES: Record<Tone, readonly (readonly [number, number, number, number])[]> = {
  GRAVE: [
    [880, 0, 0.18, 0.5],
    [880, 0.3, 0.18, 0.5],
    [880, 0.6, 0.18, 0.5],
  ],
  ACT: [
    [587, 0, 0.16, 0.3],
    [784, 0.2, 0.2, 0.3],
  ],
  INFORM: [[523, 0, 0.2, 0.12]],
};
const PULSES_MILLISECONDS = 900;

export class Sound {
  private context: AudioContext | null = null;
  private state: SoundState = { locked: true, mutedUntil: readMute() };
  private turn = !('locks' in navigator);
  private waits = false;
  private shown: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get = (): SoundState => this.state;

  /** Tries whether the browser lets us sound: it does when the person has pressed something. */
  open = () => {
    addEventListener('storage', this.muteElsewhere);
    this.context ??= new AudioContext();
    this.context.onstatechange = this.check;
    // A browser that waits for a press lets this hang, and answers by the change of state.
    void this.context.resume().then(this.check, this.check);
    this.set(this.state);
    this.check();
  };

  /** Asked for by a press: opens the lock and lets the person hear that it worked. */
  unlock = async () => {
    this.context ??= new AudioContext();
    this.context.onstatechange = this.check;
    await this.context.resume();
    this.check();
    this.mute(0);
    this.sound('ACT');
  };

  /** Mutes for a while, or ends it with 0. */
  mute = (milliseconds: number, now = Date.now()) => {
    const mutedUntil = milliseconds === 0 ? 0 : now + milliseconds;
    try {
      localStorage.setItem(MUTE_KEY, String(mutedUntil));
    } catch {
      // A browser that stores nothing mutes this window alone.
    }
    this.set({ ...this.state, mutedUntil });
  };

  /** Plays the tone, unless it is muted or another window plays it. */
  play = (tone: Tone, now = Date.now()) => {
    if (this.state.locked || now < this.state.mutedUntil || !this.turn) return;
    this.sound(tone);
  };

  /** Stops whatever sounds: somebody has acknowledged. */
  stop = () => {
    clearTimeout(this.shown);
    show(null);
    const before = this.context;
    if (!before || before.state !== 'running' || !this.playing) return;
    this.playing.disconnect();
    this.playing = null;
  };

  private playing: GainNode | null = null;

  private sound(tone: Tone) {
    const { context } = this;
    if (!context) return;
    this.stop();
    const out = context.createGain();
    out.connect(context.destination);
    this.playing = out;
    for (const pulse of PULSES[tone]) pulseInto(context, out, pulse);
    show(tone);
    this.shown = setTimeout(() => show(null), PULSES_MILLISECONDS);
  }

  private check = () => {
    const locked = this.context?.state !== 'running';
    if (!locked) this.takeTurn();
    if (locked !== this.state.locked) this.set({ ...this.state, locked });
  };

  /** Held until the window closes, however it closes; then the next one sounds. */
  private takeTurn() {
    if (this.turn || this.waits) return;
    this.waits = true;
    void navigator.locks.request(TURN, () => {
      this.turn = true;
      return new Promise<void>(() => undefined);
    });
  }

  private muteElsewhere = (event: StorageEvent) => {
    if (event.key === MUTE_KEY) this.set({ ...this.state, mutedUntil: readMute() });
  };

  private set(state: SoundState) {
    this.state = state;
    document.documentElement.dataset['sound'] = state.locked ? 'locked' : 'open';
    for (const listener of this.listeners) listener();
  }
}

function pulseInto(
  context: AudioContext,
  out: GainNode,
  [hertz, at, seconds, loudness]: (typeof PULSES)[Tone][number],
) {
  const from = context.currentTime + at;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = hertz;
  // Rises and falls, since a tone that is cut clicks.
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(loudness, from + 0.02);
  gain.gain.setValueAtTime(loudness, from + seconds - 0.03);
  gain.gain.linearRampToValueAtTime(0, from + seconds);
  oscillator.connect(gain).connect(out);
  oscillator.start(from);
  oscillator.stop(from + seconds);
}

/** What is heard now stands in the page too, for those who ask a machine and not an ear. */
function show(tone: Tone | null) {
  if (tone) document.documentElement.dataset['tone'] = tone;
  else delete document.documentElement.dataset['tone'];
}

function readMute(): number {
  try {
    const until = Number(localStorage.getItem(MUTE_KEY) ?? 0);
    // A clock set back must not make two minutes a day.
    return until > Date.now() + MUTE_MILLISECONDS ? 0 : until;
  } catch {
    return 0;
  }
}

export const sound = new Sound();
