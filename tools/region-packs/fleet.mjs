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

/** What every unit of a kind is; `digit` opens its number and tells the kinds apart on the radio. */
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
/** One ambulance in so many carries the heaviest patients, and one in so many has isolation gear. */
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
  const total = municipalities.reduce((sum, m) => sum + m.population, 0);
  const byPeople = [...ground].sort((a, b) => people.get(b.id) - people.get(a.id));
  const units = [];
  const serials = new Map();

  const add = (kind, station, shifts, extra = [], owner = county.name) => {
    const { digit, capabilities, crew, special = false } = KINDS[kind];
    const index = stations.findIndex((s) => s.id === station) + 1;
    const prefix = `${digit}${String(index).padStart(2, '0')}`;
    const serial = serials.get(prefix) ?? 0;
    if (serial > 9) throw new Error(`${county.code} ${station}: more than ten units of ${kind}`);
    serials.set(prefix, serial + 1);
    units.push({
      id: `${county.countyCode}-${prefix}${serial}`,
      callSign: `${prefix}${serial}`,
      kind,
      capabilities: [...capabilities, ...extra],
      station,
      owner,
      special,
      crew,
      shifts,
      synthetic: true,
    });
  };

  addAmbulances();
  for (const [kind, [each, least]] of Object.entries(PEOPLE_PER_UNIT)) addByPeople(kind, each, least);
  addSpecial();
  return units.sort((a, b) => (a.id < b.id ? -1 : 1));

  function addAmbulances() {
    let number = 0;
    for (const [station, count] of shareOut(plan.ambulances, people)) {
      const nights = Math.ceil(count * AROUND_THE_CLOCK);
      for (let n = 0; n < count; n++, number++) {
        const extra = [
          ...(number % BARIATRIC_EVERY === 0 ? ['BARIATRIC'] : []),
          ...(number % ISOLATION_EVERY === 1 ? ['ISOLATION'] : []),
        ];
        add('AMBULANCE', station, n < nights ? dayAndNight(n) : dayCar(number), extra);
      }
    }
  }

  function addByPeople(kind, each, least) {
    const count = Math.max(least, Math.round(total / each));
    for (let n = 0; n < count; n++) {
      add(kind, byPeople[n % byPeople.length].id, shiftsOf(kind, n));
    }
  }

  function addSpecial() {
    const main = mainHospitals(facilities);
    for (let n = 0; n < (plan.psychiatric ?? 0); n++) {
      add('PSYCHIATRIC_UNIT', byPeople[n % 3].id, afternoonAndEvening());
    }
    for (let n = 0; n < (plan.doctorCars ?? 0); n++) {
      add('DOCTOR_CAR', byPeople[n].id, n === 0 ? dayAndNight() : dayCar(1));
    }
    if (main.some((f) => f.level === 'univ')) add('INTENSIVE_CARE', byPeople[0].id, dayAndNight());
    const helicopterOwner = FEDERATION.has(county.code) ? FEDERATION_OWNER : county.name;
    for (const base of plan.helicopters ?? []) {
      add('HELICOPTER', base.id, dayAndNight(), [], helicopterOwner);
    }
    for (let n = 0; n < (plan.airAmbulances?.count ?? 0); n++) {
      const shifts = n === 0 ? dayAndNight() : dayCar(0);
      add('AIR_AMBULANCE', plan.airAmbulances.id, shifts, [], AIR_OWNER);
    }
    for (const name of plan.mountainGroups ?? []) {
      add('MOUNTAIN_GROUP', ground.find((s) => s.name === name).id, daylight());
    }
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

const mainHospitals = (facilities) => facilities.filter((f) => f.kind === 'ACUTE_HOSPITAL');

/**
 * Shares ambulances out: one to each station, then each further one to the station with the most
 * people per ambulance it would then have (the method of highest averages).
 */
function shareOut(count, people) {
  const given = new Map([...people.keys()].map((id) => [id, 1]));
  if (given.size > count) throw new Error(`${given.size} stations but ${count} ambulances`);
  for (let n = given.size; n < count; n++) {
    const need = ([id, has]) => (has >= AMBULANCES_PER_STATION_MAX ? 0 : people.get(id) / (has + 0.5));
    const [neediest] = [...given].reduce((a, b) => (need(b) > need(a) ? b : a));
    given.set(neediest, given.get(neediest) + 1);
  }
  return given;
}
