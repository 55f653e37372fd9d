/** Every pack is whole, lawful and inside its own boundary: `node --test tools/region-packs`. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { boundsOf, contains, kilometresBetween, pointCount, polygonsOf } from './geometry.mjs';
import { pointOf, slug } from './geography.mjs';
import { readJson } from './tables.mjs';

const here = import.meta.dirname;
const folder = join(here, '../../server/src/main/resources/regions');
const index = readJson(join(folder, 'index.json'));
const packs = index.map(({ code }) => readJson(join(folder, `${code}.json`)));

const KINDS = new Set([
  'AMBULANCE', 'TRANSPORT_AMBULANCE', 'LIGHT_CARE_AMBULANCE', 'ASSESSMENT_CAR',
  'SINGLE_RESPONDER', 'PSYCHIATRIC_UNIT', 'DOCTOR_CAR', 'INTENSIVE_CARE', 'HELICOPTER',
  'AIR_AMBULANCE', 'MOUNTAIN_GROUP', 'PATIENT_TAXI', 'MILITARY', 'OTHER',
]);
const CAPABILITIES = new Set([
  'STRETCHER', 'WHEELCHAIR', 'ALS', 'OXYGEN', 'MONITORING', 'VENTILATOR', 'INCUBATOR', 'DOCTOR',
  'WINCH', 'SNOW', 'BARIATRIC', 'ISOLATION', 'PSYCHIATRY',
]);
const COMPETENCES = new Set([
  'SPECIALIST_NURSE', 'NURSE', 'ATTENDANT', 'DOCTOR', 'PARAMEDIC', 'PILOT', 'RESCUER', 'DRIVER',
]);
const DAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
const FIELDS = [
  'code', 'countyCode', 'name', 'county', 'population', 'timeZone', 'sources', 'boundary',
  'bounds', 'centre', 'municipalities', 'places', 'facilities', 'stations', 'units', 'priorities',
  'rules', 'demand', 'agreements',
];
/** Most positions a boundary may have: it is sent to every browser. */
const BOUNDARY_POINTS_MAX = 600;

const minutesOf = (clock) => {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock) ?? assert.fail(clock);
  return Number(hours) * 60 + Number(minutes);
};
const forward = (from, to) => (minutesOf(to) - minutesOf(from) + 1440) % 1440;
const assertUnique = (values, what) =>
  assert.deepEqual(values.filter((v, i) => values.indexOf(v) !== i), [], what);

/** The packs and their index; what else a region has lies in folders beside them. */
const json = () => readdirSync(folder).filter((f) => f.endsWith('.json'));

describe('1 the nation', () => {
  test('1.1 21 regions, each with the pack the index names', () => {
    assert.equal(index.length, 21);
    const files = json().filter((f) => f !== 'index.json').sort();
    assert.deepEqual(files, index.map(({ code }) => `${code}.json`).sort());
    index.forEach((entry, i) => {
      const { code, name, countyCode, county } = packs[i];
      assert.deepEqual(entry, { code, name, countyCode, county });
    });
  });

  test('1.2 unit ids are unique in the nation, 650–700 ambulances', () => {
    const units = packs.flatMap((p) => p.units);
    assertUnique(units.map((u) => u.id), 'unit id');
    const ambulances = units.filter((u) => u.kind === 'AMBULANCE').length;
    assert.ok(ambulances >= 650 && ambulances <= 700, `${ambulances} ambulances`);
  });

  test('1.3 290 municipalities, 10.3 million people, about 1.2 million assignments a year', () => {
    const municipalities = packs.flatMap((p) => p.municipalities);
    assert.equal(municipalities.length, 290);
    assertUnique(municipalities.map((m) => m.code), 'municipality code');
    const people = packs.reduce((sum, p) => sum + p.population, 0);
    assert.equal(people, 10_327_589);
    const yearly = packs.reduce((sum, p) => sum + p.demand.incidentsPerDay, 0) * 365.25;
    assert.ok(Math.abs(yearly - 1_200_000) < 1000, `${yearly} a year`);
  });

  test('1.4 ten helicopter bases, air ambulances at three', () => {
    const stationsWith = (kind) =>
      packs.flatMap((p) => [
        ...new Set(p.units.filter((u) => u.kind === kind).map((u) => u.station)),
      ]);
    assert.equal(stationsWith('HELICOPTER').length, 10);
    assert.equal(stationsWith('AIR_AMBULANCE').length, 3);
  });

  test('1.5 no place, hospital or station lies in two regions', () => {
    for (const pack of packs) {
      for (const { name, position } of [...pack.places, ...pack.facilities, ...pack.stations]) {
        const inside = packs.filter((p) => contains(p.boundary, pointOf(position)));
        assert.deepEqual(inside.map((p) => p.code), [pack.code], name);
      }
    }
  });
});

for (const [number, pack] of packs.entries()) {
  describe(`2.${number + 1} ${pack.code}`, () => {
    test('all fields, and nothing else', () => {
      assert.deepEqual(Object.keys(pack), FIELDS);
      assert.match(pack.countyCode, /^\d\d$/);
      assert.equal(pack.code, slug(pack.code));
      assert.equal(pack.timeZone, 'Europe/Stockholm');
      for (const s of pack.sources) {
        for (const key of ['what', 'source', 'licence', 'date']) assert.ok(s[key], key);
      }
    });

    test('the boundary is closed, simple in size and holds everything', () => {
      assert.equal(pack.boundary.type, 'MultiPolygon');
      assert.ok(pointCount(pack.boundary) <= BOUNDARY_POINTS_MAX);
      for (const ring of polygonsOf(pack.boundary).flat()) {
        assert.ok(ring.length >= 4);
        assert.deepEqual(ring[0], ring.at(-1));
      }
      assert.deepEqual(pack.bounds, boundsOf(pack.boundary));
      const all = [
        ...pack.municipalities, ...pack.places, ...pack.facilities, ...pack.stations,
      ];
      for (const { name, position } of all) {
        assert.ok(contains(pack.boundary, pointOf(position)), `${name} is outside`);
      }
      assert.ok(contains(pack.boundary, pointOf(pack.centre)));
    });

    test('municipalities and places agree on people', () => {
      const codes = new Set(pack.municipalities.map((m) => m.code));
      assert.equal(pack.municipalities.reduce((s, m) => s + m.population, 0), pack.population);
      for (const m of pack.municipalities) {
        assert.ok(m.code.startsWith(pack.countyCode) && m.areaKm2 > 0 && m.population > 0);
        const listed = pack.places.filter((p) => p.municipality === m.code);
        assert.ok(listed.reduce((s, p) => s + p.population, 0) <= m.population, m.name);
      }
      for (const p of pack.places) {
        assert.ok(codes.has(p.municipality) && p.population > 0, p.name);
      }
    });

    test('hospitals and stations', () => {
      assert.ok(pack.facilities.some((f) => f.kind === 'ACUTE_HOSPITAL'));
      assertUnique(pack.facilities.map((f) => f.id), 'facility id');
      assertUnique(pack.stations.map((s) => s.id), 'station id');
      for (const f of pack.facilities) {
        assert.ok(['univ', 'county', 'acute', 'limited'].includes(f.level), f.name);
        assert.ok(['SURVEYED', 'APPROXIMATE'].includes(f.positionQuality), f.name);
        assert.equal(f.synthetic, false);
      }
      const used = new Set(pack.units.map((u) => u.station));
      for (const s of pack.stations) assert.ok(used.has(s.id), `${s.name} has no unit`);
    });

    test('no town of 1 000 is farther than 45 km from an ambulance station', () => {
      const ambulances = pack.units.filter((u) => u.kind === 'AMBULANCE');
      const manned = new Set(ambulances.map((u) => u.station));
      const stations = pack.stations.filter((s) => manned.has(s.id));
      for (const place of pack.places.filter((p) => p.population >= 1000)) {
        const nearest = Math.min(
          ...stations.map((s) => kilometresBetween(pointOf(s.position), pointOf(place.position))),
        );
        assert.ok(nearest <= 45, `${place.name} ${nearest} km`);
      }
    });

    test('units are lawful', () => {
      assertUnique(pack.units.map((u) => u.callSign), 'call sign');
      const stations = new Set(pack.stations.map((s) => s.id));
      for (const unit of pack.units) {
        assert.match(unit.callSign, /^\d{4}$/);
        assert.equal(unit.id, `${pack.countyCode}-${unit.callSign}`);
        assert.ok(KINDS.has(unit.kind) && stations.has(unit.station) && unit.owner, unit.id);
        assert.ok(unit.capabilities.every((c) => CAPABILITIES.has(c)), unit.id);
        assertUnique(unit.capabilities, unit.id);
        assert.ok(unit.crew.length > 0);
        assert.ok(unit.crew.every((c) => c.role && COMPETENCES.has(c.competence)), unit.id);
        assert.equal(typeof unit.special, 'boolean');
        assert.equal(unit.synthetic, true);
      }
    });

    test('shifts: at most 13 h, the meal well inside, no overlap, someone at night', () => {
      for (const unit of pack.units) {
        assert.ok(unit.shifts.length > 0);
        for (const s of unit.shifts) {
          const [first, last] = s.days.split('-').map((day) => DAYS.indexOf(day));
          assert.ok(first >= 0 && last >= first, `${unit.id} ${s.days}`);
          const length = forward(s.start, s.end);
          const meal = forward(s.start, s.mealStart);
          assert.ok(length >= 4 * 60 && length <= 13 * 60, `${unit.id} ${length} min`);
          assert.ok(meal >= 2 * 60 && meal + forward(s.mealStart, s.mealEnd) <= length - 60);
        }
        const total = unit.shifts.reduce((sum, s) => sum + forward(s.start, s.end), 0);
        assert.ok(total <= 1440, unit.id);
      }
      const atThree = pack.units.filter(
        (u) =>
          u.kind === 'AMBULANCE' &&
          u.shifts.some((s) => forward(s.start, '03:00') < forward(s.start, s.end)),
      );
      assert.ok(atThree.length >= pack.stations.length / 2, `${atThree.length} at night`);
    });

    test('priorities, rules and demand', () => {
      assert.deepEqual(
        pack.priorities.map((p) => p.code),
        ['1A', '1B', '2A', '2B', '3A', '3B', '4'],
      );
      for (const p of pack.priorities) {
        assert.ok(p.label && p.labelEn && p.level === Number(p.code[0]));
        assert.ok(p.acknowledgeSeconds > 0 && p.firstContactSeconds > 0);
        assert.ok(p.thenEverySeconds >= p.firstContactSeconds);
        assert.equal(p.unassignedAlarmSeconds, p.level === 1 ? 60 : null);
      }
      assert.deepEqual(pack.rules, {
        retaskAfterHandoverSeconds: 900, lapseStepSeconds: 30, missedContactsToEscalate: 2,
        contactGraceSeconds: 300, contactAheadMaxSeconds: 43_200, threatLifeDays: 366,
      });
      assert.equal(pack.demand.hourShare.length, 24);
      const sum = pack.demand.hourShare.reduce((a, b) => a + b);
      assert.ok(Math.abs(sum - 1) < 1e-9, `${sum}`);
      assert.ok(pack.demand.incidentsPerDay > 0 && pack.demand.source);
    });
  });
}

describe('3 the generator', () => {
  const shared = process.env.DIRIGENT_SHARED_DATA ?? join(here, '../../../shared/data');
  const skip = existsSync(join(shared, 'geo/regions.geojson')) ? false : `no data at ${shared}`;
  test('3.1 writes the committed packs again, byte for byte', { skip }, () => {
    const target = mkdtempSync(join(tmpdir(), 'packs-'));
    try {
      execFileSync(process.execPath, [join(here, 'generate.mjs'), shared, target]);
      for (const file of json()) {
        assert.equal(
          readFileSync(join(target, file), 'utf8'),
          readFileSync(join(folder, file), 'utf8'),
          file,
        );
      }
    } finally {
      rmSync(target, { recursive: true });
    }
  });
});
