/** A promise around mapshaper: GeoJSON in by name, GeoJSON out by name. */
import mapshaper from 'mapshaper';

/**
 * Runs one mapshaper command line.
 *
 * @param commands the command line, e.g. `-i a.json -dissolve -o out.json`
 * @param inputs file name → GeoJSON object
 * @param output name of the one output file
 * @returns the output as an object
 */
export async function shape(commands, inputs, output) {
  const texts = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name, JSON.stringify(value)]),
  );
  const files = await mapshaper.applyCommands(commands.replace(/\s+/g, ' ').trim(), texts);
  if (!files[output]) {
    throw new Error(`mapshaper wrote ${Object.keys(files)} instead of ${output}`);
  }
  return JSON.parse(Buffer.from(files[output]).toString('utf8'));
}

/** A feature collection of geometries, each with its properties. */
export function collection(pairs) {
  return {
    type: 'FeatureCollection',
    features: pairs.map(([properties, geometry]) => ({ type: 'Feature', properties, geometry })),
  };
}
