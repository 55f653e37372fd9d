import { useShared } from '../picture/context';
import { t } from '../text';
import { clockTime } from '../text/format';
import { CategoryMark } from './CategoryMark';
import { useMajor } from './context';
import type { ProposedCasualty, ProposedTrip } from './contract';
import type { Deviating } from './DeviationForm';
import { againstText, decidable, otherText, reasonText } from './distribution';
import { hospitalName } from './words';

interface Props {
  readonly trip: ProposedTrip;
  readonly ticked: ReadonlySet<string>;
  readonly tick: (tag: string) => void;
  readonly deviate: (one: Deviating) => void;
}

/** One journey: by what, where to, when, with whom and why. */
export function DistributionTrip({ trip, ticked, tick, deviate }: Props) {
  const { region } = useShared();
  const open = trip.casualties.some((one) => !one.decided);
  return (
    <>
      <p>
        <b>{`${trip.callSign} → ${hospitalName(region, trip.facility)}`}</b>{' '}
        {t('distribution.trip', {
          load: clockTime(trip.loadAt),
          depart: clockTime(trip.departAt),
          arrive: clockTime(trip.arriveAt),
        })}
        {trip.place !== '' && ` ${t('distribution.from', { place: trip.place })}`}
        {!trip.called && <span className="warn-ink"> {t('distribution.sendFirst')}</span>}
      </p>
      <ul>
        {trip.casualties.map((one) => (
          <Seat key={one.tag} {...{ one, trip, ticked, tick, deviate }} />
        ))}
      </ul>
      <p className="why">
        {trip.reasons.map((one) => reasonText(region, one)).join(' ')}{' '}
        {open && otherText(region, trip)}
      </p>
    </>
  );
}

function Seat({ one, trip, ticked, tick, deviate }: Props & { readonly one: ProposedCasualty }) {
  const { region } = useShared();
  const { rules, dispatch, major } = useMajor();
  const { tag } = one;
  const choose = () => major && dispatch({ type: 'casualty', id: `${major.id}:${tag}` });
  const says = one.key !== undefined && one.key !== trip.facility ? one.key : null;
  return (
    <li className="seat">
      <label className="check">
        <input
          type="checkbox"
          checked={ticked.has(tag) && decidable(one)}
          disabled={!decidable(one)}
          onChange={() => tick(tag)}
        />
        <CategoryMark rules={rules} category={one.category}>
          {tag}
        </CategoryMark>
      </label>
      <span>
        {t('distribution.treated', { time: clockTime(one.treatedAt), minutes: one.minutes })}
        {one.late && <span className="warn-ink"> {t('distribution.lateMark')}</span>}
        {one.decided && <b> {t('distribution.isDecided')}</b>}
        {one.against !== undefined && <span className="warn-ink"> {againstText(one)}</span>}
        {says !== null && (
          <span className="quiet">
            {' '}
            {t('distribution.keySays', { name: hospitalName(region, says) })}
          </span>
        )}
      </span>
      {!one.decided && (
        <button
          type="button"
          className="button small"
          aria-label={t('distribution.other', { tag })}
          onClick={() => {
            choose();
            deviate({ tag, proposed: trip.facility });
          }}
        >
          {t('distribution.otherShort')}
        </button>
      )}
    </li>
  );
}
