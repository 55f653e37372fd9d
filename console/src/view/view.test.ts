import { describe, expect, it } from 'vitest';
import { deskReducer, START } from '../picture/desk';
import { addressOf, viewFrom, viewsOf } from './address';
import { selectionFrom } from './useSharedSelection';

const dispatcher = { roles: ['DISPATCHER' as const] };
const planner = { roles: ['PLANNER' as const] };

describe('01 address', () => {
  it('01 the address decides, but only among what is offered', () => {
    expect(viewFrom('?view=map', dispatcher)).toBe('map');
    expect(viewFrom('?view=map', planner)).toBe('desk');
    expect(viewFrom('?view=nonsense', dispatcher)).toBe('desk');
    expect(viewFrom('', dispatcher)).toBe('desk');
    expect(viewsOf(planner)).toEqual([]);
  });

  it('02 the place stays after #', () => {
    expect(addressOf('map', '#incident=a')).toBe('/?view=map#incident=a');
    expect(addressOf('desk', '')).toBe('/?view=desk');
  });
});

describe('02 shared selection', () => {
  it('01 follows another window, but never away from a form', () => {
    const told = { type: 'follow', incident: 'b', unit: null } as const;
    expect(deskReducer(START, told)).toMatchObject({ incident: 'b', unit: null });
    const writing = { ...START, incident: 'a', form: { kind: 'note' as const } };
    expect(deskReducer(writing, told)).toBe(writing);
  });

  it('02 takes nothing it does not understand', () => {
    expect(selectionFrom({ incident: 'a', unit: null })).toEqual({ incident: 'a', unit: null });
    for (const odd of [null, 'a', 7, {}, { incident: 1, unit: null }])
      expect(selectionFrom(odd)).toBeNull();
  });
});
