import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode, UIEvent } from 'react';

interface Props<T> {
  readonly label: string;
  readonly items: readonly T[];
  /** Height of every row in pixels; equal heights keep 5 000 rows as cheap as 50. */
  readonly rowHeight: number;
  readonly idOf: (item: T) => string;
  readonly selected: string | null;
  readonly onOpen: (item: T) => void;
  /** Given, what is chosen follows the arrows, and is moved by nothing but `selected`. */
  readonly onMove?: (item: T) => void;
  readonly row: (item: T) => ReactNode;
  readonly empty: string;
  readonly listId: string;
  readonly toneOf?: (item: T) => string;
}

/** Rows drawn above and below what is in view, so that a fast scroll shows no gaps. */
const OVERSCAN = 6;

/**
 * A list box that draws only the rows in view. The arrows move, Enter opens. Focus follows the
 * item, not its place, so that a list which re-sorts itself does not move the choice.
 */
export function RowList<T>(props: Props<T>) {
  const { items, rowHeight, idOf, onOpen, onMove } = props;
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const [active, setActive] = useState<string | null>(null);
  const prefix = useId();

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setView((old) => ({ ...old, height: element.clientHeight })),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const scroll = useCallback((event: UIEvent<HTMLDivElement>) => {
    const { scrollTop } = event.currentTarget;
    setView((old) => ({ ...old, top: scrollTop }));
  }, []);

  const current = onMove ? props.selected : (active ?? props.selected);
  const place = items.findIndex((item) => idOf(item) === current);

  const moveTo = (next: number) => {
    const bounded = Math.max(0, Math.min(items.length - 1, next));
    const item = items[bounded];
    if (!item || !box.current) return;
    setActive(idOf(item));
    onMove?.(item);
    keepInView(box.current, bounded, rowHeight);
  };

  const press = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(view.height / rowHeight) - 1);
    const steps: Record<string, number> = {
      ArrowDown: place + 1,
      ArrowUp: place < 0 ? items.length - 1 : place - 1,
      PageDown: place + page,
      PageUp: place - page,
      Home: 0,
      End: items.length - 1,
    };
    const next = steps[event.key];
    const item = items[place];
    if (next !== undefined) moveTo(next);
    else if (event.key === 'Enter' && item) onOpen(item);
    else return;
    event.preventDefault();
  };

  const first = Math.max(0, Math.floor(view.top / rowHeight) - OVERSCAN);
  const last = Math.min(items.length, Math.ceil((view.top + view.height) / rowHeight) + OVERSCAN);
  const drawn = items.slice(first, last);
  const activeDrawn = place >= first && place < last;

  return (
    <div
      ref={box}
      id={props.listId}
      className="rows"
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-activedescendant={activeDrawn ? `${prefix}${current ?? ''}` : undefined}
      onKeyDown={press}
      onScroll={scroll}
      onFocus={() => place < 0 && moveTo(0)}
    >
      {items.length === 0 && (
        <div className="empty" role="option" aria-selected={false} aria-disabled>
          {props.empty}
        </div>
      )}
      <div role="presentation" style={{ height: items.length * rowHeight, position: 'relative' }}>
        {drawn.map((item, index) => {
          const id = idOf(item);
          return (
            // The list box holds the focus and answers the keys for all its rows.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={id}
              id={prefix + id}
              role="option"
              tabIndex={-1}
              aria-selected={id === props.selected}
              aria-setsize={items.length}
              aria-posinset={first + index + 1}
              className={`row ${id === current ? 'current' : ''} ${props.toneOf?.(item) ?? ''}`}
              style={{ height: rowHeight, top: (first + index) * rowHeight }}
              onClick={() => {
                setActive(id);
                onOpen(item);
              }}
            >
              {props.row(item)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function keepInView(box: HTMLElement, place: number, rowHeight: number) {
  const top = place * rowHeight;
  if (top < box.scrollTop) box.scrollTop = top;
  const bottom = top + rowHeight - box.clientHeight;
  if (bottom > box.scrollTop) box.scrollTop = bottom;
}
