import { addProtocol, type Map as MapLibreMap } from 'maplibre-gl';
import { PMTiles, Protocol } from 'pmtiles';

const PATH = '/map/tiles.pmtiles';

/**
 * Streets from a PMTiles file of the user's own, when one lies at /map/tiles.pmtiles: lines and
 * names over the plain map, under everything that moves. Does nothing when there is none.
 */
export async function addStreets(map: MapLibreMap, line: string) {
  const answer = await fetch(PATH, { headers: { Range: 'bytes=0-6' } }).catch(() => null);
  if (answer?.status !== 206 || (await answer.text()) !== 'PMTiles') return;
  const protocol = new Protocol();
  protocol.add(new PMTiles(location.origin + PATH));
  addProtocol('pmtiles', protocol.tile);
  map.addSource('streets', { type: 'vector', url: `pmtiles://${location.origin}${PATH}` });
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
