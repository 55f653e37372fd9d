import { useState, type SubmitEvent } from 'react';
import { Button } from 'react-aria-components';
import type { RidePlan } from '../api/contract';
import { TextInput } from '../design/Fields';
import { useShared } from '../picture/context';
import { t } from '../text';
import { useRides } from './context';
import { boughtText } from './words';

interface Props {
  readonly bought: RidePlan['bought'][number];
}

/** A ride that others drive: it is asked for, and what they answer on the telephone is written. */
export function BookingForm({ bought }: Props) {
  const { now } = useRides();
  const { actions } = useShared();
  const [said, setSaid] = useState('');
  const [refused, setRefused] = useState('');
  const { transport, booking } = bought;
  const asked = booking?.state === 'ASKED';
  const send = (path: 'booking' | 'booking-answer', body: unknown) => {
    const done = t('booking.told');
    void actions.onTransport(transport, path, body, done).then((problem) => {
      setRefused(problem?.message ?? '');
      if (!problem) setSaid('');
    });
  };
  const answer = (accepted: boolean) =>
    send('booking-answer', accepted ? { accepted, reference: said } : { accepted, text: said });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    answer(asked);
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <p>{boughtText(bought, now)}</p>
      {booking ? (
        <>
          <TextInput
            label={t(asked ? 'booking.referenceField' : 'form.reason')}
            value={said}
            onChange={setSaid}
            error={refused}
            maxLength={60}
            required
          />
          <div className="choices">
            {asked && (
              <Button type="submit" className="button first small">
                {t('transportAct.confirmBooking')}
              </Button>
            )}
            <Button className="button small" onPress={() => answer(false)}>
              {t('transportAct.declineBooking')}
            </Button>
          </div>
        </>
      ) : (
        <div className="choices">
          <Button className="button small" onPress={() => send('booking', {})}>
            {t('booking.book')}
          </Button>
          <span role="alert" className="error">
            {refused}
          </span>
        </div>
      )}
    </form>
  );
}
