import { addProtocol, type Map as MapLibreMap } from 'maplibre-gl';
import { PMTiles, Protocol } from 'pmtiles';

const SETTING = '/map/streets.json';

/**
 * Streets from a PMTiles file of the user's own: lines over the plain map, under everything that
 * moves. `streets.json` beside the map files names it, or says null when there is none.
 */
export async function addStreets(map: MapLibreMap, line: string) {
  const file = await streetsFile();
  if (!file) return;
  const url = `${location.origin}/map/${file}`;
  const protocol = new Protocol();
  protocol.add(new PMTiles(url));
  addProtocol('pmtiles', protocol.tile);
  map.addSource('streets', { type: 'vector', url: `pmtiles://${url}` });
  map.addLayer(
    {
      id: 'streets',
      type: 'line',
      source: 'streets',
      // The layer's name in the two common schemas differs; this one is Protomaps' own.
      'source-layer': 'roads',
      paint: { 'line-color': line, 'line-width': 1 },
    },
    'borders',
  );
}

async function streetsFile(): Promise<string | null> {
  try {
    const setting = (await (await fetch(SETTING)).json()) as { pmtiles?: unknown };
    return typeof setting.pmtiles === 'string' ? setting.pmtiles : null;
  } catch {
    // The map is whole without streets.
    return null;
  }
}
