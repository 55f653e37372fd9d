import { useSyncExternalStore } from 'react';
import { LANGUAGES, setLanguage, type Language } from '../text';

export const THEMES = ['auto', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** What this user of this browser likes; kept in the browser, never on the server. */
export interface Preferences {
  readonly theme: Theme;
  readonly language: Language;
  /** Single-key commands can be turned off for those who type by voice (WCAG 2.1.4). */
  readonly keys: boolean;
}

const STORAGE_KEY = 'dirigent.preferences';
const listeners = new Set<() => void>();
let current: Preferences = { theme: 'auto', language: 'sv', keys: true };
let chosen = false;

export function usePreferences(): Preferences {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => current,
  );
}

export function setPreferences(change: Partial<Preferences>) {
  current = { ...current, ...change };
  chosen = true;
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(current));
  } catch {
    // A browser that stores nothing still works; the choice lasts as long as the page.
  }
  apply();
  for (const listener of listeners) listener();
}

/** The language the server knows for the user counts until the user chooses here. */
export function suggestLanguage(language: string | null | undefined) {
  const known = LANGUAGES.find((one) => one === language);
  if (chosen || !known || known === current.language) return;
  current = { ...current, language: known };
  apply();
  for (const listener of listeners) listener();
}

export function loadPreferences() {
  try {
    const stored = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? 'null') as unknown;
    if (stored && typeof stored === 'object') {
      current = checked(stored as Record<string, unknown>);
      chosen = true;
    }
  } catch {
    // Unreadable: the defaults stand.
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', applyAndTell);
  matchMedia('(prefers-contrast: more)').addEventListener('change', applyAndTell);
  apply();
}

function checked(stored: Record<string, unknown>): Preferences {
  return {
    theme: THEMES.find((one) => one === stored['theme']) ?? 'auto',
    language: LANGUAGES.find((one) => one === stored['language']) ?? 'sv',
    keys: stored['keys'] !== false,
  };
}

/** The theme in force, with "as the computer" worked out. */
export function themeInForce(): Exclude<Theme, 'auto'> {
  if (current.theme !== 'auto') return current.theme;
  if (matchMedia('(prefers-contrast: more)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function apply() {
  document.documentElement.dataset['theme'] = themeInForce();
  setLanguage(current.language);
}

function applyAndTell() {
  apply();
  current = { ...current };
  for (const listener of listeners) listener();
}
