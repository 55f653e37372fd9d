/** Municipalities and places of a region, with inhabitants. */
import { contains, kilometresTo, round4 } from './geometry.mjs';

/** Smallest place worth a name on a dispatcher's map. */
const PLACE_POPULATION_MIN = 200;
/** How far GeoNames' municipality may lie from the place before the map is believed instead. */
const MUNICIPALITY_KM_MAX = 3;

/** A position of the pack format from `[longitude, latitude]`. */
export function position([lon, lat]) {
  return { lat: round4(lat), lon: round4(lon) };
}

/** `[longitude, latitude]` of a position of the pack format. */
export function pointOf({ lat, lon }) {
  return [lon, lat];
}

/** A name as an ascii identifier: `Åre` → `are`. */
export function slug(name) {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The county's municipalities by code, each with its population-weighted centre. */
export function municipalitiesOf(countyCode, rows) {
  return rows
    .filter((row) => row.lau_id.startsWith(countyCode))
    .map((row) => ({
      code: row.lau_id,
      name: row.lau_name,
      population: Number(row.population),
      areaKm2: Math.round(Number(row.area_km2) * 10) / 10,
      position: position([Number(row.longitude), Number(row.latitude)]),
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Mean position of the municipalities, each weighed by its inhabitants. */
export function populationCentre(municipalities) {
  const people = municipalities.reduce((sum, m) => sum + m.population, 0);
  const mean = (axis) =>
    municipalities.reduce((sum, m) => sum + m.population * m.position[axis], 0) / people;
  return { lat: round4(mean('lat')), lon: round4(mean('lon')) };
}

/**
 * The county's places, largest first, fitted to the municipalities' inhabitants.
 *
 * @param shapes municipality code → geometry
 */
export function placesOf(county, boundary, municipalities, candidates, shapes) {
  const own = candidates
    .filter((p) => p.admin1 === county.geonames && p.population >= PLACE_POPULATION_MIN)
    .filter((p) => contains(boundary, p.point))
    .map((p) => ({
      name: p.name,
      municipality: municipalityOf(p, municipalities, shapes),
      population: p.population,
      position: position(p.point),
      seat: ['PPLA', 'PPLA2', 'PPLC'].includes(p.kind),
    }));
  for (const municipality of municipalities) {
    fitTo(municipality.population, own.filter((p) => p.municipality === municipality.code));
  }
  return own
    .filter((p) => p.population >= PLACE_POPULATION_MIN)
    .sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1));
}

function municipalityOf(place, municipalities, shapes) {
  const distance = ({ code }) => kilometresTo(shapes.get(code), place.point);
  const stated = municipalities.find((m) => m.code === place.admin2);
  if (stated && distance(stated) <= MUNICIPALITY_KM_MAX) return stated.code;
  return municipalities.reduce((best, m) => (distance(m) < distance(best) ? m : best)).code;
}

/**
 * Lowers inhabitants so that a municipality's places never hold more people than it has: GeoNames
 * counts a built-up area that spans municipalities at one point, and sections twice. The largest
 * place gives first; if that is not enough, all give alike.
 */
function fitTo(population, places) {
  const total = () => places.reduce((sum, p) => sum + p.population, 0);
  if (total() <= population) return;
  const largest = places.reduce((a, b) => (b.population > a.population ? b : a));
  const rest = total() - largest.population;
  if (rest < population * 0.6) {
    largest.population = population - rest;
    return;
  }
  const scale = population / total();
  for (const place of places) place.population = Math.floor(place.population * scale);
}
