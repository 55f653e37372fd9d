import { describe, expect, it, vi } from 'vitest';
import type { RecommendedUnit, Session } from '../api/contract';
import { Client } from '../api/client';
import { Actions } from '../dispatch/actions';
import { alarm, assignment, incident, NOON, unit } from '../model/samples';
import { Notices } from '../picture/notices';
import { PictureStore } from '../picture/store';
import { isOwn } from './groups';
import { commandKey } from './keys';
import type { RidesActs } from '../rides/context';
import { readLine, type World } from './line';
import { commandById, commandByKey, COMMANDS, LINES, type CommandContext } from './table';

const session = (...roles: Session['roles']): Session => ({
  username: 'demo.test',
  displayName: 'Test',
  careUnit: 'Test',
  roles,
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
    unseen: [alarm('UNASSIGNED', 'a')],
    undoable: true,
    actions: actions([]),
    about: (other) => context({ ...over, incident: other }),
    isFree: (one) => !one.assignment,
    assignmentOf: (one) => (one.assignment ? assignment(one.assignment, 'b', one.id) : undefined),
    show: vi.fn(),
    openLine: vi.fn(),
    changePriority: vi.fn(),
    unitOf: (id) => unit(id),
    openForm: vi.fn(),
    focusList: vi.fn(),
    focusUnits: vi.fn(),
    nextAlarm: vi.fn(),
    acknowledge: vi.fn(),
    mute: vi.fn(),
    showOnMap: vi.fn(),
    showReach: vi.fn(),
    back: vi.fn(),
    views: vi.fn(),
    help: vi.fn(),
    explain: vi.fn(),
    tour: vi.fn(),
    assign: vi.fn(),
    confirmDowngrade: vi.fn(),
    undo: vi.fn(),
    print: vi.fn(),
    ...over,
  };
}

interface Post {
  readonly path: string;
  readonly body: unknown;
}

/** The page's own actions; what they would send to the server lands in `posts`. */
function actions(posts: Post[]): Actions {
  const client = new Client(() => 'sv');
  client.post = (_region, path, body) => {
    posts.push({ path, body });
    return Promise.resolve({ seq: 1, id: '' });
  };
  return new Actions(client, 'test', new PictureStore(), new Notices());
}

function suggestion(unitId: string): RecommendedUnit {
  const { id, callSign, kind, status } = unit(unitId);
  return {
    unit: id,
    callSign,
    kind,
    status,
    means: 'SEND',
    suitable: true,
    costSeconds: 0,
    parts: [],
    reasons: [],
  };
}

const blocked = (id: (typeof COMMANDS)[number]['id'], over: Partial<CommandContext> = {}) =>
  commandById(id).blocked(context(over));

describe('01 command table', () => {
  it('01 no id and no key twice', () => {
    expect(new Set(COMMANDS.map((one) => one.id)).size).toBe(COMMANDS.length);
    for (const own of ['rides', 'major', null]) {
      const keys = COMMANDS.filter((one) => (isOwn(one.group) ? one.group : null) === own)
        .map((one) => one.key)
        .filter((key) => key !== null);
      expect(new Set(keys).size).toBe(keys.length);
    }
    expect(new Set(LINES.map((one) => one.letter)).size).toBe(LINES.length);
  });

  it('02 one letter, one meaning: on the key and on the command line', () => {
    for (const line of LINES) {
      const key = line.letter === '' ? undefined : commandByKey(line.letter);
      if (line.letter !== '') expect(key?.id, line.letter).toBe(line.id);
    }
  });

  it('03 keys 1, 2 and 3 send the suggested units', () => {
    const assign = vi.fn();
    commandByKey('1')?.run(context({ assign }));
    expect(assign).toHaveBeenCalledWith(expect.objectContaining({ id: '23-1' }));
    expect(blocked('assign1')).toBeNull();
    expect(blocked('assign2')).toBe('why.noSuggestion');
  });

  it('04 nothing changes while the connection is lost, but everything can be looked at', () => {
    const views = [
      'explain',
      'help',
      'tour',
      'line',
      'show',
      'mute',
      'views',
      'escape',
      'waiting',
      'ongoing',
      'plan',
      'units',
      'alarm',
      'map',
      'region',
      'roads',
      'reach',
    ];
    for (const { id } of COMMANDS.filter((one) => !isOwn(one.group))) {
      const roles = session('DISPATCHER', 'WAITING_ROOM_NURSE', 'HUB_NURSE');
      const why = blocked(id, { live: false, session: roles });
      if (views.includes(id) || id === 'print' || id === 'ranking') expect(why, id).toBeNull();
      else expect(why, id).toBe('why.lost');
    }
  });

  it('05 a role is not offered what it may not do', () => {
    const nurse = { session: session('WAITING_ROOM_NURSE') };
    expect(blocked('assign1', nurse)).toBe('why.role');
    expect(blocked('contact', nurse)).toBeNull();
    expect(blocked('note', { session: session('INNER_COMMAND') })).toBeNull();
    expect(blocked('close', { session: session('INNER_COMMAND') })).toBe('why.role');
  });

  it('06 a downgrade needs another person than the one who proposed it', () => {
    const pending = (by: string) =>
      incident('a', { pendingDowngrade: { to: '3', reason: 'x', by, at: NOON } });
    expect(blocked('confirmDowngrade')).toBe('why.noPending');
    expect(blocked('confirmDowngrade', { incident: pending('demo.test') })).toBe('why.ownPending');
    expect(blocked('confirmDowngrade', { incident: pending('other') })).toBeNull();
  });

  it('07 a case with units is not closed, a closed one only reopened', () => {
    expect(blocked('close', { open: [assignment('1', 'a', 'u')] })).toBe('why.hasUnits');
    const closed = { incident: incident('a', { phase: 'CLOSED' }) };
    expect(blocked('note', closed)).toBe('why.closed');
    expect(blocked('reopen', closed)).toBeNull();
    expect(blocked('reopen')).toBe('why.notClosed');
  });

  it('09 the hub decides only of a case it has taken, in the waiting room', () => {
    const hub = session('WAITING_ROOM_NURSE', 'HUB_NURSE');
    const held = (by: string) => {
      const assessment = { by, at: NOON, until: NOON };
      return { session: hub, incident: incident('a', { triage: { questions: [], assessment } }) };
    };
    expect(blocked('assess')).toBe('why.role');
    expect(blocked('assess', { session: hub })).toBeNull();
    expect(blocked('referOn', { session: hub })).toBe('why.notOwn');
    expect(blocked('assess', held('other'))).toBe('why.held');
    expect(blocked('referOn', held('other'))).toBe('why.held');
    for (const id of ['referOn', 'assessmentCar', 'conclude', 'release'] as const)
      expect(blocked(id, held('demo.test')), id).toBeNull();
    const sent = { session: hub, incident: incident('a', { phase: 'ASSIGNED' }) };
    expect(blocked('assess', sent)).toBe('why.notWaiting');
  });

  it('08 without a case nothing of a case can be done', () => {
    for (const { id, group } of COMMANDS)
      if (group === 'case' && id !== 'new' && id !== 'paper')
        expect(blocked(id, { incident: null }), id).toMatch(/^why\./);
    expect(blocked('new', { incident: null })).toBeNull();
  });
});

describe('04 the plan of rides', () => {
  const ride = { transport: 'a', ride: 'APPROVED' } as NonNullable<RidesActs['ride']>;
  const bar = { ride, unit: '23-1' } as NonNullable<RidesActs['bar']>;
  const acts = (over: Partial<RidesActs> = {}) => {
    const rides = { ride, bar, open: vi.fn(), lock: vi.fn(), hold: vi.fn(), ...over };
    return { rides: rides as unknown as RidesActs };
  };

  it('01 its keys mean its own commands there, and what they always did elsewhere', () => {
    expect(commandByKey('m', 'rides')?.id).toBe('rideMove');
    expect(commandByKey('m')?.id).toBe('map');
    expect(commandByKey('w', 'rides')?.id).toBe('views');
    expect(blocked('rideMove')).toBe('why.rides');
  });

  it('02 nothing is moved without a ride, by a reader, while lost, or once it has begun', () => {
    expect(blocked('rideMove', acts())).toBeNull();
    expect(blocked('rideMove', acts({ ride: null }))).toBe('why.noRide');
    expect(blocked('rideMove', { ...acts(), live: false })).toBe('why.lost');
    expect(blocked('rideMove', { ...acts(), session: session('PLANNER') })).toBe('why.role');
    expect(blocked('rideMove', acts({ ride: { ...ride, ride: 'LOADED' } }))).toBe('why.rideBegun');
    expect(blocked('rideWhy', { ...acts(), session: session('PLANNER') })).toBeNull();
  });

  it('03 only what has a vehicle is locked, and only once', () => {
    expect(blocked('rideLock', acts())).toBeNull();
    expect(blocked('rideLock', acts({ bar: null }))).toBe('why.noVehicle');
    expect(blocked('rideLock', acts({ ride: { ...ride, ride: 'LOCKED' } }))).toBe('why.rideLocked');
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

describe('03 command line', () => {
  const FREE = unit('23-3311');
  const BUSY = unit('23-3312', { status: 'ROLLING', assignment: 'b:1' });
  const AWAY = unit('23-3313', { status: 'UNAVAILABLE' });
  const A = incident('sos:d:000004');
  const B = incident('sos:d:000005', { phase: 'ASSIGNED' });
  const CLOSED = incident('sos:d:000006', { phase: 'CLOSED' });
  const world: World = {
    units: [FREE, BUSY, AWAY],
    incidents: [A, B, CLOSED],
    open: null,
    priorities: ['1A', '2A'],
    outcomes: new Map([['behandlad', 'TREATED_AND_LEFT' as const]]),
    answers: new Map([['ja', true]]),
  };

  /** Gives a line as the bar does: why it was not carried out, or what was sent. */
  function give(line: string, over: Partial<CommandContext> = {}) {
    const posts: Post[] = [];
    const { form, values, fault } = readLine(line, LINES, world);
    if (!form || fault) return fault?.key;
    const desk = context({ actions: actions(posts), incident: null, ...over });
    const about = values.incident ? desk.about(values.incident) : desk;
    const why = form.blocked(about, values);
    if (why) return why;
    form.give(about, values);
    return posts[0];
  }
  const incidentPath = (one: { id: string }, command: string) =>
    `incidents/${encodeURIComponent(one.id)}/${command}`;

  it('01 says to the server what it says to the eye', () => {
    expect(give('t 3311 4')).toEqual({
      path: incidentPath(A, 'assignments'),
      body: { units: ['23-3311'] },
    });
    expect(give('b 3312 4 närmare')).toEqual({
      path: 'units/23-3312/redirect',
      body: { incident: A.id, reason: 'närmare' },
    });
    expect(give('s 3312 F')).toEqual({
      path: 'assignments/b%3A1/milestones',
      body: { milestone: 'AT_ADDRESS' },
    });
    expect(give('s 3311 X punktering')).toEqual({
      path: 'units/23-3311/availability',
      body: { available: false, reason: 'punktering' },
    });
    expect(give('s 3313 K')).toEqual({
      path: 'units/23-3313/availability',
      body: { available: true, reason: '' },
    });
    expect(give('x 3312 behövs ej')).toEqual({
      path: 'assignments/b%3A1/stand-down',
      body: { reason: 'behövs ej' },
    });
    expect(give('k 4 ja mår bättre')).toEqual({
      path: incidentPath(A, 'contacts'),
      body: { answered: true, condition: 'mår bättre' },
    });
    expect(give('a 4 kod 1234')).toEqual({
      path: incidentPath(A, 'notes'),
      body: { text: 'kod 1234' },
    });
    expect(give('q 4 behandlad')).toEqual({
      path: incidentPath(A, 'closing'),
      body: { outcome: 'TREATED_AND_LEFT', text: '' },
    });
    expect(give('r 6 ringde igen')).toEqual({
      path: incidentPath(CLOSED, 'reopening'),
      body: { reason: 'ringde igen' },
    });
  });

  it('06 a capital letter is its own command, and a small one never becomes it', () => {
    expect(give('F 4 kan hon vänta')).toEqual({
      path: incidentPath(A, 'questions'),
      body: { text: 'kan hon vänta' },
    });
    const hub = { session: session('HUB_NURSE') };
    expect(give('G 4', hub)).toEqual({ path: incidentPath(A, 'assessment'), body: {} });
    expect(give('f 4 kan hon vänta')).toBe('line.unknownCommand');
    expect(give('T 3311 4')).toEqual(give('t 3311 4'));
  });

  it('02 a busy unit is never taken in silence', () => {
    expect(give('t 3312 4')).toBe('line.busy');
    expect(give('b 3311 4 närmare')).toBe('line.notBusy');
  });

  it('03 what the key may not do the line may not either', () => {
    expect(give('t 3311 6')).toBe('why.closed');
    expect(give('t 3311 4', { live: false })).toBe('why.lost');
    expect(give('t 3311 4', { session: session('WAITING_ROOM_NURSE') })).toBe('why.role');
    expect(give('r 4 igen')).toBe('why.notClosed');
  });

  it('04 a reason is asked for where the rule asks, and refused where it would be lost', () => {
    expect(give('s 3311 X')).toBe('line.missing.words');
    expect(give('s 3312 F snart')).toBe('line.noRemark');
    expect(give('o 4 2A lugnare')).toBe('line.samePriority');
  });

  it('05 a number shows, and / helps', () => {
    const show = vi.fn();
    const help = vi.fn();
    give('3311', { show });
    give('/', { help });
    const explain = vi.fn();
    give('? 1A', { explain });
    expect(explain).toHaveBeenCalledWith('1A');
    expect(show).toHaveBeenCalledWith(FREE);
    expect(help).toHaveBeenCalled();
  });
});
