import { describe, expect, it, vi } from 'vitest';
import type { RecommendedUnit, Session } from '../api/contract';
import { assignment, incident, NOON, unit } from '../model/samples';
import { commandKey } from './keys';
import { commandById, commandByKey, COMMANDS, type CommandContext } from './table';

const session = (role: Session['roles'][number]): Session => ({
  username: 'demo.test',
  displayName: 'Test',
  careUnit: 'Test',
  roles: [role],
  language: 'sv',
  csrf: '',
  passwordExpired: false,
});

function context(over: Partial<CommandContext> = {}): CommandContext {
  return {
    session: session('DISPATCHER'),
    live: true,
    me: 'demo.test',
    incident: incident('a'),
    open: [],
    suggestions: [suggestion('23-1')],
    alarms: 1,
    undoable: true,
    unitOf: (id) => unit(id),
    openForm: vi.fn(),
    focusList: vi.fn(),
    focusUnits: vi.fn(),
    nextAlarm: vi.fn(),
    showOnMap: vi.fn(),
    back: vi.fn(),
    views: vi.fn(),
    help: vi.fn(),
    assign: vi.fn(),
    confirmDowngrade: vi.fn(),
    undo: vi.fn(),
    print: vi.fn(),
    ...over,
  };
}

function suggestion(unitId: string): RecommendedUnit {
  const { id, callSign, kind, status } = unit(unitId);
  return { unit: id, callSign, kind, status, suitable: true, reasons: [] };
}

const blocked = (id: (typeof COMMANDS)[number]['id'], over: Partial<CommandContext> = {}) =>
  commandById(id).blocked(context(over));

describe('01 command table', () => {
  it('01 no id and no key twice', () => {
    expect(new Set(COMMANDS.map((one) => one.id)).size).toBe(COMMANDS.length);
    expect(new Set(COMMANDS.map((one) => one.key)).size).toBe(COMMANDS.length);
  });

  it('02 keys 1, 2 and 3 send the suggested units', () => {
    const assign = vi.fn();
    commandByKey('1')?.run(context({ assign }));
    expect(assign).toHaveBeenCalledWith(expect.objectContaining({ id: '23-1' }));
    expect(blocked('assign1')).toBeNull();
    expect(blocked('assign2')).toBe('why.noSuggestion');
  });

  it('03 nothing changes while the connection is lost, but everything can be looked at', () => {
    const views = [
      'help',
      'views',
      'escape',
      'waiting',
      'ongoing',
      'units',
      'alarm',
      'map',
      'region',
    ];
    for (const { id } of COMMANDS) {
      const why = blocked(id, { live: false });
      if (views.includes(id) || id === 'print') expect(why, id).toBeNull();
      else expect(why, id).toBe('why.lost');
    }
  });

  it('04 a role is not offered what it may not do', () => {
    const nurse = { session: session('WAITING_ROOM_NURSE') };
    expect(blocked('assign1', nurse)).toBe('why.role');
    expect(blocked('contact', nurse)).toBeNull();
    expect(blocked('note', { session: session('INNER_COMMAND') })).toBeNull();
    expect(blocked('close', { session: session('INNER_COMMAND') })).toBe('why.role');
  });

  it('05 a downgrade needs another person than the one who proposed it', () => {
    const pending = (by: string) =>
      incident('a', { pendingDowngrade: { to: '3', reason: 'x', by, at: NOON } });
    expect(blocked('confirmDowngrade')).toBe('why.noPending');
    expect(blocked('confirmDowngrade', { incident: pending('demo.test') })).toBe('why.ownPending');
    expect(blocked('confirmDowngrade', { incident: pending('other') })).toBeNull();
  });

  it('06 a case with units is not closed, a closed one only reopened', () => {
    expect(blocked('close', { open: [assignment('1', 'a', 'u')] })).toBe('why.hasUnits');
    const closed = { incident: incident('a', { phase: 'CLOSED' }) };
    expect(blocked('note', closed)).toBe('why.closed');
    expect(blocked('reopen', closed)).toBeNull();
    expect(blocked('reopen')).toBe('why.notClosed');
  });

  it('07 without a case nothing of a case can be done', () => {
    for (const { id, group } of COMMANDS)
      if (group === 'case' && id !== 'new')
        expect(blocked(id, { incident: null }), id).toMatch(/^why\./);
    expect(blocked('new', { incident: null })).toBeNull();
  });
});

describe('02 keys', () => {
  const press = (key: string, over = {}) =>
    commandKey(
      {
        key,
        ctrlKey: false,
        metaKey: false,
        altKey: false,
        repeat: false,
        defaultPrevented: false,
        target: null,
        ...over,
      },
      true,
    );
  const inField = { target: { tagName: 'INPUT' } as unknown as EventTarget };

  it('01 a plain press is a command', () => {
    expect(press('1')).toBe('1');
    expect(press('?')).toBe('?');
  });

  it('02 typing, the browser\u2019s own shortcuts and a held key are not', () => {
    expect(press('1', inField)).toBeNull();
    expect(press('p', { ctrlKey: true })).toBeNull();
    expect(press('1', { repeat: true })).toBeNull();
    expect(press('Tab')).toBeNull();
    expect(press('1', { defaultPrevented: true })).toBeNull();
  });

  it('03 Esc works everywhere, also in a field and with single keys turned off', () => {
    expect(press('Escape', inField)).toBe('Escape');
    const plain = { ctrlKey: false, metaKey: false, altKey: false, repeat: false };
    const off = { ...plain, defaultPrevented: false, target: null };
    expect(commandKey({ ...off, key: 'Escape' }, false)).toBe('Escape');
    expect(commandKey({ ...off, key: '1' }, false)).toBeNull();
  });
});
