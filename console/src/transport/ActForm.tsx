import { useState, type SubmitEvent } from 'react';
import { Button } from 'react-aria-components';
import type { Transport } from '../api/contract';
import { Select, TextInput } from '../design/Fields';
import { t } from '../text';
import { fieldOf, instantOfField } from '../text/format';
import type { Act } from './acts';
import { useRowForm } from './useRowForm';

interface Props {
  readonly act: Act;
  readonly transport: Transport;
  readonly onClose: () => void;
  readonly send: (path: string, body: unknown) => Promise<string>;
}

const MODES = [
  'TAXI',
  'WHEELCHAIR_TAXI',
  'LYING_TRANSPORT',
  'LIGHT_CARE_AMBULANCE',
  'TRANSPORT_AMBULANCE',
  'AMBULANCE',
  'DOCTOR_AMBULANCE',
  'HELICOPTER',
  'AEROPLANE',
  'BOAT',
] as const;
const FATES = ['DISCHARGED', 'MOVED', 'DIED'] as const;

/** What an act needs to be told: a reason, another mode, or what became of the patient. */
export function ActForm({ act, transport, onClose, send }: Props) {
  const [reason, setReason] = useState('');
  const [choice, setChoice] = useState<string>(act === 'fate' ? FATES[0] : transport.choice.mode);
  const [refused, setRefused] = useState('');
  const [flight, setFlight] = useState(() => flightOf(transport));
  const [ready, setReady] = useState(() => fieldOf(readyOf(transport)));
  const frame = useRowForm(onClose);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const seen = transport.changes.length;
    const [path, body] = commandOf(act, { reason, choice, flight, ready, seen });
    void send(path, body).then(setRefused);
  };
  return (
    <form
      ref={frame}
      className="stack order-act"
      noValidate
      aria-label={t(`transportAct.${act}`)}
      onSubmit={submit}
    >
      {act === 'mode' && (
        <Select
          label={t('transport.modeTo')}
          value={choice}
          onChange={setChoice}
          options={MODES.map((one) => [one, t(`mode.${one}`)])}
        />
      )}
      {act === 'fate' && (
        <Select
          label={t('transport.fate')}
          value={choice}
          onChange={setChoice}
          options={FATES.map((one) => [one, t(`fate.${one}`)])}
        />
      )}
      {act === 'giveFlight' &&
        (['departs', 'lands'] as const).map((name) => (
          <label key={name} className="field" data-help="field.flight">
            {t(`transport.${name}`)}
            <input
              type="datetime-local"
              value={flight[name]}
              required
              onChange={(event) => setFlight({ ...flight, [name]: event.target.value })}
            />
          </label>
        ))}
      {act === 'return' && (
        <label className="field">
          {t('transport.returnReady')}
          <input
            type="datetime-local"
            value={ready}
            required
            onChange={(event) => setReady(event.target.value)}
          />
        </label>
      )}
      {act === 'return' ? (
        <p role="alert" className="error">
          {refused}
        </p>
      ) : (
        <TextInput
          label={t(labelOf(act))}
          value={reason}
          onChange={setReason}
          error={refused}
          maxLength={300}
          required={!FREE.includes(act)}
        />
      )}
      <div className="choices">
        <Button type="submit" className="button first small">
          {t(`transportAct.${act}`)}
        </Button>
        <Button className="button small" onPress={onClose}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Acts whose text may be left empty. */
const FREE: readonly Act[] = ['fate', 'askFlight', 'giveFlight'];

function labelOf(act: Act): 'booking.referenceField' | 'transport.note' | 'form.reason' {
  if (act === 'confirmBooking') return 'booking.referenceField';
  return FREE.includes(act) ? 'transport.note' : 'form.reason';
}

/** A flight as it is written: moments as fields have them, in the region's time. */
interface Flight {
  readonly departs: string;
  readonly lands: string;
}

/** The flight there is, to be moved; else as soon as the patient can be on board. */
function flightOf({ air, request }: Transport): Flight {
  const soon = Date.parse(request.timing.readyAt) + 2 * 3_600_000;
  const { departAt = soon, arriveAt = soon + 3_600_000 } = air?.slot ?? {};
  return {
    departs: fieldOf(Number(new Date(departAt))),
    lands: fieldOf(Number(new Date(arriveAt))),
  };
}

/** As soon as the patient may be done: two hours after the ride there, else now. */
function readyOf({ request, planned }: Transport): number {
  const there = Date.parse(planned?.arriveAt ?? request.timing.readyAt);
  return Math.max(there + 2 * 3_600_000, Date.now());
}

/** What an act was told. */
interface Told {
  readonly reason: string;
  readonly choice: string;
  readonly flight: Flight;
  readonly ready: string;
  /** How many happenings the order had as it was shown. */
  readonly seen: number;
}

function commandOf(act: Act, { reason, choice, flight, ready, seen }: Told): [string, unknown] {
  switch (act) {
    case 'return':
      return ['return', { readyAt: instantOfField(ready) }];
    case 'askFlight':
      return ['air-request', { text: reason }];
    case 'noFlight':
      return ['air-answer', { text: reason }];
    case 'giveFlight':
      return [
        'air-answer',
        {
          departAt: instantOfField(flight.departs),
          arriveAt: instantOfField(flight.lands),
          text: reason,
        },
      ];
    case 'confirmBooking':
      return ['booking-answer', { accepted: true, reference: reason }];
    case 'declineBooking':
      return ['booking-answer', { accepted: false, text: reason }];
    case 'mode':
      return ['mode', { mode: choice, reason, seen }];
    case 'refuse':
      return ['refusal', { reason, seen }];
    case 'decline':
      return ['answer', { accepted: false, text: reason }];
    case 'cancel':
      return ['cancellation', { reason }];
    case 'fate':
      return ['fate', { fate: choice, text: reason }];
    case 'accept':
      return ['answer', { accepted: true }];
    case 'arrived':
      return ['steps', { ride: 'ARRIVED' }];
    case 'approve':
    case 'change':
      return ['approval', { seen }];
  }
}
