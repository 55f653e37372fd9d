import { useState } from 'react';
import type { Proposal } from '../api/contract';
import { may } from '../identity/abilities';
import { useConnection, useShared } from '../picture/context';
import { t } from '../text';
import { clockTime } from '../text/format';
import { JointList } from './JointList';
import { MoveList } from './MoveList';
import { TakeOverList } from './TakeOverList';
import { useCover, useProposals } from './useAdvice';

/** What is proposed: units for all who wait, and moves that better the cover. */
export function PlanPane() {
  const { answer: plan, failed } = useProposals();
  const { answer: cover } = useCover();
  return (
    <div className="plan" id="list-plan" tabIndex={-1}>
      <h2>
        {t('plan.joint')}{' '}
        {plan && <span className="quiet">{t('case.computed', at(plan.computedAt))}</span>}
        {plan && <AcceptAll proposals={plan.proposals} />}
      </h2>
      {failed && <p className="warn-ink">{t('case.nearestFailed')}</p>}
      {plan && <JointList proposals={plan.proposals} />}
      {plan && plan.left > 0 && <p className="warn-ink">{t('plan.left', { count: plan.left })}</p>}
      {plan && <TakeOverList takeOvers={plan.takeOvers} />}
      <h2>{t('plan.moves')}</h2>
      {cover && <MoveList moves={cover.moves} />}
    </div>
  );
}

const at = (computedAt: string) => ({ time: clockTime(computedAt) });

/**
 * Accepts every proposal that takes no unit from another case, in their order. Each is a command
 * and an entry of its own, so that one refused by the server stops none of the others.
 */
function AcceptAll({ proposals }: { proposals: readonly Proposal[] }) {
  const { actions, session, store } = useShared();
  const live = useConnection() === 'LIVE';
  const [busy, setBusy] = useState(false);
  const ready = proposals.filter((one) => one.unit && !one.redirect);
  if (ready.length < 2 || !may(session, 'DISPATCH')) return null;
  const accept = async () => {
    setBusy(true);
    for (const one of ready) {
      const incident = store.get().incidents.get(one.incident);
      const unit = store.get().units.get(one.unit ?? '');
      if (incident && unit)
        await actions.assign(incident, unit, unit.id, { kind: 'JOINT', reason: '' });
    }
    setBusy(false);
  };
  return (
    <button
      type="button"
      className="button small"
      disabled={busy || !live}
      onClick={() => void accept()}
    >
      {t('plan.acceptAll', { count: ready.length })}
    </button>
  );
}
