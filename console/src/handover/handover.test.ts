import { describe, expect, it } from 'vitest';
import type { Handover, Situation } from '../api/contract';
import { NOON } from '../model/samples';
import { fitted, keepWords, mayReceive, postsOf, wordsFrom } from './draft';

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const point = (key: string) => ({ key, topic: 'OPEN_CASES' as const, text: 'Torget', detail: '' });
const situation: Situation = { at: NOON, seq: 1, points: [point('a'), point('b')], leftOut: {} };
const words = { post: 'DISPATCHER' as const, remarks: { a: 'Polis', c: 'Ring' }, general: 'Lugnt' };

describe('01 the draft of a hand-over', () => {
  it('01 is handed over by who works there', () => {
    expect(postsOf({ roles: ['INNER_COMMAND', 'DISPATCHER'] })).toEqual([
      'DISPATCHER',
      'INNER_COMMAND',
    ]);
    expect(postsOf({ roles: ['CREW'] })).toEqual([]);
  });

  it('02 keeps what was typed through a reload', () => {
    const kept = storage();
    keepWords(kept, 'key', words);
    expect(wordsFrom(kept, 'key', ['DISPATCHER'])).toEqual(words);
    expect(wordsFrom(kept, 'key', ['INNER_COMMAND']).post).toBe('INNER_COMMAND');
    kept.setItem('key', 'nonsense');
    expect(wordsFrom(kept, 'key', ['DISPATCHER']).general).toBe('');
  });

  it('03 loses no word when its point is gone', () => {
    expect(fitted(words, situation)).toEqual({
      post: 'DISPATCHER',
      remarks: { a: 'Polis' },
      general: 'Lugnt\nRing',
    });
  });

  it('04 is received once, by another who works there', () => {
    const signed = { post: 'DISPATCHER', signedBy: 'ett' } as Handover;
    expect(mayReceive(signed, { username: 'ett', roles: ['DISPATCHER'] })).toBe(false);
    expect(mayReceive(signed, { username: 'två', roles: ['INNER_COMMAND'] })).toBe(false);
    expect(mayReceive(signed, { username: 'två', roles: ['DISPATCHER'] })).toBe(true);
    const received = { ...signed, receivedBy: 'två' };
    expect(mayReceive(received, { username: 'tre', roles: ['DISPATCHER'] })).toBe(false);
  });
});
