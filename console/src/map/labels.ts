interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

const FONT = 'bold 11px system-ui, sans-serif';
/** Beside the mark, in pixels. */
const OFFSET = 10;
/** A label keeps others out of a box of this size; a wider one would hide more than it says. */
const BOX = { width: 44, height: 14 };

/** Draws labels, the first come where two would lie over each other. */
export function drawLabels(
  pen: CanvasRenderingContext2D,
  labels: readonly Label[],
  ink: string,
  halo: string,
) {
  if (labels.length === 0) return;
  pen.font = FONT;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.lineWidth = 3;
  pen.lineJoin = 'round';
  pen.strokeStyle = halo;
  pen.fillStyle = ink;
  for (const { x, y, text } of apart(labels)) {
    pen.strokeText(text, x + OFFSET, y);
    pen.fillText(text, x + OFFSET, y);
  }
}

/** The labels that can stand without touching an earlier one. */
export function apart(labels: readonly Label[]): Label[] {
  const taken = new Set<string>();
  return labels.filter(({ x, y }) => {
    const column = Math.floor(x / BOX.width);
    const row = Math.floor(y / BOX.height);
    if (taken.has(`${column} ${row}`)) return false;
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1]) taken.add(`${column + dx} ${row + dy}`);
    return true;
  });
}
