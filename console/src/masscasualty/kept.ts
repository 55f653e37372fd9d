import { useEffect, useState } from 'react';
import type { Category } from './contract';

/** What this phone keeps of a major incident, so that sieving goes on without a network. */
export interface Sieved {
  /** Which person, also when another wears the same card: see the presses of the outbox. */
  readonly person: string;
  readonly tag: string;
  readonly child: boolean;
  /** Null when nobody has given it one. */
  readonly category: Category | null;
}

export function readKept<T>(key: string, fallback: T, store: Storage = localStorage): T {
  try {
    const found = store.getItem(key);
    return found === null ? fallback : (JSON.parse(found) as T);
  } catch {
    return fallback;
  }
}

/** Gives whether it was kept; a browser that keeps nothing has it as long as the page. */
export function writeKept(key: string, value: unknown, store: Storage = localStorage): boolean {
  try {
    store.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
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

/** The list with one more, or with its category changed; the latest first. None is dropped. */
export function withSieved(list: readonly Sieved[], one: Sieved): Sieved[] {
  return [one, ...list.filter((other) => other.person !== one.person)];
}
