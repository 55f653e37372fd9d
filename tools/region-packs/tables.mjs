/** Readers of the plain tables the packs are built from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rows of a comma-separated file with a header line and no quoted fields. */
export function readCsv(file) {
  const [header, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    if (cells.length !== names.length) {
      throw new Error(`${file}: ${cells.length} cells instead of ${names.length} in: ${line}`);
    }
    return Object.fromEntries(names.map((name, i) => [name, cells[i]]));
  });
}

/** The parsed content of a JSON or GeoJSON file. */
export function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

const WRONG = new Set(
  readJson(join(import.meta.dirname, 'wrong-places.json')).places.map(({ id }) => id),
);

/**
 * Populated places of one country from a GeoNames table (19 tab-separated columns, no header).
 *
 * Abandoned and historical places are left out. Sections of a town (PPLX) repeat some of its
 * inhabitants: `sections` asks for them too. The places of wrong-places.json are left out.
 */
export function readGeoNames(file, country, sections = false) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((f) => f[8] === country && f[6] === 'P')
    .filter((f) => !['PPLQ', 'PPLH', 'PPLW'].includes(f[7]) && (sections || f[7] !== 'PPLX'))
    .filter((f) => !WRONG.has(Number(f[0])))
    .map((f) => ({
      id: Number(f[0]),
      name: f[1],
      kind: f[7],
      point: [Number(f[5]), Number(f[4])],
      admin1: f[10],
      admin2: f[11],
      population: Number(f[14]),
    }));
}
