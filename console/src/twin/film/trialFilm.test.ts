import { describe, expect, it } from 'vitest';
import { TrialFilm, type TrialDay } from './trialFilm';

const MIDNIGHT = Date.parse('2026-01-06T00:00:00Z');
const MINUTE = 60_000;

/** One unit is at work on a call from before midnight; another is redirected. */
const DAY: TrialDay = {
  title: 'Prov',
  region: 'test',
  areas: ['Åre'],
  units: [
    { id: '23-1110', kind: 'AMBULANCE', station: 'are' },
    { id: '23-1120', kind: 'AMBULANCE', station: 'are' },
  ],
  calls: [
    {
      number: 7,
      at: -30 * MINUTE,
      level: 2,
      area: 0,
      type: 'Bröstsmärta',
      position: { lat: 63.4, lon: 13.1 },
    },
    { number: 8, at: 10 * MINUTE, level: 2, area: 0, position: { lat: 63.4, lon: 13.2 } },
    { number: 9, at: 15 * MINUTE, level: 1, area: 0, position: { lat: 63.4, lon: 13.3 } },
  ],
  steps: [
    [0, 0, 'AT_ADDRESS', 7],
    [0, 1, 'STANDING', -1],
    [5 * MINUTE, 0, 'LOADED', 7],
    [11 * MINUTE, 1, 'ROLLING', 8],
    [16 * MINUTE, 1, 'ROLLING', 9],
    [20 * MINUTE, 0, 'AT_HOSPITAL', 7],
    [25 * MINUTE, 1, 'AT_ADDRESS', 9],
    [30 * MINUTE, 0, 'TO_BASE', -1],
    [31 * MINUTE, 0, 'ROLLING', 8],
  ],
  spots: [
    [0, 0, 63.4, 13.1],
    [6 * MINUTE, 0, 63.41, 13.1],
    [12 * MINUTE, 1, 63.4, 13.25],
  ],
};

const film = () => new TrialFilm(DAY, MIDNIGHT, (level) => `${level}A`);
const at = (minutes: number) => new Date(MIDNIGHT + minutes * MINUTE).toISOString();

describe('01 a day of the twin as a film', () => {
  it('01 begins with who is under way at midnight', async () => {
    const picture = await film().picture(at(1));
    expect(picture.incidents.map(({ id, phase, description }) => [id, phase, description])).toEqual(
      [['twin:1:7', 'ASSIGNED', 'Bröstsmärta']],
    );
    expect(picture.units.map(({ status }) => status)).toEqual(['AT_ADDRESS', 'AVAILABLE']);
    expect(picture.positions).toHaveLength(1);
    // Who stands still is seen all the same: its position does not grow old.
    expect((await film().picture(at(50))).positions[0]?.at).toBe(at(50));
  });

  it('02 who is redirected leaves a case that waits again', async () => {
    const picture = await film().picture(at(17));
    const phases = new Map(picture.incidents.map(({ id, phase }) => [id, phase]));
    expect(phases.get('twin:1:8')).toBe('WAITING');
    expect(phases.get('twin:1:9')).toBe('ASSIGNED');
    expect(picture.assignments.map(({ unit, incident }) => [unit, incident])).toEqual([
      ['23-1110', 'twin:1:7'],
      ['23-1120', 'twin:1:9'],
    ]);
  });

  it('03 a case is closed when its unit has left it, and the next begins', async () => {
    const picture = await film().picture(at(32));
    expect(picture.incidents.some(({ id }) => id === 'twin:1:7')).toBe(false);
    const unit = picture.units.find(({ id }) => id === '23-1110');
    expect(unit).toMatchObject({ status: 'ROLLING', assignment: 'twin:1:8:2' });
  });

  it('04 pieces laid after each other come to the picture of the last moment', async () => {
    const made = film();
    const first = await made.piece(0, at(0), at(16));
    const second = await made.piece(first.seq, at(16), at(60));
    const steps = [...first.steps, ...second.steps];
    expect(steps.map(({ entry }) => entry.seq)).toEqual(steps.map((_, n) => n + 1));
    const last = new Map(steps.flatMap(({ unit }) => (unit ? [[unit.id, unit.status]] : [])));
    const picture = await made.picture(at(60));
    expect(picture.units.map(({ status }) => status)).toEqual([...last.values()]);
    expect(picture.seq).toBe(second.seq);
    const told = new Map([...first.positions, ...second.positions].map((one) => [one.unit, one]));
    expect([...told.values()]).toEqual(picture.positions);
  });

  it('05 cases of the first level are marked on the line', () => {
    expect(film().marks()).toEqual([
      { seq: expect.any(Number) as number, at: at(15), kind: 'PriorityOne', incident: 'twin:1:9' },
    ]);
  });
});
