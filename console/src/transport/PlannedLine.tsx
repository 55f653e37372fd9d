import { useState } from 'react';
import type { Transport } from '../api/contract';
import { t } from '../text';
import { when } from '../text/format';

interface Props {
  readonly planned: NonNullable<Transport['planned']>;
  readonly now: number;
}

/** Which unit comes, and when; what was said before stands beside it while the page is open. */
export function PlannedLine({ planned, now }: Props) {
  const said = textOf(planned, now);
  const [seen, setSeen] = useState({ said, before: '' });
  if (seen.said !== said) setSeen({ said, before: seen.said });
  return (
    <p className="order-said order-planned">
      <b>{said}</b>
      {seen.before !== '' && ` ${t('transport.plannedBefore', { before: seen.before })}`}
    </p>
  );
}

function textOf({ unit, pickupAt, arriveAt }: Props['planned'], now: number): string {
  return t('transport.planned', {
    pickup: when(pickupAt, now),
    // As the unit is called, without the county before it.
    callSign: unit.replace(/^\d\d-/, ''),
    arrive: when(arriveAt, now),
  });
}
