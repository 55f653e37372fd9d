/** Readers of the plain tables the packs are built from. */
import { readFileSync } from 'node:fs';

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

/**
 * Populated places of one country from a GeoNames table (19 tab-separated columns, no header).
 *
 * Section of a populated place (PPLX) and abandoned places are left out: the first repeat their
 * town's inhabitants, the second have none.
 */
export function readGeoNames(file, country) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((f) => f[8] === country && f[6] === 'P')
    .filter((f) => !['PPLX', 'PPLQ', 'PPLH', 'PPLW'].includes(f[7]))
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
