import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Patient, RegionPack, Session, Transport, TransportList } from '../api/contract';
import { t } from '../text';
import { decidedFirst, doubled, type Seat } from './acts';
import { TransportRow } from './TransportRow';

interface Props {
  readonly list: TransportList;
  /** Whether it is only what somebody looked for. */
  readonly found: boolean;
  /** The order that this part goes on after; nothing for the first part. */
  readonly after: string | undefined;
  readonly region: RegionPack;
  readonly session: Session;
  /** Whether somebody at that end sees the order here and can answer. */
  readonly answers: (end: Transport['request']['to']) => boolean;
  readonly onAfter: (id: string | undefined) => void;
  readonly onChange: (transport: Transport) => void;
  /** Reads who a patient is; nothing for those who may not. */
  readonly who?: ((patient: string) => Promise<Patient>) | undefined;
  readonly send: (id: string) => (path: string, body: unknown) => Promise<string>;
}

/** A part of the orders, how many there are in all, and the way to the rest. */
export function OrderList(props: Props) {
  const { list, found, after, region, session, who } = props;
  const { transports, total, next } = list;
  const whole = total === transports.length;
  // One order to who reads: its way back, and its ways to and from a flight, stand under it.
  const here = new Set(transports.map((one) => one.id));
  const inOrder = transports.filter((one) => !one.leg || !here.has(one.leg.of));
  const decides = session.roles.includes('INNER_COMMAND');
  const tops = decides ? decidedFirst(inOrder) : inOrder;
  const row = (one: Transport, legs: readonly Transport[] = []): ReactNode => (
    <TransportRow
      key={one.id}
      transport={one}
      legs={legs}
      doubled={doubled(one, transports, whole && !found)}
      region={region}
      seat={seatOf(session, one)}
      now={Date.parse(list.now)}
      answers={props.answers}
      onChange={() => props.onChange(one)}
      who={who && (() => who(one.patient))}
      send={props.send(one.id)}
    >
      {legs.length > 0 && <ul className="order-legs">{legs.map((leg) => row(leg))}</ul>}
    </TransportRow>
  );
  return (
    <>
      {transports.length === 0 && (
        <p className="quiet">{t(found ? 'transport.noneFound' : 'transport.none')}</p>
      )}
      <ul className="order-list">
        {tops.map((one) =>
          row(
            one,
            transports.filter((leg) => leg.leg?.of === one.id),
          ),
        )}
      </ul>
      {!whole && (
        <nav className="choices" aria-label={t('transport.list')}>
          <span>{t('transport.total', { shown: transports.length, count: total })}</span>
          {after && (
            <Button className="button small" onPress={() => props.onAfter(undefined)}>
              {t('transport.firstPart')}
            </Button>
          )}
          {next && (
            <Button className="button small" onPress={() => props.onAfter(next)}>
              {t('transport.nextPart')}
            </Button>
          )}
        </nav>
      )}
    </>
  );
}

/** A ward that did not order sees the order because it receives the patient, or lets it go. */
function seatOf(session: Session, transport: Transport): Seat {
  if (session.roles.includes('INNER_COMMAND')) return 'COMMAND';
  if (session.roles.includes('NATIONAL_COORDINATOR')) return 'CENTRE';
  if (!session.roles.includes('WARD_NURSE')) return 'READER';
  return transport.careUnit === session.careUnit ? 'WARD' : 'RECEIVER';
}
