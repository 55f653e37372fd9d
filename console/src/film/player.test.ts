import { describe, expect, it } from 'vitest';
import type { FilmPiece } from '../api/contract';
import { entry, incident, NOON, picture } from '../model/samples';
import { PictureStore } from '../picture/store';
import { FilmPlayer } from './player';

const NOON_MILLISECONDS = Date.parse(NOON);
const later = (seconds: number) => new Date(NOON_MILLISECONDS + seconds * 1000).toISOString();

function setUp(pieces: FilmPiece[]) {
  let browser = 1_000_000;
  const asked: [number, string][] = [];
  const store = new PictureStore(() => browser);
  const source = {
    picture: (at: string) =>
      Promise.resolve({
        ...picture(10, { incidents: [incident('a')], now: at }),
      }),
    piece: (after: number, from: string) => {
      asked.push([after, from]);
      const next = pieces.shift();
      return next ? Promise.resolve(next) : Promise.reject(new Error('no more'));
    },
  };
  const present = () => NOON_MILLISECONDS + 3_600_000;
  const player = new FilmPlayer(source, store, present, NOON_MILLISECONDS, () => browser);
  const pass = async (milliseconds: number) => {
    browser += milliseconds;
    player.tick();
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    store.flush();
  };
  return { player, store, asked, pass };
}

const step = (seq: number, seconds: number, version: number) => ({
  entry: { ...entry(seq), at: later(seconds), incident: 'a' },
  incident: incident('a', { version, description: `v${version}` }),
  assignments: [],
});

const piece = (seq: number, seconds: number, steps: FilmPiece['steps']): FilmPiece => ({
  seq,
  until: later(seconds),
  steps,
  positions: [],
});

describe('01 the film', () => {
  it('01 begins with the picture of its moment, standing still', async () => {
    const { player, store, pass } = setUp([]);
    await player.seek(NOON_MILLISECONDS);
    await pass(5_000);
    expect(store.get().incidents.get('a')?.version).toBe(1);
    expect(player.get()).toMatchObject({ at: NOON_MILLISECONDS, state: 'READY', playing: false });
    expect(store.get().clock?.speed).toBe(0);
  });

  it('02 shows each change at its time and none before', async () => {
    const { player, store, pass } = setUp([piece(12, 600, [step(11, 30, 2), step(12, 60, 3)])]);
    await player.seek(NOON_MILLISECONDS);
    player.setSpeed(10);
    player.play(true);
    await pass(0);
    await pass(2_900);
    expect(store.get().incidents.get('a')?.version).toBe(1);
    await pass(200);
    expect(store.get().incidents.get('a')?.version).toBe(2);
    await pass(3_000);
    expect(store.get().incidents.get('a')?.version).toBe(3);
    expect(store.get().seq).toBe(12);
  });

  it('03 waits where nothing has been fetched, and says when it cannot go on', async () => {
    const { player, pass } = setUp([piece(10, 60, [])]);
    await player.seek(NOON_MILLISECONDS);
    player.setSpeed(60);
    player.play(true);
    await pass(0);
    await pass(10_000);
    expect(player.get().at).toBe(NOON_MILLISECONDS + 60_000);
    await pass(100);
    expect(player.get()).toMatchObject({ state: 'FAILED', problem: 'no more', playing: false });
  });

  it('04 ends where the present begins', async () => {
    const { player, pass } = setUp([]);
    await player.seek(NOON_MILLISECONDS + 9_999_999_999);
    player.play(true);
    await pass(1_000);
    expect(player.get().playing).toBe(false);
    expect(player.get().at).toBe(NOON_MILLISECONDS + 3_599_000);
  });

  it('05 has six speeds and no more', async () => {
    const { player } = setUp([]);
    await player.seek(NOON_MILLISECONDS);
    for (let i = 0; i < 10; i++) player.faster(1);
    expect(player.get().speed).toBe(60);
    for (let i = 0; i < 10; i++) player.faster(-1);
    expect(player.get().speed).toBe(1);
  });
});
