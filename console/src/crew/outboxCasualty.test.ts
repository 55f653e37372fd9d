import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/client';
import { NOON } from '../model/samples';
import {
  HOLD_MILLISECONDS,
  Outbox,
  type CasualtyPress,
  type Press,
  type StatusPress,
  type Store,
} from './outbox';

const press = (id: string): StatusPress => ({
  id,
  assignment: 'a',
  milestone: 'ACKNOWLEDGED',
  at: NOON,
});

function memory(): Store {
  const data = new Map<string, string>();
  return {
    getItem: (key) => data.get(key) ?? null,
    setItem: (key, value) => void data.set(key, value),
    removeItem: (key) => void data.delete(key),
  };
}

const passed = new Problem(409, { detail: 'redan passerad' });

describe('01 casualties in the outbox', () => {
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

  const casualty = (
    id: string,
    what: CasualtyPress['what'],
    person = id,
    path = `major-incidents/m/casualties/0007/${what.toLowerCase()}`,
  ): CasualtyPress => ({ id, at: NOON, casualty: '0007', person, what, path, body: {} });

  it('01 nothing is ever dropped, however much waits', () => {
    for (let n = 0; n < 1_000; n++) outbox.press(press(String(n)));
    expect(outbox.get().length).toBe(1_000);
    expect(outbox.safe()).toBe(true);
  });

  it('02 what the browser cannot keep stays in memory and is said to be unsafe', async () => {
    store.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    outbox.press(press('1'));
    expect(states()).toEqual([['1', 'HELD']]);
    expect(outbox.safe()).toBe(false);
    await vi.advanceTimersByTimeAsync(HOLD_MILLISECONDS);
    expect(send).toHaveBeenCalledOnce();
    expect(outbox.safe()).toBe(true);
  });

  it('03 who was given a card that another wears is told of by the name it got', async () => {
    send.mockImplementation((one) =>
      Promise.resolve(one.id === '1' ? { seq: 9, id: 'm:0007.2' } : {}),
    );
    outbox.press(casualty('1', 'REGISTER'));
    outbox.press(casualty('2', 'FACTS', '1'));
    outbox.press(casualty('3', 'CATEGORY', 'another'));
    await vi.advanceTimersByTimeAsync(HOLD_MILLISECONDS + 1);
    expect(send.mock.calls.map(([one]) => 'casualty' in one && one.path)).toEqual([
      'major-incidents/m/casualties/0007/register',
      'major-incidents/m/casualties/0007.2/facts',
      'major-incidents/m/casualties/0007/category',
    ]);
    expect(outbox.nameOf('1', '0007')).toBe('0007.2');
    expect(new Outbox('k', store, send, sent).nameOf('1', '0007')).toBe('0007.2');
  });

  it('04 what is said of somebody waits while the registration is refused', async () => {
    send.mockRejectedValueOnce(passed);
    outbox.press(casualty('1', 'REGISTER'));
    outbox.press(casualty('2', 'FACTS', '1'));
    outbox.press(press('3'));
    await vi.advanceTimersByTimeAsync(HOLD_MILLISECONDS + 1);
    expect(send.mock.calls.map(([one]) => one.id)).toEqual(['1', '3']);
    expect(outbox.get().map((one) => one.id)).toEqual(['1', '2']);
    outbox.retry('1');
    await vi.advanceTimersByTimeAsync(HOLD_MILLISECONDS + 1);
    expect(send.mock.calls.map(([one]) => one.id)).toEqual(['1', '3', '1', '2']);
    outbox.press(casualty('4', 'REGISTER'));
    outbox.press(casualty('5', 'FACTS', '4'));
    outbox.undo('4');
    expect(outbox.get()).toEqual([]);
  });
});
