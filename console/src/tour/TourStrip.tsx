import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useDemo, useDesk, useShared } from '../picture/context';
import { t } from '../text';
import { STEPS, type Step } from './steps';
import { useMarks, useTour, useTourOffered, useWait, type Tour } from './useTour';

/**
 * The guided first shift, in a strip below everything: it covers nothing of what it speaks of, and
 * each step waits until the user has really done it.
 */
export function TourStrip() {
  const { desk, dispatch } = useDesk();
  const offered = useTourOffered();
  const tour = useTour();
  if (!desk.tour || !offered) return null;
  return <Open tour={tour} onLeave={() => dispatch({ type: 'tour', open: false })} />;
}

interface OpenProps {
  readonly tour: Tour;
  readonly onLeave: () => void;
}

function Open({ tour, onLeave }: OpenProps) {
  const { step, number } = tour;
  const goTo = (next: number) => tour.goTo(next);
  const { demo, setDemo } = useDemo();
  const { actions } = useShared();
  const head = useRef<HTMLHeadingElement>(null);
  useMarks(step);
  useWait(step, () => goTo(number + 1));
  useEffect(() => head.current?.focus(), []);
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onLeave();
  };
  const last = number === STEPS.length;
  const next = () => {
    if (last) {
      onLeave();
      return;
    }
    // Else the automatic dispatcher would do what the user is here to learn.
    if (step.id === 'welcome' && demo && demo.automatic.mode !== 'OFF')
      void actions
        .setAutomatic({ ...demo.automatic, mode: 'OFF' })
        .then((after) => after && setDemo(after));
    goTo(number + 1);
  };
  return (
    // Esc leaves the strip from whichever of its buttons has the focus.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className="tour" aria-label={t('tour.title')} onKeyDown={escape}>
      <h2 ref={head} tabIndex={-1}>
        {t('tour.title')}
        <span className="quiet"> {t('tour.step', { step: number, all: STEPS.length })}</span>
      </h2>
      <p aria-live="polite">{t(`tourSay.${step.id}`)}</p>
      <div className="choices">
        <Forward step={step} last={last} onNext={next} />
        {last && (
          <button type="button" className="button small" onClick={() => goTo(1)}>
            {t('tour.again')}
          </button>
        )}
        {!last && (
          <button type="button" className="button small plain" onClick={onLeave}>
            {t('tour.leave')}
          </button>
        )}
      </div>
    </section>
  );
}

interface ForwardProps {
  readonly step: Step;
  readonly last: boolean;
  readonly onNext: () => void;
}

/** What is only read is gone on from; what is to be done may be left out. */
function Forward({ step, last, onNext }: ForwardProps) {
  const waits = step.done !== null;
  return (
    <>
      {waits && <span className="tag">{t('tour.wait')}</span>}
      <button type="button" className={`button small ${waits ? '' : 'first'}`} onClick={onNext}>
        {t(last ? 'tour.finish' : waits ? 'tour.skip' : 'tour.next')}
      </button>
    </>
  );
}

/** Where the foot of the page has nothing else to say: the way in, or back in. */
export function TourOffer() {
  const { desk } = useDesk();
  const offered = useTourOffered();
  return offered && !desk.tour ? <Offer /> : null;
}

function Offer() {
  const { dispatch } = useDesk();
  const { number, begun } = useTour();
  if (number === STEPS.length) return null;
  return (
    <button
      type="button"
      className="button small plain"
      onClick={() => dispatch({ type: 'tour', open: true })}
    >
      {begun ? t('tour.resume', { step: number }) : t('tour.offer')}
    </button>
  );
}
