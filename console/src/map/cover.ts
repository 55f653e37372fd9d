import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { CoverPicture } from '../api/contract';
import { coverStep, type CoverSteps } from '../advice/coverText';
import { point } from './features';

const SOURCE = 'cover';
const LAYERS = ['cover-rings', 'cover-labels'] as const;

/** The colours of the theme that the layer is drawn in. */
export interface CoverInk {
  readonly good: string;
  readonly thin: string;
  readonly bare: string;
  readonly text: string;
  readonly halo: string;
}

/** The places with their share at a level; one without calls says nothing and is left out. */
export function coverFeatures(
  cover: CoverPicture,
  level: number,
  steps: CoverSteps,
): GeoJSON.FeatureCollection {
  const features = cover.zones.flatMap((zone) => {
    const found = zone.levels.find((one) => one.level === level);
    if (!found || zone.callsNextHour === 0) return [];
    const step = coverStep(found.share, steps);
    const label = `${Math.round(found.share * 100)} %`;
    return [point(zone.position, { step, label, bare: 1 - found.share })];
  });
  return { type: 'FeatureCollection', features };
}

/**
 * Puts the layer under everything that moves. Told apart by the ring's width and the figure beside
 * it as well as by colour: the barer, the larger and the thicker.
 */
export function showCover(map: MapLibreMap, data: GeoJSON.FeatureCollection, ink: CoverInk) {
  const source = map.getSource<GeoJSONSource>(SOURCE);
  if (source) {
    void source.setData(data);
    return;
  }
  map.addSource(SOURCE, { type: 'geojson', data });
  const by = (good: unknown, thin: unknown, bare: unknown) =>
    ['match', ['get', 'step'], 'good', good, 'thin', thin, bare] as never;
  map.addLayer(
    {
      id: LAYERS[0],
      type: 'circle',
      source: SOURCE,
      paint: {
        'circle-radius': by(5, 9, 13),
        'circle-color': by(ink.good, ink.thin, ink.bare),
        'circle-opacity': by(0.25, 0.3, 0.35),
        'circle-stroke-color': by(ink.good, ink.thin, ink.bare),
        'circle-stroke-width': by(1, 2, 3.5),
      },
    },
    'facilities',
  );
  map.addLayer(
    {
      id: LAYERS[1],
      type: 'symbol',
      source: SOURCE,
      layout: {
        'text-field': ['get', 'label'],
        'text-font': ['OpenSans-Regular'],
        'text-size': 12,
        'text-offset': [0, -1.5],
        // Where there is not room for all, the barest is named.
        'symbol-sort-key': ['-', 0, ['get', 'bare']],
      },
      paint: { 'text-color': ink.text, 'text-halo-color': ink.halo, 'text-halo-width': 1.4 },
    },
    'facilities',
  );
}

export function hideCover(map: MapLibreMap) {
  if (!map.getSource(SOURCE)) return;
  LAYERS.forEach((one) => map.removeLayer(one));
  map.removeSource(SOURCE);
}
