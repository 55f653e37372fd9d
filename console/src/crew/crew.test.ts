import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/client';
import type { CrewAssignment, CrewRide, UnitGlance } from '../api/contract';
import { assignment, NOON, unit } from '../model/samples';
import { CrewLink, crewTime, linkState } from './link';
import {
  HOLD_MILLISECONDS,
  Outbox,
  type Kept,
  type Press,
  type StatusPress,
  type Store,
} from './outbox';
import { nextRide, rideStepsAhead } from './rideSteps';
import { hasConveyed, stepsAhead } from './steps';

const press = (id: string, milestone: StatusPress['milestone'] = 'ACKNOWLEDGED'): StatusPress => ({
  id,
  assignment: 'a',
  milestone,
  at: NOON,
});

function memory(): Store & { data: Map<string, string> } {
  const data = new Map<string, string>();
  return {
    data,
    getItem: (key) => data.get(key) ?? null,
    setItem: (key, value) => void data.set(key, value),
    removeItem: (key) => void data.delete(key),
  };
}

const lost = new Problem(0, {});
const passed = new Problem(409, { detail: 'redan passerad' });

describe('01 outbox', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const send = vi.fn<(one: Press) => Promise<unknown>>();
  const sent = vi.fn(() => Promise.resolve());
  let store = memory();
  let outbox = new Outbox('k', store, send, sent);
  beforeEach(() => {
    send.mockReset().mockResolvedValue({});
    store = memory();
    outbox = new Outbox('k', store, send, sent);
  });
  const states = () => outbox.get().map((one) => [one.id, one.state]);

  it('01 a press is held, then sent once and gone', async () => {
    outbox.press(press('1'));
    expect(states()).toEqual([['1', 'HELD']]);
    await vi.advanceTimersByTimeAsync(HOLD_MILLISECONDS - 1);
    expect(send).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(send).toHaveBeenCalledOnce();
    expect(states()).toEqual([]);
    expect(store.data.size).toBe(0);
  });

  it('02 undone in time it was never said', async () => {
    outbox.press(press('1'));
    expect(outbox.undo('1')).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send).not.toHaveBeenCalled();
    expect(outbox.undo('1')).toBe(false);
  });

  it('03 without a link it is kept as pressed, and sent in order when it is back', async () => {
    send.mockRejectedValue(lost);
    outbox.press(press('1'));
    outbox.press(press('2', 'ROLLING'));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(states()).toEqual([
      ['1', 'UNSENT'],
      ['2', 'HELD'],
    ]);
    send.mockReset().mockResolvedValue({});
    outbox.pump();
    await vi.advanceTimersByTimeAsync(1);
    expect(send.mock.calls.map(([one]) => [one.id, one.at])).toEqual([
      ['1', NOON],
      ['2', NOON],
    ]);
    expect(states()).toEqual([]);
  });

  it('04 a refusal stays in view and lets the next one through', async () => {
    send.mockRejectedValueOnce(passed);
    outbox.press(press('1'));
    outbox.press(press('2', 'ROLLING'));
    await vi.advanceTimersByTimeAsync(HOLD_MILLISECONDS + 1);
    expect(outbox.get()).toMatchObject([{ id: '1', state: 'REFUSED', problem: 'redan passerad' }]);
    expect(send).toHaveBeenCalledTimes(2);
    outbox.dismiss('1');
    expect(states()).toEqual([]);
  });

  it('05 a log-in that ran out and a server in trouble are no refusal', async () => {
    for (const status of [401, 429, 500, 503]) {
      send.mockRejectedValueOnce(new Problem(status, {}));
      outbox.press(press(String(status)));
      await vi.advanceTimersByTimeAsync(HOLD_MILLISECONDS + 1);
      expect(states()).toEqual([[String(status), 'UNSENT']]);
      await vi.advanceTimersByTimeAsync(10_000);
      expect(states()).toEqual([]);
    }
  });

  it('06 a reload loses nothing, and what was held goes', async () => {
    outbox.press(press('1'));
    outbox.stop();
    const again = new Outbox('k', store, send, sent);
    expect(again.get()).toMatchObject([{ id: '1', state: 'UNSENT', at: NOON }]);
    again.pump();
    await vi.advanceTimersByTimeAsync(1);
    expect(send).toHaveBeenCalledWith(expect.objectContaining({ id: '1' }));
  });

  it('07 a store that holds nonsense is an empty one', () => {
    for (const odd of ['{', '7', '[{"id":1}]', 'null']) {
      store.data.set('k', odd);
      expect(new Outbox('k', store, send, sent).get()).toEqual([]);
    }
  });
});

describe('02 link', () => {
  const glance = (mark: string | null, now = NOON): UnitGlance => ({
    now,
    speed: 1,
    unit: unit('23-1'),
    ...(mark === null ? {} : { mark }),
  });
  const source = {
    glance: vi.fn<() => Promise<UnitGlance>>(),
    assignment: vi.fn<() => Promise<CrewAssignment | null>>(),
    rides: vi.fn<() => Promise<CrewRide[]>>(),
  };
  let now = 0;
  const link = () =>
    new CrewLink(
      source,
      () => undefined,
      () => now,
    );
  beforeEach(() => {
    now = 0;
    source.assignment.mockReset().mockResolvedValue({ id: 'read' } as unknown as CrewAssignment);
  });

  it('01 reads the assignment when its mark is new, and only then', async () => {
    const one = link();
    for (const mark of [null, 'a 1 1', 'a 1 1', 'a 1 2', null]) {
      source.glance.mockResolvedValueOnce(glance(mark));
      await one.ask();
      expect(one.get().read === null).toBe(mark === null);
    }
    expect(source.assignment).toHaveBeenCalledTimes(2);
  });

  it('02 keeps the last picture and its time when no answer comes', async () => {
    const one = link();
    expect(linkState(one.get(), 0)).toBe('CONNECTING');
    source.glance.mockResolvedValueOnce(glance('a 1 1')).mockRejectedValueOnce(lost);
    await one.ask();
    expect(linkState(one.get(), 2_200)).toBe('LIVE');
    expect(linkState(one.get(), 2_201)).toBe('LOST');
    now = 1_000;
    await one.ask();
    expect(linkState(one.get(), 1_000)).toBe('LOST');
    expect(one.get().read).not.toBeNull();
    expect(crewTime(one.get(), 5_000)).toBe(Date.parse(NOON) + 5_000);
  });

  it('03 an assignment that could not be read is asked for again', async () => {
    const one = link();
    source.glance.mockResolvedValue(glance('a 1 1'));
    source.assignment.mockRejectedValueOnce(lost);
    await one.ask();
    expect(one.get().failing).toBe(true);
    await one.ask();
    expect(one.get().read).not.toBeNull();
  });

  it('05 reads the rides when their mark is new, and keeps them without a link', async () => {
    const one = link();
    source.rides.mockReset().mockResolvedValue([{ id: 't1' } as unknown as CrewRide]);
    for (const rides of ['x', 'x', 'y']) {
      source.glance.mockResolvedValueOnce({ ...glance(null), rides });
      await one.ask();
    }
    expect(source.rides).toHaveBeenCalledTimes(2);
    source.glance.mockRejectedValueOnce(lost);
    await one.ask();
    expect(one.get().rides).toHaveLength(1);
    source.glance.mockResolvedValueOnce(glance(null));
    await one.ask();
    expect(one.get().rides).toEqual([]);
  });

  it('04 says it when the unit is not to be seen', async () => {
    const one = link();
    source.glance.mockRejectedValueOnce(new Problem(403, { detail: 'inte din enhet' }));
    await one.ask();
    expect(one.get().refused).toBe('inte din enhet');
  });
});

describe('03 steps', () => {
  const kept = (milestone: StatusPress['milestone'], state: Kept['state'] = 'UNSENT'): Kept => ({
    ...press(milestone, milestone),
    state,
    problem: '',
  });

  it('01 forward from what is said, sent or not', () => {
    const a = assignment('a', 'c', 'u', { milestone: 'ROLLING' });
    expect(stepsAhead(a, [])[0]).toBe('AT_ADDRESS');
    expect(stepsAhead(a, [kept('AT_ADDRESS')])[0]).toBe('AT_PATIENT');
    expect(stepsAhead(a, [kept('AT_ADDRESS', 'REFUSED')])[0]).toBe('AT_ADDRESS');
    expect(stepsAhead(a, [kept('CLEAR')])).toEqual([]);
    expect(stepsAhead({ ...a, id: 'other' }, [kept('CLEAR')])[0]).toBe('AT_ADDRESS');
  });

  it('02 a patient who was on board has been conveyed', () => {
    expect(hasConveyed('AT_PATIENT', [])).toBe(false);
    expect(hasConveyed('LOADED', [])).toBe(true);
    expect(hasConveyed('AT_PATIENT', [kept('LOADED')])).toBe(true);
  });
});

describe('04 rides', () => {
  const minute = (n: number) => new Date(Date.parse(NOON) + n * 60_000).toISOString();
  const ride = (id: string, pickup: number, arrive: number, at: CrewRide['ride'] = 'LOCKED') =>
    ({
      id,
      ride: at,
      planned: { pickupAt: minute(pickup), arriveAt: minute(arrive) },
    }) as unknown as CrewRide;
  const kept = (transport: string, step: 'UNDER_WAY' | 'LOADED' | 'ARRIVED'): Kept => ({
    id: `${transport} ${step}`,
    at: NOON,
    transport,
    ride: step,
    state: 'UNSENT',
    problem: '',
  });

  it('01 forward from what is said, sent or not', () => {
    const one = ride('t1', 0, 30);
    expect(rideStepsAhead(one, [])).toEqual(['UNDER_WAY', 'LOADED', 'ARRIVED']);
    expect(rideStepsAhead(one, [kept('t1', 'UNDER_WAY')])[0]).toBe('LOADED');
    expect(rideStepsAhead(one, [kept('t2', 'UNDER_WAY')])[0]).toBe('UNDER_WAY');
    expect(rideStepsAhead({ ...one, ride: 'LOADED' }, [kept('t1', 'ARRIVED')])).toEqual([]);
  });

  it('02 the ride whose next stop comes first, also when patients ride together', () => {
    const first = ride('t1', 0, 60, 'LOADED');
    const second = ride('t2', 20, 40);
    expect(nextRide([first, second], [])?.id).toBe('t2');
    expect(nextRide([first, { ...second, ride: 'LOADED' }], [])?.id).toBe('t2');
    expect(nextRide([first, second], [kept('t2', 'ARRIVED')])?.id).toBe('t1');
    expect(nextRide([], [])).toBeUndefined();
  });
});
