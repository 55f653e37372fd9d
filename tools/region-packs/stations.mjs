/** Invented ambulance stations at real places, dense where people live and never too far apart. */
import { contains, kilometresBetween } from './geometry.mjs';
import { pointOf, position, slug } from './geography.mjs';

/** A municipality of this size has a station of its own unless a neighbour's is near. */
const MUNICIPALITY_POPULATION_MIN = 6000;
const NEIGHBOUR_KM = 7;
/** A large municipality bears a neighbour's station this near. */
const LARGE_POPULATION_MIN = 40_000;
const LARGE_NEIGHBOUR_KM = 3.5;
/** A seat with a smaller share of the people is no seat: the list lacks the real one. */
const SEAT_SHARE_MIN = 0.1;
/** No place of more than a village may be farther from a station than this. */
const COVER_KM = 38;
const VILLAGE_POPULATION_MIN = 400;
/** People a city station serves before the city gets one more. */
const CITY_PEOPLE_PER_STATION = 85_000;
/** Stations in one city stand at least this far apart. */
const CITY_KM_MIN = 1.8;
/** A hospital draws a station like a part of town with this many people. */
const HOSPITAL_WEIGHT = 50_000;
/** At least this many ambulances per station, so that no station goes without. */
const AMBULANCES_PER_STATION_MIN = 1.3;

/** Chooses the region's stations; the same input always gives the same list. */
export function stationsOf({ boundary, municipalities, places, facilities, plan, extraPlaces }) {
  const siting = new Siting(boundary, Math.floor(plan.ambulances / AMBULANCES_PER_STATION_MIN));
  for (const name of plan.extraStations ?? []) {
    const place = places.find((p) => p.name === name);
    const point = place ? pointOf(place.position) : extraPlaces[name];
    if (!point) throw new Error(`extraStations: ${name} is no place; add it to extra-places.json`);
    siting.add(name, point);
  }
  const bySize = [...municipalities].sort((a, b) => b.population - a.population);
  for (const m of bySize) addSeat(siting, m, places);
  siting.addHeaviest(villagesAndSeats(municipalities, places), COVER_KM, Infinity);
  for (const m of bySize) {
    const wanted = Math.floor(m.population / CITY_PEOPLE_PER_STATION);
    siting.addHeaviest(cityCandidates(m, municipalities, places, facilities), CITY_KM_MIN, wanted);
  }
  return named(siting.chosen);
}

/** The stations chosen so far, never more than the ambulances can man. */
class Siting {
  chosen = [];
  #boundary;
  #countMax;

  constructor(boundary, countMax) {
    this.#boundary = boundary;
    this.#countMax = countMax;
  }

  /** Kilometres from the point to the nearest station. */
  nearest(point) {
    return Math.min(Infinity, ...this.chosen.map((s) => kilometresBetween(s.point, point)));
  }

  add(name, point) {
    if (this.chosen.length < this.#countMax && contains(this.#boundary, point)) {
      this.chosen.push({ name, point });
    }
  }

  /** Adds, one at a time, the heaviest candidate farther than `km` from every station. */
  addHeaviest(candidates, km, countMax) {
    for (let n = 0; n < Math.min(countMax, candidates.length); n++) {
      const far = candidates.filter((c) => this.nearest(c.point) > km);
      if (far.length === 0) return;
      const { name, point } = far.reduce((a, b) => (b.weight > a.weight ? b : a));
      this.add(name, point);
    }
  }
}

function addSeat(siting, municipality, places) {
  if (municipality.population < MUNICIPALITY_POPULATION_MIN) return;
  const seat = seatOf(municipality, places);
  const large = municipality.population >= LARGE_POPULATION_MIN;
  if (siting.nearest(seat.point) > (large ? LARGE_NEIGHBOUR_KM : NEIGHBOUR_KM)) {
    siting.add(seat.name, seat.point);
  }
}

function villagesAndSeats(municipalities, places) {
  return [
    ...places.filter((p) => p.population >= VILLAGE_POPULATION_MIN).map(asCandidate),
    ...municipalities.map((m) => ({ ...seatOf(m, places), weight: m.population })),
  ];
}

/** Hospitals and parts of town in or by the municipality. */
function cityCandidates(municipality, municipalities, places, facilities) {
  const distance = (m, point) => kilometresBetween(pointOf(m.position), point);
  const isNearest = ({ point }) =>
    municipalities.every((m) => distance(m, point) >= distance(municipality, point));
  return [
    ...facilities.map((f) => ({
      name: f.name, point: pointOf(f.position), weight: HOSPITAL_WEIGHT,
    })),
    ...places.filter((p) => p.municipality === municipality.code).map(asCandidate),
  ].filter(isNearest);
}

const asCandidate = (place) => ({
  name: place.name, point: pointOf(place.position), weight: place.population,
});

/** The municipality's seat, its largest place, or its centre of population. */
function seatOf(municipality, places) {
  const own = places.filter((p) => p.municipality === municipality.code);
  const seat = own.find((p) => p.seat && p.population >= own[0].population / 2) ?? own[0];
  return seat && seat.population >= municipality.population * SEAT_SHARE_MIN
    ? { name: seat.name, point: pointOf(seat.position) }
    : { name: municipality.name, point: pointOf(municipality.position) };
}

function named(chosen) {
  const used = new Map();
  return chosen.map(({ name, point }) => {
    const base = slug(name);
    const count = (used.get(base) ?? 0) + 1;
    used.set(base, count);
    const suffix = count > 1 ? ` ${count}` : '';
    return {
      id: slug(base + suffix), name: name + suffix, position: position(point), synthetic: true,
    };
  });
}

/** People nearest to each station: station id → inhabitants of the places it is nearest to. */
export function catchments(stations, places, municipalities) {
  const people = new Map(stations.map((s) => [s.id, 0]));
  const give = (point, count) => {
    const distance = (s) => kilometresBetween(pointOf(s.position), point);
    const nearest = stations.reduce((a, b) => (distance(b) < distance(a) ? b : a));
    people.set(nearest.id, people.get(nearest.id) + count);
  };
  for (const municipality of municipalities) {
    const own = places.filter((p) => p.municipality === municipality.code);
    for (const place of own) give(pointOf(place.position), place.population);
    const listed = own.reduce((sum, p) => sum + p.population, 0);
    give(pointOf(municipality.position), municipality.population - listed);
  }
  return people;
}
