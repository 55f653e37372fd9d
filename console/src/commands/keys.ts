/** What the key map needs to know of a key press; a KeyboardEvent is one. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
  readonly defaultPrevented: boolean;
  readonly target: EventTarget | null;
}

/**
 * The key of a command, or null when the press belongs to somebody else: a field being typed in,
 * a shortcut of the browser, or a key held down.
 */
export function commandKey(press: KeyPress, enabled: boolean): string | null {
  if (press.defaultPrevented || press.repeat) return null;
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.key === 'Escape') return press.key;
  // The system's own key for help: it answers in a field too, where ? is a letter.
  if (press.key === 'F1') return '?';
  if (!enabled || isTyping(press.target)) return null;
  return press.key.length === 1 ? press.key : null;
}

function isTyping(target: EventTarget | null): boolean {
  const element = target as { tagName?: string; isContentEditable?: boolean } | null;
  if (!element?.tagName) return false;
  return /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) || element.isContentEditable === true;
}
