import { describe, expect, it } from 'vitest';
import type { User } from '../api/contract';
import { changeOf, draftOf, NEW } from './change';

const USER: User = {
  username: 'prov.ett',
  displayName: 'Prov Ett',
  careUnit: 'Prov',
  language: 'sv',
  unit: '23-3010',
  active: true,
  grants: [{ role: 'CREW', region: 'a' }, { role: 'DISPATCHER', region: 'b' }, { role: 'PLANNER' }],
};

describe('01 a user in the form and back', () => {
  it('01 nothing touched changes nothing', () => {
    const { grants, ...rest } = changeOf(draftOf(USER, 'a'), USER, 'a');
    const { username, grants: had, ...was } = USER;
    expect(rest).toEqual(was);
    expect(username).toBe('prov.ett');
    expect(grants).toHaveLength(had.length);
    expect(grants).toEqual(expect.arrayContaining(had));
  });

  it('02 roles of another region and of the whole country are left alone', () => {
    const change = changeOf({ ...draftOf(USER, 'a'), roles: [] }, USER, 'a');
    expect(change.grants).toEqual([{ role: 'DISPATCHER', region: 'b' }, { role: 'PLANNER' }]);
  });

  it('03 only a crew has a unit', () => {
    const crew = changeOf({ ...NEW, unit: ' 23-3010 ', roles: ['CREW'] }, null, 'a');
    expect(crew.unit).toBe('23-3010');
    const other = changeOf({ ...NEW, unit: '23-3010', roles: ['PLANNER'] }, null, 'a');
    expect(other).not.toHaveProperty('unit');
  });
});
