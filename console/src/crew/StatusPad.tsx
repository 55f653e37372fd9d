import { useRef, useState } from 'react';
import type { Assignment, CrewRide, Milestone } from '../api/contract';
import { t } from '../text';
import { clockSeconds } from '../text/format';
import type { Ending } from '../incident/OutcomeFields';
import { ClearForm } from './ClearForm';
import { useCrew, useCrewNow, useOutbox, useOutboxSafe } from './context';
import type { Kept } from './outbox';
import { rideStepsAhead } from './rideSteps';
import { hasConveyed, stepsAhead } from './steps';

/** A second press within this time is the same thumb still on its way up, in milliseconds. */
const BOUNCE_MILLISECONDS = 800;

interface PadProps {
  readonly assignment: Assignment | null;
  /** The care transport to tell of while there is no assignment. */
  readonly ride: CrewRide | undefined;
}

/** The one button within reach of the thumb: the next status. All others are one press away. */
export function StatusPad({ assignment, ride }: PadProps) {
  const kept = useOutbox();
  return (
    <footer className="crew-pad">
      <KeptList kept={kept} />
      {assignment && <Steps key={assignment.id} assignment={assignment} kept={kept} />}
      {!assignment && ride && <RideSteps key={ride.id} ride={ride} kept={kept} />}
    </footer>
  );
}

interface StepsProps {
  readonly assignment: Assignment;
  readonly kept: readonly Kept[];
}

function Steps({ assignment, kept }: StepsProps) {
  const { outbox } = useCrew();
  const { now } = useCrewNow();
  const [open, setOpen] = useState<'OTHERS' | 'CLEAR' | null>(null);
  const pressedAt = useRef(0);
  const ahead = stepsAhead(assignment, kept);
  const next = ahead[0];
  const conveyed = hasConveyed(assignment.milestone, kept);
  if (!next) return null;

  const say = (milestone: Milestone, ending?: Ending) => {
    const pressed = Date.now();
    if (pressed - pressedAt.current < BOUNCE_MILLISECONDS) return;
    pressedAt.current = pressed;
    setOpen(null);
    outbox.press({
      id: crypto.randomUUID(),
      assignment: assignment.id,
      milestone,
      at: new Date(now).toISOString(),
      ...ending,
    });
  };
  const choose = (milestone: Milestone) => {
    if (milestone === 'CLEAR' && !conveyed) setOpen('CLEAR');
    else say(milestone);
  };

  if (open === 'CLEAR')
    return <ClearForm onCancel={() => setOpen(null)} onClear={(ending) => say('CLEAR', ending)} />;
  return (
    <>
      {open === 'OTHERS' && (
        <div className="crew-others" role="group" aria-label={t('crew.others')}>
          {ahead.slice(1).map((one) => (
            <button key={one} type="button" className="button" onClick={() => choose(one)}>
              {t(`step.${one}`)}
            </button>
          ))}
        </div>
      )}
      <div className="crew-row">
        <button type="button" className="button first crew-next" onClick={() => choose(next)}>
          {t(`step.${next}`)}
        </button>
        {ahead.length > 1 && (
          <button
            type="button"
            className="button crew-more"
            aria-expanded={open === 'OTHERS'}
            onClick={() => setOpen(open === 'OTHERS' ? null : 'OTHERS')}
          >
            {t('crew.others')}
          </button>
        )}
      </div>
    </>
  );
}

/** The next step of a care transport; the others come in their turn. */
function RideSteps({ ride, kept }: { readonly ride: CrewRide; readonly kept: readonly Kept[] }) {
  const { outbox } = useCrew();
  const { now } = useCrewNow();
  const pressedAt = useRef(0);
  const next = rideStepsAhead(ride, kept)[0];
  if (!next) return null;
  const say = () => {
    const pressed = Date.now();
    if (pressed - pressedAt.current < BOUNCE_MILLISECONDS) return;
    pressedAt.current = pressed;
    outbox.press({
      id: crypto.randomUUID(),
      transport: ride.id,
      ride: next,
      at: new Date(now).toISOString(),
    });
  };
  return (
    <div className="crew-row">
      <button type="button" className="button first crew-next" onClick={say}>
        {t(`rideStep.${next}`)}
      </button>
    </div>
  );
}

/** Every status that the server has not taken: none of them is ever out of sight. */
export function KeptList({ kept }: { kept: readonly Kept[] }) {
  return (
    <>
      <Unsafe />
      <ul className="crew-kept" aria-label={t('crew.kept')} aria-live="polite">
        {kept.map((one) => (
          <li key={one.id} className={one.state}>
            <span>
              <b>{keptName(one)}</b> <time>{clockSeconds(one.at)}</time>
              <br />
              {one.state === 'REFUSED' ? one.problem : t(`crew.${one.state}`)}
            </span>
            <KeptButtons one={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The phone cannot keep what waits: whoever reloads the page loses it, and must know. */
function Unsafe() {
  const safe = useOutboxSafe();
  const waiting = useOutbox().length;
  return (
    <p role="alert" className={safe ? '' : 'lost-banner'}>
      {safe ? '' : t('crew.unsafe', { count: waiting })}
    </p>
  );
}

function keptName(one: Kept): string {
  if ('casualty' in one) return `${one.casualty} ${t(`casualtyPress.${one.what}`)}`;
  if ('methane' in one) return t('major.methane');
  return 'ride' in one ? t(`ride.${one.ride}`) : t(`milestone.${one.milestone}`);
}

function KeptButtons({ one }: { one: Kept }) {
  const { outbox } = useCrew();
  if (one.state === 'HELD')
    return (
      <button type="button" className="button" onClick={() => outbox.undo(one.id)}>
        {t('done.undo')}
      </button>
    );
  if (one.state === 'UNSENT') return null;
  return (
    <span className="choices">
      <button type="button" className="button" onClick={() => outbox.retry(one.id)}>
        {t('region.retry')}
      </button>
      <button type="button" className="button" onClick={() => outbox.dismiss(one.id)}>
        {t('crew.dismiss')}
      </button>
    </span>
  );
}
