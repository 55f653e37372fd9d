import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import en from './en.json';
import sv from './sv.json';

export const LANGUAGES = ['sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

type Leaves<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${Bare<K>}` : Leaves<T[K], `${P}${K}.`>;
}[keyof T & string];
type Bare<K extends string> = K extends `${infer B}_${'one' | 'other'}` ? B : K;

/** Every text the page has; a key that is not in sv.json does not compile. */
export type Key = Leaves<typeof sv>;
export type Values = Record<string, string | number>;

void i18next.init({
  lng: 'sv',
  fallbackLng: 'sv',
  initAsync: false,
  resources: { sv: { translation: sv }, en: { translation: en } },
  // React escapes what it shows.
  interpolation: {
    escapeValue: false,
    alwaysFormat: true,
    // A count in a sentence reads as a number does anywhere else: 1 920.
    format: (value: unknown) => (typeof value === 'number' ? grouped(value) : String(value)),
  },
  showSupportNotice: false,
});

function grouped(value: number): string {
  return new Intl.NumberFormat(language() === 'sv' ? 'sv-SE' : 'en-SE').format(value);
}

/** Texts with nothing to fill in, found once: a list of thousands asks for the same few. */
let plain = new Map<string, string>();
i18next.on('languageChanged', () => (plain = new Map()));

export function t(key: Key, values?: Values): string {
  if (values) return i18next.t(key, values);
  return plainText(key);
}

function plainText(key: string): string {
  let text = plain.get(key);
  if (text === undefined) {
    text = i18next.t(key);
    plain.set(key, text);
  }
  return text;
}

/** The text of a code the server may have grown since this page was built; else the code itself. */
export function tCode(group: string, code: string): string {
  const key = `${group}.${code}`;
  return plain.has(key) || i18next.exists(key) ? plainText(key) : code;
}

/** As {@link tCode}, of a text with places to fill in. */
export function textOf(group: string, code: string, values: Values): string {
  const key = `${group}.${code}`;
  return i18next.exists(key) ? i18next.t(key, values) : code;
}

export function language(): Language {
  return i18next.language === 'en' ? 'en' : 'sv';
}

export function setLanguage(next: Language) {
  void i18next.changeLanguage(next);
  if (typeof document !== 'undefined') document.documentElement.lang = next;
}

/** Makes the component show again when the language changes. */
export function useLanguage(): Language {
  return useSyncExternalStore((changed) => {
    i18next.on('languageChanged', changed);
    return () => i18next.off('languageChanged', changed);
  }, language);
}
