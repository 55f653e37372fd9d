import { useEffect, useRef } from 'react';

/** A form that opens in a row of a list: its first field has the focus, and Esc closes it. */
export function useRowForm(onClose: () => void) {
  const frame = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const form = frame.current;
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && onClose();
    form?.querySelector<HTMLElement>('select, input')?.focus();
    form?.addEventListener('keydown', leave);
    return () => form?.removeEventListener('keydown', leave);
    // Once: the list is read anew every few seconds, which must not take the focus back.
  }, []);
  return frame;
}
