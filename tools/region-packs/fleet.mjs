/** Invented units: how many of each kind, where, with whom and when. */
import { catchments } from './stations.mjs';
import {
  afternoonAndEvening, dayAndNight, dayCar, daylight, longWeekday, officeHours,
} from './shifts.mjs';

const seat = (role, competence) => ({ role, competence });
const SPECIALIST = seat('Specialistsjuksköterska', 'SPECIALIST_NURSE');
const NURSE = seat('Sjuksköterska', 'NURSE');
const ATTENDANT = seat('Ambulanssjukvårdare', 'ATTENDANT');
const DOCTOR = seat('Läkare', 'DOCTOR');
const PILOT = seat('Pilot', 'PILOT');
const DRIVER = seat('Förare', 'DRIVER');
const RESCUER = seat('Fjällräddare', 'RESCUER');

const CARE = ['ALS', 'OXYGEN', 'MONITORING'];
const DOCTOR_CARE = [...CARE, 'VENTILATOR', 'DOCTOR'];

/** What every unit of a kind is; `digit` opens its number and tells kinds apart. */
const KINDS = {
  AMBULANCE: { digit: 3, capabilities: ['STRETCHER', ...CARE], crew: [SPECIALIST, ATTENDANT] },
  TRANSPORT_AMBULANCE: {
    digit: 4, capabilities: ['STRETCHER', 'OXYGEN', 'MONITORING'], crew: [NURSE, ATTENDANT],
  },
  LIGHT_CARE_AMBULANCE: {
    digit: 4, capabilities: ['STRETCHER', 'WHEELCHAIR', 'OXYGEN'], crew: [ATTENDANT, ATTENDANT],
  },
  ASSESSMENT_CAR: { digit: 5, capabilities: CARE, crew: [SPECIALIST] },
  SINGLE_RESPONDER: { digit: 5, capabilities: CARE, crew: [SPECIALIST] },
  PSYCHIATRIC_UNIT: {
    digit: 5, special: true, capabilities: ['STRETCHER', 'PSYCHIATRY'],
    crew: [seat('Specialistsjuksköterska psykiatri', 'SPECIALIST_NURSE'), NURSE, ATTENDANT],
  },
  DOCTOR_CAR: { digit: 6, special: true, capabilities: DOCTOR_CARE, crew: [DOCTOR, SPECIALIST] },
  INTENSIVE_CARE: {
    digit: 6, special: true, capabilities: ['STRETCHER', ...DOCTOR_CARE, 'INCUBATOR'],
    crew: [DOCTOR, SPECIALIST, ATTENDANT],
  },
  HELICOPTER: {
    digit: 7, special: true, capabilities: ['STRETCHER', ...DOCTOR_CARE],
    crew: [PILOT, DOCTOR, SPECIALIST],
  },
  AIR_AMBULANCE: {
    digit: 8, special: true,
    capabilities: ['STRETCHER', ...CARE, 'VENTILATOR', 'INCUBATOR'],
    crew: [PILOT, PILOT, SPECIALIST],
  },
  PATIENT_TAXI: { digit: 9, capabilities: ['WHEELCHAIR'], crew: [DRIVER] },
  MOUNTAIN_GROUP: {
    digit: 2, special: true, capabilities: ['STRETCHER', 'OXYGEN', 'SNOW'],
    crew: [RESCUER, RESCUER, NURSE],
  },
};

/** People per unit of the kinds that follow the population, and the fewest a region has. */
const PEOPLE_PER_UNIT = {
  TRANSPORT_AMBULANCE: [90_000, 1],
  LIGHT_CARE_AMBULANCE: [140_000, 1],
  ASSESSMENT_CAR: [150_000, 1],
  SINGLE_RESPONDER: [170_000, 1],
  PATIENT_TAXI: [55_000, 2],
};
/** Bases of the national air ambulance and the ambulance helicopters belong to these. */
const AIR_OWNER = 'Svenskt Ambulansflyg';
const FEDERATION_OWNER = 'Svensk Luftambulans';
const FEDERATION = new Set([
  'dalarna', 'norrbotten', 'uppsala', 'varmland', 'vasterbotten', 'vastra-gotaland',
]);
/** Of a station's ambulances, the share that is manned around the clock. */
const AROUND_THE_CLOCK = 0.6;
/** Beyond this a city has more stations, not larger ones. */
const AMBULANCES_PER_STATION_MAX = 8;
/** One ambulance in so many carries the heaviest patients, one in so many isolation gear. */
const BARIATRIC_EVERY = 12;
const ISOLATION_EVERY = 15;

/** Stations of the air bases, added to the ground stations. */
export function airStations(plan) {
  const bases = [...(plan.helicopters ?? []), ...(plan.airAmbulances ? [plan.airAmbulances] : [])];
  return bases.map(({ id, name, lat, lon }) => ({
    id, name, position: { lat, lon }, synthetic: false,
  }));
}

/** All units of a region, by identity. */
export function unitsOf({ county, plan, ground, places, municipalities, facilities, stations }) {
  const people = catchments(ground, places, municipalities);
  const roster = new Roster(county, stations);
  const byPeople = ground
    .map((s) => s.id)
    .sort((a, b) => people.get(b) - people.get(a));
  addAmbulances(roster, plan.ambulances, people);
  addByPeople(roster, municipalities.reduce((sum, m) => sum + m.population, 0), byPeople);
  addSpecial(roster, plan, byPeople);
  if (facilities.some((f) => f.level === 'univ')) {
    roster.add('INTENSIVE_CARE', byPeople[0], dayAndNight());
  }
  addAirborne(roster, plan, county);
  for (const name of plan.mountainGroups ?? []) {
    roster.add('MOUNTAIN_GROUP', ground.find((s) => s.name === name).id, daylight());
  }
  return roster.units.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The units so far; gives each its number: kind, station (two digits), serial. */
class Roster {
  units = [];
  #county;
  #stations;
  #serials = new Map();

  constructor(county, stations) {
    this.#county = county;
    this.#stations = stations;
  }

  add(kind, station, shifts, extra = [], owner = this.#county.name) {
    const { capabilities, crew, special = false } = KINDS[kind];
    const callSign = this.#number(kind, station);
    this.units.push({
      id: `${this.#county.countyCode}-${callSign}`,
      callSign,
      kind,
      capabilities: [...capabilities, ...extra],
      station,
      owner,
      special,
      crew,
      shifts,
      synthetic: true,
    });
  }

  #number(kind, station) {
    const index = this.#stations.findIndex((s) => s.id === station) + 1;
    const prefix = `${KINDS[kind].digit}${String(index).padStart(2, '0')}`;
    const serial = this.#serials.get(prefix) ?? 0;
    if (serial > 9) {
      throw new Error(`${this.#county.code} ${station}: more than ten units of ${kind}`);
    }
    this.#serials.set(prefix, serial + 1);
    return `${prefix}${serial}`;
  }
}

function addAmbulances(roster, count, people) {
  let number = 0;
  for (const [station, own] of shareOut(count, people)) {
    const nights = Math.ceil(own * AROUND_THE_CLOCK);
    for (let n = 0; n < own; n++, number++) {
      const extra = [
        ...(number % BARIATRIC_EVERY === 0 ? ['BARIATRIC'] : []),
        ...(number % ISOLATION_EVERY === 1 ? ['ISOLATION'] : []),
      ];
      roster.add('AMBULANCE', station, n < nights ? dayAndNight(n) : dayCar(number), extra);
    }
  }
}

function addByPeople(roster, population, byPeople) {
  for (const [kind, [each, least]] of Object.entries(PEOPLE_PER_UNIT)) {
    const count = Math.max(least, Math.round(population / each));
    for (let n = 0; n < count; n++) {
      roster.add(kind, byPeople[n % byPeople.length], shiftsOf(kind, n));
    }
  }
}

function addSpecial(roster, plan, byPeople) {
  for (let n = 0; n < (plan.psychiatric ?? 0); n++) {
    roster.add('PSYCHIATRIC_UNIT', byPeople[n % 3], afternoonAndEvening());
  }
  for (let n = 0; n < (plan.doctorCars ?? 0); n++) {
    roster.add('DOCTOR_CAR', byPeople[n], n === 0 ? dayAndNight() : dayCar(1));
  }
}

function addAirborne(roster, plan, county) {
  const owner = FEDERATION.has(county.code) ? FEDERATION_OWNER : county.name;
  for (const base of plan.helicopters ?? []) {
    roster.add('HELICOPTER', base.id, dayAndNight(), [], owner);
  }
  for (let n = 0; n < (plan.airAmbulances?.count ?? 0); n++) {
    const shifts = n === 0 ? dayAndNight() : dayCar(0);
    roster.add('AIR_AMBULANCE', plan.airAmbulances.id, shifts, [], AIR_OWNER);
  }
}

function shiftsOf(kind, ordinal) {
  switch (kind) {
    case 'TRANSPORT_AMBULANCE':
      return ordinal % 4 === 1 ? dayCar(1) : officeHours();
    case 'LIGHT_CARE_AMBULANCE':
      return officeHours();
    case 'PATIENT_TAXI':
      return longWeekday();
    case 'SINGLE_RESPONDER':
      return ordinal === 0 ? dayAndNight(2) : dayCar(0);
    default:
      return dayCar(ordinal);
  }
}

/**
 * Shares ambulances out: one to each station, then each further one to the station with the most
 * people per ambulance it would then have (the method of highest averages).
 */
function shareOut(count, people) {
  const given = new Map([...people.keys()].map((id) => [id, 1]));
  if (given.size > count) throw new Error(`${given.size} stations but ${count} ambulances`);
  for (let n = given.size; n < count; n++) {
    const need = ([id, has]) =>
      has >= AMBULANCES_PER_STATION_MAX ? 0 : people.get(id) / (has + 0.5);
    const [neediest] = [...given].reduce((a, b) => (need(b) > need(a) ? b : a));
    given.set(neediest, given.get(neediest) + 1);
  }
  return given;
}
