import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Patient, RegionPack, Transport } from '../api/contract';
import { t, tCode } from '../text';
import { number, when } from '../text/format';
import { ActForm } from './ActForm';
import type { Act } from './acts';
import { actsOf, type Seat } from './acts';
import { PlannedLine } from './PlannedLine';
import { Asked, Latest } from './RowLines';
import { Who } from './Who';
import { bookingText, hours, tripText } from './words';

interface Props {
  readonly transport: Transport;
  /** The order's legs that are at hand. */
  readonly legs?: readonly Transport[];
  /** Whether another open order of the same patient looks like it. */
  readonly doubled: boolean;
  readonly region: RegionPack;
  readonly seat: Seat;
  readonly now: number;
  /** Whether somebody at that end sees the order here and can answer. */
  readonly answers: (end: Transport['request']['to']) => boolean;
  readonly onChange: () => void;
  /** Reads who the patient is, which is logged; nothing for those who do not care for patients. */
  readonly who?: (() => Promise<Patient>) | undefined;
  /** Sends a command on the order; gives what the server said, empty when it was done. */
  readonly send: (path: string, body: unknown) => Promise<string>;
  /** The legs as lines of their own. */
  readonly children?: ReactNode;
}

/** One order as a line of the list: what, when, how far it has come, and what may be done. */
export function TransportRow(props: Props) {
  const { transport, region, seat, now } = props;
  const [act, setAct] = useState<Act | null>(null);
  const [refused, setRefused] = useState('');
  const { request, choice } = transport;
  // What is approved is what stands here now: the server refuses it when more has happened.
  const seen = transport.changes.length;
  const press = (next: Act) => {
    setRefused('');
    if (next === 'change') props.onChange();
    else if (next === 'approve') void props.send('approval', { seen }).then(setRefused);
    else if (next === 'arrived') void props.send('steps', { ride: 'ARRIVED' }).then(setRefused);
    else if (next === 'accept') void props.send('answer', { accepted: true }).then(setRefused);
    else setAct(next);
  };
  const title = tripText(request, region);
  return (
    <li className="order-item stack" data-ride={transport.ride}>
      <div className="order-line">
        <b>{when(request.timing.readyAt, now)}</b>
        <span>{title}</span>
      </div>
      <div className="order-line">
        <span className="order-chip">{t(`ride.${transport.ride}`)}</span>
        {transport.reception !== 'NONE' && (
          <span className={`order-chip ${transport.reception === 'DECLINED' ? 'warn-ink' : ''}`}>
            {receptionText(transport, props.answers)}
          </span>
        )}
        {transport.leg && <span className="order-chip">{t(`legPart.${transport.leg.part}`)}</span>}
        {transport.onBehalf && (
          <span className="order-chip">
            {t('transport.onBehalf', { careUnit: transport.careUnit })}
          </span>
        )}
        {props.doubled && <span className="order-chip warn-ink">{t('transport.doubled')}</span>}
        <span>{tCode('mode', choice.mode)}</span>
      </div>
      <Asked request={request} />
      <Promised transport={transport} now={now} />
      {transport.planned && <PlannedLine planned={transport.planned} now={now} />}
      {transport.booking && <p className="order-said">{bookingText(transport.booking, now)}</p>}
      {seat === 'COMMAND' && <Cost transport={transport} />}
      {transport.air && <Flight air={transport.air} request={request} now={now} />}
      <Latest changes={transport.changes} now={now} />
      <div className="choices">
        {actsOf(transport, seat, props.legs).map((one) => (
          <Button
            key={one}
            className={`button small ${isFirst(one, seat) ? 'first' : ''}`}
            aria-label={`${actText(one, seat)}: ${title}`}
            onPress={() => press(one)}
          >
            {actText(one, seat)}
          </Button>
        ))}
        {props.who && <Who read={props.who} />}
      </div>
      {act && (
        <ActForm
          act={act}
          transport={transport}
          onClose={() => setAct(null)}
          send={(path, body) =>
            props.send(path, body).then((said) => {
              if (said === '') setAct(null);
              return said;
            })
          }
        />
      )}
      <p role="alert" className="error">
        {refused}
      </p>
      {props.children}
    </li>
  );
}

/** What the reader is here to do, above what else may be done. */
function isFirst(act: Act, seat: Seat): boolean {
  return act === 'approve' || (act === 'accept' && seat === 'RECEIVER');
}

/** Who answers for the receiver says so: a no of the receiver's is no refusal of the order. */
function actText(act: Act, seat: Seat): string {
  if (seat === 'COMMAND' && act === 'accept') return t('transportReception.ACCEPTED');
  if (seat === 'COMMAND' && act === 'decline') return t('transportReception.DECLINED');
  return t(`transportAct.${act}`);
}

/** Rides that wait for a vehicle, and so hold only what was promised. */
const WAITS: readonly Transport['ride'][] = ['ORDERED', 'APPROVED', 'LOCKED'];

/** Who is in no list here, as in another region, is asked by telephone. */
function receptionText(transport: Transport, answers: Props['answers']): string {
  const asked = transport.reception === 'ASKED' && !transport.onBehalf;
  return asked && !answers(transport.request.to)
    ? t('transport.callReceiver')
    : tCode('transportReception', transport.reception);
}

/** What was promised, until it is known who comes and when: it may be another day than ready. */
function Promised({ transport, now }: { readonly transport: Transport; readonly now: number }) {
  const { ride, planned, booking, air, choice } = transport;
  if (!WAITS.includes(ride) || planned || booking?.pickupAt || air?.slot) return null;
  const until = when(choice.pickupUntil, Date.parse(choice.pickupFrom));
  const window = `${when(choice.pickupFrom, now)}–${until}`;
  return <p className="order-said">{`${t('rides.promised')} ${window}`}</p>;
}

interface FlightProps {
  readonly air: NonNullable<Transport['air']>;
  readonly request: Transport['request'];
  readonly now: number;
}

/** What the national coordination of flights has said, and when the patient is fetched for it. */
function Flight({ air, request, now }: FlightProps) {
  const { slot } = air;
  const parts = [t(`air.${air.state}`)];
  if (slot) {
    const lands = when(slot.arriveAt, Date.parse(slot.departAt));
    parts.push(`${when(slot.departAt, now)}–${lands}`);
    parts.push(
      t('transport.fetched', {
        from: when(slot.pickupFrom, now),
        until: when(slot.pickupUntil, now),
      }),
    );
  }
  if (air.text) parts.push(air.text);
  const by = request.timing.arriveBy ?? request.timing.appointmentAt;
  const late = slot && by && Date.parse(slot.arriveAt) > Date.parse(by);
  return (
    <p className="order-said" data-help="field.flight">
      {parts.join(' · ')}
      {late && <strong className="warn-ink">{` ${t('transport.late')}`}</strong>}
    </p>
  );
}

/** What inner command weighs: the cost beside the alternative's, and who is away. */
function Cost({ transport: { choice } }: { readonly transport: Transport }) {
  const parts = [t('transport.kronor', { count: choice.kronor })];
  if (choice.instead && choice.insteadKronor !== undefined) {
    const mode = tCode('mode', choice.instead);
    parts.push(t('transport.beside', { mode, kronor: number(choice.insteadKronor) }));
  }
  if (choice.flightMinutes > 0) {
    parts.push(`${t('transport.flight')} ${hours(choice.flightMinutes)}`);
  }
  if (choice.trip) {
    const { awayMinutes, insteadAwayMinutes } = choice.trip;
    if (awayMinutes > 0) parts.push(`${t('transport.away')} ${hours(awayMinutes)}`);
    else if (insteadAwayMinutes > 0) {
      parts.push(t('transport.stays', { time: hours(insteadAwayMinutes) }));
    }
  }
  if (choice.mode !== choice.recommended) {
    const mode = tCode('mode', choice.recommended).toLowerCase();
    parts.push(t('transport.notRecommended', { mode }));
  }
  if (choice.reason) parts.push(tCode('modeWhy', choice.reason));
  return <p className="order-said">{parts.join(' · ')}</p>;
}
