/** A key as it is written on the keyboard: V, ⇧N, Esc. */
export function keyName(key: string): string {
  if (key === 'Escape') return 'Esc';
  return key.length === 1 && key !== key.toLowerCase() ? `⇧${key}` : key.toUpperCase();
}
