/**
 * Builds the packs of all 21 regions: `node generate.mjs SHARED_DATA_FOLDER [TARGET_FOLDER]`.
 *
 * The same input gives the same bytes. Facts come from the shared data and from the JSON files
 * beside this one; stations and units are invented by rules, with no chance in them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agreementsOf } from './agreements.mjs';
import { demandOf } from './demand.mjs';
import { facilitiesOf } from './facilities.mjs';
import { airStations, unitsOf } from './fleet.mjs';
import { municipalitiesOf, placesOf, populationCentre } from './geography.mjs';
import { boundsOf } from './geometry.mjs';
import { sourcesOf } from './sources.mjs';
import { stationsOf } from './stations.mjs';
import { readCsv, readGeoNames, readJson } from './tables.mjs';

const here = import.meta.dirname;
const [shared, target = join(here, '../../server/src/main/resources/regions')] =
  process.argv.slice(2);
if (!shared) {
  throw new Error('SHARED_DATA_FOLDER missing: node generate.mjs path/to/shared/data [target]');
}

const own = (name) => readJson(join(here, name));
const counties = own('counties.json');
const plans = own('fleet.json');
const inputs = {
  boundaries: new Map(
    own('boundaries.geojson').features.map((f) => [f.properties.countyCode, f.geometry]),
  ),
  municipalityShapes: new Map(
    readJson(join(shared, 'geo/municipalities.geojson')).features.map((f) => [
      f.properties.KnKod,
      f.geometry,
    ]),
  ),
  population: readCsv(join(shared, 'geo/municipality_population_2020.csv')),
  places: readGeoNames(join(shared, 'geo/places_nordic.tsv'), 'SE', true),
  hospitals: readCsv(join(shared, 'facilities/acute_hospitals.csv')),
  hours: readCsv(join(shared, 'calls/denmark_hourly_by_region.csv')),
};
const nation = inputs.population.reduce((sum, row) => sum + Number(row.population), 0);

function packOf(county) {
  const plan = plans[county.code];
  const boundary = inputs.boundaries.get(county.countyCode);
  const municipalities = municipalitiesOf(county.countyCode, inputs.population);
  const people = municipalities.reduce((sum, m) => sum + m.population, 0);
  const places = placesOf(
    county, boundary, municipalities, inputs.places, inputs.municipalityShapes,
  );
  const facilities = facilitiesOf(county.countyCode, inputs.hospitals);
  const extraPlaces = own('extra-places.json');
  const ground = stationsOf({ boundary, municipalities, places, facilities, plan, extraPlaces });
  const stations = [...ground, ...airStations(plan)];
  const demand = demandOf(county.code, people, nation, inputs.hours);
  return {
    code: county.code,
    countyCode: county.countyCode,
    name: county.name,
    county: county.county,
    population: people,
    timeZone: 'Europe/Stockholm',
    sources: sourcesOf(plan, demand.source),
    boundary,
    bounds: boundsOf(boundary),
    centre: populationCentre(municipalities),
    municipalities,
    places: places.map(({ seat, ...place }) => place),
    facilities,
    stations,
    units: unitsOf({ county, plan, ground, places, municipalities, facilities, stations }),
    priorities: own('priorities.json'),
    rules: {
      retaskAfterHandoverSeconds: 900,
      lapseStepSeconds: 30,
      missedContactsToEscalate: 2,
      contactGraceSeconds: 300,
      contactAheadMaxSeconds: 43_200,
      threatLifeDays: 366,
    },
    demand,
    agreements: agreementsOf(county.code),
  };
}

/** JSON with one line per item of each list: small differences when a pack changes. */
function pretty(pack) {
  const lines = Object.entries(pack).map(([key, value]) => {
    const many = Array.isArray(value) && typeof value[0] === 'object';
    const text = many
      ? `[\n${value.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`
      : JSON.stringify(value);
    return `  ${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

mkdirSync(target, { recursive: true });
for (const county of counties) {
  const pack = packOf(county);
  writeFileSync(join(target, `${county.code}.json`), pretty(pack));
  const count = (kind) => pack.units.filter((u) => u.kind === kind).length;
  console.log(
    `${county.code}: ${pack.places.length} places, ${pack.stations.length} stations, ` +
      `${count('AMBULANCE')} ambulances, ${pack.units.length} units, ` +
      `${pack.demand.incidentsPerDay} incidents a day`,
  );
}
const index = counties.map(({ code, name, countyCode, county }) =>
  JSON.stringify({ code, name, countyCode, county }),
);
writeFileSync(join(target, 'index.json'), `[\n  ${index.join(',\n  ')}\n]\n`);
