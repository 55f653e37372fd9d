import { useWay } from '../map/useWay';
import { useDesk, useModel } from '../picture/context';
import { placeName } from '../dispatch/actions';
import { t } from '../text';
import { kilometres, span } from '../text/format';

/** The way of the open unit to the open case, leg by leg; the map draws the same. */
export function WayFacts() {
  const { desk } = useDesk();
  const incident = useModel((model) => model.incidents.get(desk.incident ?? ''));
  const found = useWay();
  if (!found || !incident) return null;
  const { way, failed } = found;
  return (
    <section aria-label={t('way.title')}>
      <h3>{t('way.to', { place: placeName(incident) })}</h3>
      {failed && <p className="warn-ink">{failed}</p>}
      {way && (
        <>
          <p>
            <b>{span(way.seconds)}</b> · {kilometres(way.metres)} ·{' '}
            {t(way.lights ? 'way.lights' : 'way.normal')}
          </p>
          <ol className="way">
            {way.legs.map((leg, index) => (
              <li key={index}>
                {t(`way.by.${leg.by}`)} {span(leg.seconds)}{' '}
                <span className="quiet">{kilometres(leg.metres)}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
