import { useEffect, useState } from 'react';
import { topicsAt } from './topics';

/** The strip itself is not what is pointed at. */
const OWN = '.explanation';

/** The topics under the focus or the pointer, whichever moved last, as long as `on`. */
export function useTopics(on: boolean): readonly string[] {
  const [topics, setTopics] = useState<readonly string[]>([]);
  useEffect(() => {
    if (!on) return;
    const look = (element: Element | null) => {
      if (!element || element === document.body || element.closest(OWN)) return;
      const found = topicsAt(element);
      setTopics((old) => (found.join() === old.join() || found.length === 0 ? old : found));
    };
    const focused = () => look(document.activeElement);
    const moved = (event: Event) => look(event.target as Element);
    // An arrow in a list moves the row, not the focus.
    const pressed = () => setTimeout(focused);
    focused();
    document.addEventListener('focusin', moved);
    document.addEventListener('keyup', pressed);
    document.addEventListener('pointerover', moved);
    return () => {
      document.removeEventListener('focusin', moved);
      document.removeEventListener('keyup', pressed);
      document.removeEventListener('pointerover', moved);
    };
  }, [on]);
  return topics;
}
