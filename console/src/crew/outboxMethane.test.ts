import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { methaneFrom, typedMethane } from '../masscasualty/MethaneFields';
import { NOON } from '../model/samples';
import { told } from './context';
import { HOLD_MILLISECONDS, Outbox, type MethanePress, type Press, type Store } from './outbox';

const report: MethanePress = {
  id: '1',
  at: NOON,
  major: 'm 1',
  methane: methaneFrom({ ...typedMethane(null), hazards: 'Is på vägen', count: '40' }),
};

function memory(): Store {
  const data = new Map<string, string>();
  return {
    getItem: (key) => data.get(key) ?? null,
    setItem: (key, value) => void data.set(key, value),
    removeItem: (key) => void data.delete(key),
  };
}

describe('01 the first report in the outbox', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('01 it outlives a lost network and a reload, and is sent once under the same id', async () => {
    const store = memory();
    const send = vi.fn<(one: Press) => Promise<unknown>>().mockRejectedValue(new TypeError());
    const lost = new Outbox('k', store, send, () => Promise.resolve());
    lost.press(report);
    await vi.advanceTimersByTimeAsync(HOLD_MILLISECONDS + 1);
    expect(lost.get().map((one) => one.state)).toEqual(['UNSENT']);
    lost.stop();
    send.mockReset().mockResolvedValue({});
    const again = new Outbox('k', store, send, () => Promise.resolve());
    expect(again.get()).toEqual([{ ...report, state: 'UNSENT', problem: '' }]);
    again.pump();
    await vi.advanceTimersByTimeAsync(1);
    expect(send.mock.calls.map(([one]) => one.id)).toEqual(['1']);
    expect(again.get()).toEqual([]);
  });

  it('02 it is told where the desk tells it, as of when it was written', () => {
    expect(told(report)).toEqual([
      'major-incidents/m%201/methane',
      { ...report.methane, at: NOON },
    ]);
  });

  it('03 a count that nobody knows is absent and not 0', () => {
    expect(methaneFrom(typedMethane(null))).not.toHaveProperty('casualties');
    expect(report.methane.casualties).toBe(40);
    expect(methaneFrom(typedMethane(report.methane))).toEqual(report.methane);
  });
});
