import { describe, expect, it } from 'vitest';
import { assignment } from '../model/samples';
import { placeFrom, STEPS, type Scene } from './steps';

const NOTHING: Scene = {
  desk: { incident: null, explain: null },
  acts: new Set(),
  open: [],
  focus: '',
  menu: false,
};

/** The scene in which the user has just done what each step asks for. */
const ACTS: Record<string, Partial<Scene>> = {
  new: { acts: new Set(['IncidentOpened']) },
  waiting: { focus: 'list-waiting' },
  explain: { desk: { incident: 'a', explain: '' } },
  assign: { acts: new Set(['UnitAssigned']) },
  follow: {
    open: [
      assignment('1', 'a', 'u', {
        times: { assignedAt: '2026-11-22T12:00:00Z', acknowledgedAt: '2026-11-22T12:01:00Z' },
      }),
    ],
  },
  recall: { acts: new Set(['UnitStoodDown']) },
  contact: { acts: new Set(['ContactLogged']) },
  priority: { acts: new Set(['DowngradeProposed']) },
  note: { acts: new Set(['NoteAdded']) },
  again: { acts: new Set(['UnitAssigned']) },
  clear: { acts: new Set(['MilestonePassed']) },
  close: { acts: new Set(['IncidentClosed']) },
  views: { menu: true },
};

describe('01 first shift', () => {
  it('01 no step is done before the user has done it', () => {
    for (const { id, done } of STEPS) expect(done?.(NOTHING) ?? false, id).toBe(false);
  });

  it('02 each step is done by its own act', () => {
    for (const { id, done } of STEPS)
      if (done) expect(done({ ...NOTHING, ...ACTS[id] }), id).toBe(true);
  });

  it('03 left and gone on with; a step this page does not know begins anew', () => {
    expect(placeFrom('recall')).toBe(STEPS.findIndex((one) => one.id === 'recall'));
    expect(placeFrom('gone')).toBe(0);
    expect(placeFrom(null)).toBe(0);
  });
});
