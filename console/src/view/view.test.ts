import { describe, expect, it } from 'vitest';
import { deskReducer, START } from '../picture/desk';
import { addressOf, naturalView, viewFrom, viewsOf } from './address';
import { selectionFrom } from './useSharedSelection';

const dispatcher = { roles: ['DISPATCHER' as const] };
const crew = { roles: ['CREW' as const], unit: '23-1110' };

describe('01 address', () => {
  it('01 each role has its natural view', () => {
    expect(naturalView(dispatcher)).toBe('desk');
    expect(naturalView({ roles: ['WAITING_ROOM_NURSE'] })).toBe('nurse');
    expect(naturalView({ roles: ['INNER_COMMAND'] })).toBe('county');
    expect(naturalView(crew)).toBe('crew');
    expect(naturalView({ roles: ['ADMINISTRATOR'] })).toBe('users');
    expect(naturalView({ roles: ['PLANNER'] })).toBe('followup');
    expect(naturalView({ roles: ['WARD_NURSE'] })).toBe('order');
    expect(naturalView({ roles: ['NATIONAL_COORDINATOR'] })).toBe('order');
  });

  it('02 who is two things at once meets the desk first, and has both', () => {
    const both = { ...crew, roles: ['CREW' as const, 'DISPATCHER' as const] };
    expect(naturalView(both)).toBe('desk');
    expect(viewsOf(both)).toContain('crew');
  });

  it('05 a planner reads the plan of rides, a ward does not', () => {
    expect(viewFrom('?view=rides', { roles: ['PLANNER'] })).toBe('rides');
    expect(viewFrom('?view=rides', dispatcher)).toBe('rides');
    expect(viewFrom('?view=rides', { roles: ['WARD_NURSE'] })).toBe('order');
  });

  it('03 the address decides, but only among what is offered', () => {
    expect(viewFrom('?view=wall', dispatcher)).toBe('wall');
    expect(viewFrom('?view=map', dispatcher)).toBe('map');
    expect(viewFrom('?view=crew', dispatcher)).toBe('desk');
    expect(viewFrom('?view=desk', crew)).toBe('crew');
    expect(viewFrom('?view=nonsense', dispatcher)).toBe('desk');
    expect(viewFrom('', dispatcher)).toBe('desk');
  });

  it('04 the place stays after #', () => {
    expect(addressOf('map', '#incident=a')).toBe('/?view=map#incident=a');
    expect(addressOf('wall', '')).toBe('/?view=wall');
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
