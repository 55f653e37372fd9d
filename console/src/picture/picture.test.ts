import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { repaint } from '../map/repaint';
import { change, incident, picture, unit } from '../model/samples';
import { deskFrom, deskReducer, placeOf, START } from './desk';
import { messageOf, PictureStore } from './store';

describe('01 desk', () => {
  it('01 Esc closes one layer at a time', () => {
    let desk = deskReducer(START, { type: 'openIncident', id: 'a' });
    desk = deskReducer(desk, { type: 'openForm', form: { kind: 'note' } });
    desk = deskReducer(desk, { type: 'help', open: true });
    const back = () => (desk = deskReducer(desk, { type: 'back' }));
    expect(back()).toMatchObject({ help: false, form: { kind: 'note' } });
    expect(back()).toMatchObject({ form: null, incident: 'a' });
    expect(back()).toMatchObject({ incident: null, pane: 'list' });
  });

  it('02 the address keeps the place over a new log-in', () => {
    let desk = deskReducer(START, { type: 'list', list: 'ongoing' });
    desk = deskReducer(desk, { type: 'openIncident', id: 'sos:2026-11-22:000123' });
    expect(deskFrom(`#${placeOf(desk)}`)).toMatchObject({
      incident: 'sos:2026-11-22:000123',
      list: 'ongoing',
    });
    expect(placeOf(START)).toBe('');
    expect(deskFrom('#list=nonsense')).toEqual(START);
  });

  it('03 a place on the map is taken only by the form that asks for one', () => {
    const pick = { type: 'pick', lat: 63, lon: 14 } as const;
    expect(deskReducer(START, pick).picked).toBeNull();
    const asking = deskReducer(START, { type: 'openForm', form: { kind: 'new' } });
    expect(deskReducer(asking, pick).picked).toEqual({ lat: 63, lon: 14 });
  });

  it('04 opening a case leaves a half-written form, never carries it to another case', () => {
    const writing = deskReducer(
      { ...START, incident: 'a' },
      { type: 'openForm', form: { kind: 'close' } },
    );
    expect(deskReducer(writing, { type: 'openIncident', id: 'b' }).form).toBeNull();
  });
});

describe('02 store', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('01 paints once for a burst, and soon', () => {
    const store = new PictureStore();
    const told = vi.fn();
    store.subscribe(told);
    store.push({ type: 'snapshot', picture: picture(0), at: 0 });
    for (let seq = 1; seq <= 1_200; seq++) {
      const units = [unit(`u${seq % 50}`, { version: seq })];
      store.push({ type: 'change', change: change(seq, { units }), at: 0 });
    }
    vi.advanceTimersByTime(100);
    expect(told).toHaveBeenCalledOnce();
    expect(store.get().seq).toBe(1_200);
    expect(store.get().units.size).toBe(50);
  });

  it('02 paints seldomer where painting is slow, so that keys are answered', () => {
    const store = new PictureStore();
    let painted = 0;
    store.subscribe(() => {
      painted++;
      vi.setSystemTime(Date.now() + 200);
    });
    store.push({ type: 'snapshot', picture: picture(0), at: 0 });
    vi.advanceTimersByTime(0);
    expect(painted).toBe(1);
    store.push({ type: 'change', change: change(1, { units: [unit('u')] }), at: 0 });
    vi.advanceTimersByTime(500);
    expect(painted).toBe(1);
    vi.advanceTimersByTime(200);
    expect(painted).toBe(2);
  });

  it('03 takes what the stream says and leaves what it cannot read', () => {
    const store = new PictureStore();
    const data = JSON.stringify(picture(3, { incidents: [incident('a')] }));
    store.receive({ event: 'snapshot', id: '3', data });
    store.receive({ event: 'change', id: '4', data: '{"half":' });
    store.receive({ event: 'of-tomorrow', id: '', data: '{}' });
    vi.advanceTimersByTime(100);
    expect(store.get().seq).toBe(3);
    expect(messageOf({ event: 'change', id: '', data: 'no' }, 0)).toBeNull();
  });
});

describe('03 repaint', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('01 at once, then at most once per pace, and not for nothing', () => {
    let value = 0;
    let tell: () => void = () => undefined;
    const paint = vi.fn();
    const subscribe = (listener: () => void) => {
      tell = listener;
      return () => undefined;
    };
    const stop = repaint(1_000, subscribe, () => ({ watched: [value], paint }));
    expect(paint).toHaveBeenCalledTimes(1);
    for (value = 1; value < 10; value++) tell();
    expect(paint).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1_000);
    expect(paint).toHaveBeenCalledTimes(2);
    tell();
    vi.advanceTimersByTime(1_000);
    expect(paint).toHaveBeenCalledTimes(2);
    stop();
  });
});

describe('a form closes to what it was opened from', () => {
  const lift = { kind: 'lift', obstacle: 'h1' } as const;
  const open = { ...START, incident: 'a', form: lift };

  it('one about a road to the list of roads, and that to the case', () => {
    const list = deskReducer(open, { type: 'closeForm', form: lift });
    expect(list.form).toEqual({ kind: 'roads' });
    expect(deskReducer(list, { type: 'back' })).toMatchObject({ incident: 'a', form: null });
  });

  it('a late answer closes nothing that was opened since', () => {
    const since = { ...open, form: { kind: 'roads' } as const };
    expect(deskReducer(since, { type: 'closeForm', form: lift })).toBe(since);
  });
});
