import type { RegionPack, Transport, TransportQuestion, TransportRequest } from '../api/contract';
import { clockTime, date, fieldOf, instantOf, instantOfField } from '../text/format';

type Needs = TransportRequest['needs'];

/** One end of the trip as it is written. */
export interface End {
  readonly kind: 'WARD' | 'HOME';
  readonly facility: string;
  readonly department: string;
  readonly address: string;
  /** Name of a town of the region, which gives the home its position. */
  readonly town: string;
  readonly floor: string;
  readonly lift: boolean;
}

/** An order as it is written: texts as typed, nothing checked. */
export interface Draft {
  readonly personalNumber: string;
  readonly name: string;
  readonly from: End;
  readonly to: End;
  readonly urgency: TransportRequest['urgency'];
  readonly day: string;
  readonly ready: string;
  readonly arriveBy: string;
  readonly appointment: string;
  readonly returnTrip: boolean;
  /** As a field for date and time has it; empty while nobody knows. */
  readonly returnReady: string;
  readonly posture: Needs['posture'];
  readonly stairs: boolean;
  readonly care: Needs['care'];
  readonly oxygen: string;
  readonly monitoring: boolean;
  readonly drugs: boolean;
  readonly drips: boolean;
  readonly ventilator: boolean;
  readonly incubator: boolean;
  readonly weight: string;
  readonly infection: Needs['infection'];
  readonly alone: boolean;
  readonly companions: string;
  readonly escort: Needs['escort'];
  readonly aggression: string;
  readonly resuscitation: TransportRequest['resuscitation'];
  readonly ordainedBy: string;
  readonly reason: string;
  readonly note: string;
  /** Empty for the mode that is recommended. */
  readonly mode: string;
  readonly modeReason: string;
}

export const NOWHERE: End = {
  kind: 'WARD',
  facility: '',
  department: '',
  address: '',
  town: '',
  floor: '0',
  lift: true,
};

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

/** An empty order from a ward, ready in an hour. */
export function draftFrom(from: End, now: number): Draft {
  const ready = Math.ceil((now + 60 * MINUTE) / QUARTER) * QUARTER;
  return {
    personalNumber: '',
    name: '',
    from,
    to: NOWHERE,
    urgency: 'PLANNED',
    day: date(ready),
    ready: clockTime(ready),
    arriveBy: '',
    appointment: '',
    returnTrip: false,
    returnReady: '',
    posture: 'SITS',
    stairs: false,
    care: 'NONE',
    oxygen: '0',
    monitoring: false,
    drugs: false,
    drips: false,
    ventilator: false,
    incubator: false,
    weight: '',
    infection: 'NONE',
    alone: false,
    companions: '0',
    escort: 'NONE',
    aggression: '',
    resuscitation: 'UNDECIDED',
    ordainedBy: '',
    reason: '',
    note: '',
    mode: '',
    modeReason: '',
  };
}

/** Which questions the answers so far make worth asking. */
export function relevant(d: Draft) {
  const care = d.care !== 'NONE';
  const skilled = d.care === 'SKILLED' || d.care === 'INTENSIVE';
  const canWait = d.urgency === 'DAYS' || d.urgency === 'PLANNED';
  return {
    appointment: d.to.kind === 'WARD' && canWait,
    returnTrip: canWait,
    stairs: d.from.kind === 'HOME' || d.to.kind === 'HOME',
    drips: care,
    skilled,
    intensive: d.care === 'INTENSIVE',
    escort: care,
    weight: d.posture !== 'SITS' || d.stairs || d.care === 'INTENSIVE',
    alone: d.infection !== 'NONE' || care || d.posture === 'LIES',
    resuscitation: care || d.posture === 'LIES',
  };
}

/** Fields of numbers, by the names the server has for them. */
export type NumberField = 'oxygenLitres' | 'weightKg' | 'from.floor' | 'to.floor';

/** Which fields hold something else than a number: half of it read would be a wrong order. */
export function unreadable(d: Draft): readonly NumberField[] {
  const wrong: NumberField[] = [];
  if (!/^\s*\d*\s*$/.test(d.oxygen)) wrong.push('oxygenLitres');
  if (relevant(d).weight && !/^\s*\d*\s*$/.test(d.weight)) wrong.push('weightKg');
  for (const name of ['from', 'to'] as const) {
    const { kind, floor } = d[name];
    if (kind === 'HOME' && !/^\s*-?\d*\s*$/.test(floor)) wrong.push(`${name}.floor`);
  }
  return wrong;
}

/** The part that the mode is advised for; null while it is not all there. */
export function questionOf(d: Draft, region: RegionPack): TransportQuestion | null {
  if (unreadable(d).length > 0) return null;
  const from = stopOf(d.from, region);
  const to = stopOf(d.to, region);
  const readyAt = momentOf(d.day, d.ready);
  if (!from || !to || !readyAt) return null;
  const on = relevant(d);
  const arriveBy = after(readyAt, d.day, d.arriveBy);
  const appointmentAt = on.appointment ? after(readyAt, d.day, d.appointment) : null;
  const returnReadyAt = on.returnTrip && d.returnTrip ? instantOfField(d.returnReady) : null;
  return {
    from,
    to,
    timing: {
      readyAt,
      ...(arriveBy ? { arriveBy } : {}),
      ...(appointmentAt ? { appointmentAt } : {}),
      returnTrip: on.returnTrip && d.returnTrip,
      ...(returnReadyAt ? { returnReadyAt } : {}),
    },
    needs: needsOf(d),
    urgency: d.urgency,
  };
}

/** The whole request; null while the part that is advised for is not all there. */
export function requestOf(d: Draft, region: RegionPack): TransportRequest | null {
  const question = questionOf(d, region);
  if (!question) return null;
  return {
    ...question,
    resuscitation: relevant(d).resuscitation ? d.resuscitation : 'UNDECIDED',
    ordainedBy: d.ordainedBy,
    reason: d.reason,
    note: d.note,
  };
}

/** What is not asked is not meant: an answer that was hidden again does not count. */
function needsOf(d: Draft): Needs {
  const on = relevant(d);
  const weight = on.weight ? Number.parseInt(d.weight, 10) : Number.NaN;
  return {
    posture: d.posture,
    stairs: on.stairs && d.stairs,
    care: d.care,
    oxygenLitres: whole(d.oxygen),
    monitoring: on.skilled && d.monitoring,
    drugs: on.skilled && d.drugs,
    drips: on.drips && d.drips,
    ventilator: on.intensive && d.ventilator,
    incubator: on.intensive && d.incubator,
    ...(Number.isNaN(weight) ? {} : { weightKg: weight }),
    infection: d.infection,
    alone: on.alone && d.alone,
    companions: whole(d.companions),
    escort: on.escort ? d.escort : 'NONE',
    aggression: d.aggression,
  };
}

function whole(text: string): number {
  const value = Number.parseInt(text, 10);
  return Number.isNaN(value) ? 0 : value;
}

function stopOf(end: End, region: RegionPack): TransportRequest['from'] | null {
  if (end.kind === 'WARD') {
    if (!end.facility || !end.department.trim()) return null;
    const { facility, department } = end;
    return { facility, department, address: '', floor: 0, lift: true };
  }
  const town = region.places.find((one) => one.name === end.town);
  if (!town || !end.address.trim()) return null;
  return {
    facility: '',
    department: '',
    address: `${end.address.trim()}, ${town.name}`,
    position: town.position,
    floor: whole(end.floor),
    lift: end.lift,
  };
}

function momentOf(day: string, clock: string): string | null {
  const [hours, minutes] = clock.split(':').map(Number);
  if (day === '' || hours === undefined || minutes === undefined) return null;
  return Number.isNaN(hours + minutes) ? null : instantOf(day, hours * 60 + minutes);
}

/** Whether a clock time is of the day after the patient is ready. */
export function nextDay(d: Draft, clock: string): boolean {
  const [ready, same] = [momentOf(d.day, d.ready), momentOf(d.day, clock)];
  return ready !== null && same !== null && Date.parse(same) <= Date.parse(ready);
}

/** A clock time the same day, or the next when it has already been when the patient is ready. */
function after(readyAt: string, day: string, clock: string): string | null {
  const same = clock === '' ? null : momentOf(day, clock);
  if (!same) return null;
  if (Date.parse(same) > Date.parse(readyAt)) return same;
  // By the calendar: the night that summer time ends is an hour longer.
  const noon = Date.parse(momentOf(day, '12:00') ?? same);
  return momentOf(date(noon + 24 * 60 * MINUTE), clock);
}

/** An order that stands, to be changed. */
export function draftOf(t: Transport, region: RegionPack): Draft {
  const { request: r, choice } = t;
  const n = r.needs;
  return {
    ...draftFrom(endOf(r.from, region), 0),
    to: endOf(r.to, region),
    urgency: r.urgency,
    day: date(r.timing.readyAt),
    ready: clockTime(r.timing.readyAt),
    arriveBy: r.timing.arriveBy ? clockTime(r.timing.arriveBy) : '',
    appointment: r.timing.appointmentAt ? clockTime(r.timing.appointmentAt) : '',
    returnTrip: r.timing.returnTrip,
    returnReady: r.timing.returnReadyAt ? fieldOf(Date.parse(r.timing.returnReadyAt)) : '',
    posture: n.posture,
    stairs: n.stairs,
    care: n.care,
    oxygen: String(n.oxygenLitres),
    monitoring: n.monitoring,
    drugs: n.drugs,
    drips: n.drips,
    ventilator: n.ventilator,
    incubator: n.incubator,
    weight: n.weightKg === undefined ? '' : String(n.weightKg),
    infection: n.infection,
    alone: n.alone,
    companions: String(n.companions),
    escort: n.escort,
    aggression: n.aggression,
    resuscitation: r.resuscitation,
    ordainedBy: r.ordainedBy,
    reason: r.reason,
    note: r.note,
    mode: choice.mode === choice.recommended ? '' : choice.mode,
    modeReason: choice.reason,
  };
}

function endOf(stop: TransportRequest['from'], region: RegionPack): End {
  if (stop.facility) return { ...NOWHERE, facility: stop.facility, department: stop.department };
  const town = region.places.find((one) => stop.address.endsWith(`, ${one.name}`));
  return {
    ...NOWHERE,
    kind: 'HOME',
    address: town ? stop.address.slice(0, -town.name.length - 2) : stop.address,
    town: town?.name ?? '',
    floor: String(stop.floor),
    lift: stop.lift,
  };
}
