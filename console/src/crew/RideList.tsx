import type { CrewRide } from '../api/contract';
import { t } from '../text';
import { clockTime } from '../text/format';
import { doorText, rideText } from './rideText';

interface Props {
  readonly rides: readonly CrewRide[];
  readonly shown: string;
  readonly onChoose: (id: string) => void;
}

/** The unit's other rides, each a press away: patients may ride together. */
export function RideList({ rides, shown, onChoose }: Props) {
  const others = rides.filter((one) => one.id !== shown);
  if (others.length === 0) return null;
  return (
    <section className="stack" aria-label={t('crewRide.others')}>
      <h2>
        {t('crewRide.others')} <span className="count">{others.length}</span>
      </h2>
      {others.map((one) => (
        <button
          key={one.id}
          type="button"
          className="button whole crew-ride"
          onClick={() => onChoose(one.id)}
        >
          <b>{clockTime(one.planned.pickupAt)}</b> {doorText(one.from)} → {doorText(one.to)}
          <span className="quiet"> {rideText(one)}</span>
        </button>
      ))}
    </section>
  );
}
