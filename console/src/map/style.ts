import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';

/** The colours of the theme in force, read from the tokens so that map and page agree. */
export interface Palette {
  readonly land: string;
  readonly water: string;
  readonly line: string;
  readonly text: string;
  readonly muted: string;
  readonly surface: string;
  readonly strong: string;
  readonly focus: string;
  readonly calm: string;
}

/** Reads the colour tokens of the theme in force. */
export function tokenReader(element: Element): (token: string) => string {
  const style = getComputedStyle(element);
  return (name) => style.getPropertyValue(`--${name}`).trim();
}

export function paletteOf(element: Element): Palette {
  const read = tokenReader(element);
  return {
    land: read('map-land'),
    water: read('map-water'),
    line: read('map-line'),
    text: read('text'),
    muted: read('muted'),
    surface: read('surface'),
    strong: read('line-strong'),
    focus: read('focus'),
    calm: read('calm'),
  };
}

const CREDIT = '© SCB (CC0) · GeoNames (CC BY 4.0) · Natural Earth';
const EMPTY: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };
const FILES = ['land', 'water', 'rivers', 'borders', 'places'] as const;
/** The zoom from which places of each rank are named; see public/map/README.md. */
const RANK_ZOOM = [3, 4.2, 5, 7, 8.5] as const;

/** What stands still, as a style made of files of our own; what moves is in markers.ts. */
export function mapStyle(palette: Palette, boundary: GeoJSON.Geometry | null): StyleSpecification {
  const origin = location.origin;
  const file = (name: string) => ({
    type: 'geojson' as const,
    data: `${origin}/map/${name}.geojson`,
    tolerance: 0.5,
  });
  const own = boundary ? { type: 'Feature' as const, properties: {}, geometry: boundary } : EMPTY;
  return {
    version: 8,
    glyphs: `${origin}/map/glyphs/{fontstack}/{range}.pbf`,
    sources: {
      ...Object.fromEntries(FILES.map((name) => [name, file(name)])),
      places: { ...file('places'), attribution: CREDIT },
      boundary: { type: 'geojson', data: own },
      facilities: { type: 'geojson', data: EMPTY },
    },
    layers: [...ground(palette), ...names(palette), facilities(palette)],
  };
}

function ground(p: Palette): LayerSpecification[] {
  const width: ExpressionSpecification = [
    'match',
    ['get', 'kind'],
    'country',
    1.6,
    'region',
    1,
    0.4,
  ];
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': p.water } },
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': p.land } },
    { id: 'water', type: 'fill', source: 'water', paint: { 'fill-color': p.water } },
    {
      id: 'rivers',
      type: 'line',
      source: 'rivers',
      paint: { 'line-color': p.water, 'line-width': 1.2 },
    },
    {
      id: 'borders',
      type: 'line',
      source: 'borders',
      paint: { 'line-color': p.line, 'line-width': width },
    },
    {
      id: 'boundary',
      type: 'line',
      source: 'boundary',
      paint: { 'line-color': p.strong, 'line-width': 1.8, 'line-dasharray': [4, 2] },
    },
  ];
}

function names(p: Palette): LayerSpecification[] {
  return RANK_ZOOM.map((minzoom, index) => ({
    id: `places-${index + 1}`,
    type: 'symbol' as const,
    source: 'places',
    minzoom,
    filter: ['==', ['get', 'rank'], index + 1],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': ['OpenSans-Regular'],
      'text-size': 13.5 - index * 0.7,
      'symbol-sort-key': ['-', 0, ['get', 'population']],
    },
    paint: { 'text-color': p.muted, 'text-halo-color': p.land, 'text-halo-width': 1.2 },
  }));
}

function facilities(p: Palette): LayerSpecification {
  return {
    id: 'facilities',
    type: 'symbol',
    source: 'facilities',
    layout: {
      'icon-image': ['get', 'image'],
      'icon-allow-overlap': true,
      'text-field': ['step', ['zoom'], '', 8.5, ['get', 'name']],
      'text-font': ['OpenSans-Regular'],
      'text-size': 11,
      'text-offset': [0, 0.9],
      'text-anchor': 'top',
      'text-optional': true,
    },
    paint: { 'text-color': p.text, 'text-halo-color': p.land, 'text-halo-width': 1.2 },
  };
}
