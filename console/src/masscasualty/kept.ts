import { useEffect, useState } from 'react';
import type { Category } from './contract';

/** What this phone keeps of a major incident, so that sieving goes on without a network. */
export interface Sieved {
  readonly tag: string;
  /** Null when nobody has given it one. */
  readonly category: Category | null;
}

/** A phone sieves a few hundred at most; a list without an end would fill its store. */
const SIEVED_MAX = 1_000;

export function readKept<T>(key: string, fallback: T, store: Storage = localStorage): T {
  try {
    const found = store.getItem(key);
    return found === null ? fallback : (JSON.parse(found) as T);
  } catch {
    return fallback;
  }
}

export function writeKept(key: string, value: unknown, store: Storage = localStorage) {
  try {
    store.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that stores nothing: it lasts as long as the page.
  }
}

/** What was last told, also when it was told before the page was loaded anew. */
export function useKept<T>(key: string, told: T | null): T | null {
  const [before] = useState(() => readKept<T | null>(key, null));
  useEffect(() => {
    if (told !== null) writeKept(key, told);
  }, [key, told]);
  return told ?? before;
}

/** The list with one more, or with its category changed; the latest first. */
export function withSieved(list: readonly Sieved[], one: Sieved): Sieved[] {
  return [one, ...list.filter((other) => other.tag !== one.tag)].slice(0, SIEVED_MAX);
}
