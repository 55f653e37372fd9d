import { useEffect, useRef, useState, type PointerEvent as Pressed, type RefObject } from 'react';
import { LINE_HEIGHT, transportOf } from './cells';
import type { Line } from './plan';

/** A hand that trembles on a press has not begun to drag; in pixels. */
const BEGINS_PIXELS = 6;
/** So near an edge of the list it goes on, and so far with each movement. */
const EDGE_PIXELS = 30;
const EDGE_STEP_PIXELS = 12;

/** A ride under the pointer, and the vehicle whose line it is over. */
export interface Drag {
  readonly transport: string;
  readonly unit: string;
  readonly x: number;
  readonly y: number;
}

interface Options {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly lines: readonly Line[];
  /** Whether the ride may be moved by this person now; it becomes the chosen one. */
  readonly onBegin: (transport: string) => boolean;
  readonly onDrop: (drag: Drag) => void;
}

/**
 * Dragging a ride's bar to another vehicle's line, by mouse or pen: a finger scrolls the list. All
 * that is done by it is done by the keys as well.
 */
export function useRideDrag({ box, lines, onBegin, onDrop }: Options) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const pressed = useRef<{ transport: string; x: number; y: number } | null>(null);
  const latest = useRef({ lines, onBegin, onDrop, drag });
  useEffect(() => {
    latest.current = { lines, onBegin, onDrop, drag };
  });

  useEffect(() => {
    const move = (event: PointerEvent) => {
      const from = pressed.current;
      if (!from || !box.current) return;
      const { clientX: x, clientY: y } = event;
      const begun = latest.current.drag !== null;
      if (!begun && Math.hypot(x - from.x, y - from.y) < BEGINS_PIXELS) return;
      if (!begun && !latest.current.onBegin(from.transport)) {
        pressed.current = null;
        return;
      }
      follow(box.current, y);
      const unit = unitAt(box.current, latest.current.lines, y);
      setDrag({ transport: from.transport, unit, x, y });
    };
    const end = (event: Event) => {
      const dropped = event.type === 'pointerup' ? latest.current.drag : null;
      pressed.current = null;
      setDrag(null);
      if (dropped) latest.current.onDrop(dropped);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !pressed.current) return;
      event.stopPropagation();
      end(event);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    window.addEventListener('keydown', key, true);
    return () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', key, true);
    };
  }, [box]);

  const press = (event: Pressed) => {
    const bar = event.target instanceof Element ? event.target.closest('.ride-bar') : null;
    if (!bar || event.button !== 0 || event.pointerType === 'touch') return;
    pressed.current = { transport: transportOf(bar.id), x: event.clientX, y: event.clientY };
  };
  return { drag, press };
}

/** The vehicle whose line is at a height of the screen; nothing over a heading or outside. */
function unitAt(box: HTMLElement, lines: readonly Line[], y: number): string {
  const { top, bottom } = box.getBoundingClientRect();
  if (y < top || y > bottom) return '';
  return lines[Math.floor((y - top + box.scrollTop) / LINE_HEIGHT)]?.row?.vehicle.unit ?? '';
}

function follow(box: HTMLElement, y: number) {
  const { top, bottom } = box.getBoundingClientRect();
  if (y < top + EDGE_PIXELS) box.scrollTop -= EDGE_STEP_PIXELS;
  else if (y > bottom - EDGE_PIXELS) box.scrollTop += EDGE_STEP_PIXELS;
}
