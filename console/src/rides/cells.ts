/** Every line is as high, so that 900 vehicles cost what those in view cost; in pixels. */
export const LINE_HEIGHT = 52;

/** The command table and the tests find the time lines by this name. */
export const LINES_ID = 'ride-lines';

/** The id of the cell under the cursor: a ride, or the vehicle itself. */
export function cellId(unit: string | null, transport: string | null): string {
  return transport === null ? `ride-of-${unit ?? ''}` : `ride-${transport}`;
}

/** The ride whose cell has an id. */
export function transportOf(cell: string): string {
  return cell.slice('ride-'.length);
}
