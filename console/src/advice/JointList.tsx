import { useEffect, useState } from 'react';
import type { Incident, Proposal } from '../api/contract';
import { PriorityMark } from '../design/PriorityMark';
import { placeName } from '../dispatch/actions';
import { may } from '../identity/abilities';
import { useConnection, useDesk, useModel, useShared } from '../picture/context';
import { t } from '../text';
import { span } from '../text/format';
import { AnswerForm } from './AnswerForm';
import { ProposalRow, type Answering } from './ProposalRow';

/** Units offered instead of the one proposed, at most: more than a person weighs against it. */
const OTHERS_MAX = 10;

/** Who should go where, for all who wait, the longest waiting of the most urgent first. */
export function JointList({ proposals }: { proposals: readonly Proposal[] }) {
  const incidents = useModel((model) => model.incidents);
  if (proposals.length === 0) return <p className="quiet">{t('plan.nobodyWaits')}</p>;
  return (
    <ol className="proposal-list">
      {proposals.map((one) => {
        const incident = incidents.get(one.incident);
        return incident && <Joint key={one.incident} proposal={one} incident={incident} />;
      })}
    </ol>
  );
}

function Joint({ proposal, incident }: { proposal: Proposal; incident: Incident }) {
  const { actions, scale, session } = useShared();
  const { dispatch } = useDesk();
  const live = useConnection() === 'LIVE';
  const units = useModel((model) => model.units);
  const [answering, setAnswering] = useState<Answering>(null);
  const unit = units.get(proposal.unit ?? '');
  const place = placeName(incident);
  const accept = () => {
    if (!unit) return;
    // A unit with a case never changes in silence: the redirect is confirmed with a reason.
    if (proposal.redirect) setAnswering('REDIRECT');
    else void actions.assign(incident, unit, unit.id, { kind: 'JOINT', reason: '' });
  };
  return (
    <ProposalRow
      label={`${incident.priority} ${place}`}
      blocked={!live || !may(session, 'DISPATCH')}
      onAccept={unit ? accept : null}
      onAnswer={setAnswering}
      form={
        answering &&
        unit && (
          <JointForm
            incident={incident}
            proposed={unit.id}
            answering={answering}
            onDone={() => setAnswering(null)}
          />
        )
      }
    >
      <span className="proposal-line">
        <PriorityMark code={incident.priority} scale={scale} />
        <button
          type="button"
          className="button small plain link"
          onClick={() => dispatch({ type: 'openIncident', id: incident.id })}
        >
          {place || t('list.noAddress')}
        </button>
        <b>{proposal.callSign ? `→ ${proposal.callSign}` : t('plan.nobody')}</b>
      </span>
      <span>{whyText(proposal)}</span>
      <span className="quiet">{t('list.waited', { age: span(proposal.waitedSeconds) })}</span>
    </ProposalRow>
  );
}

function whyText({ why, redirect, ownBestCallSign, extraSeconds }: Proposal): string {
  const taken = redirect ? ` ${t('plan.redirect')}` : '';
  switch (why) {
    case 'OWN_BEST':
      return t('plan.ownBest') + taken;
    case 'BEST_NEEDED_ELSEWHERE': {
      const values = { best: ownBestCallSign ?? '', extra: span(extraSeconds) };
      return t('plan.bestElsewhere', values) + taken;
    }
    case 'NOBODY_FIT':
      return t('plan.nobodyFit');
    case 'OTHERS_FIRST':
      return t('plan.othersFirst');
  }
}

interface FormProps {
  readonly incident: Incident;
  readonly proposed: string;
  readonly answering: Exclude<Answering, null>;
  readonly onDone: () => void;
}

function JointForm({ incident, proposed, answering, onDone }: FormProps) {
  const { actions, store } = useShared();
  const options = useOthers(incident.id, proposed, answering === 'CHANGE');
  const save = (reason: string, chosen: string) => {
    const unit = store.get().units.get(answering === 'CHANGE' ? chosen : proposed);
    if (answering === 'REFUSE' || !unit) return actions.refuseProposal(incident, proposed, reason);
    if (answering === 'REDIRECT') return actions.redirectAsProposed(unit, incident, reason);
    return actions.assign(incident, unit, proposed, { kind: 'JOINT', reason });
  };
  const titles = {
    CHANGE: t('plan.changeUnit'),
    REFUSE: t('plan.refuseUnit'),
    REDIRECT: t('plan.confirmRedirect'),
  };
  return (
    <AnswerForm
      title={titles[answering]}
      save={t(answering === 'REFUSE' ? 'plan.refuse' : 'form.assign')}
      presets={[t('reasonPreset.closer'), t('reasonPreset.higher'), t('plan.local')]}
      onDone={onDone}
      onSave={save}
      {...(answering === 'CHANGE' ? { label: t('unit.callSign'), options } : {})}
    />
  );
}

/** Other units that can be had at once for the case, the best first. */
function useOthers(incident: string, proposed: string, wanted: boolean) {
  const { client, region } = useShared();
  const [others, setOthers] = useState<readonly (readonly [string, string])[]>([]);
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    client.recommendation(region.code, incident).then(
      ({ units }) => {
        const fit = units.filter((one) => one.means === 'SEND' && one.unit !== proposed);
        const named = fit.slice(0, OTHERS_MAX).map((one) => {
          const time = one.arrivalSeconds == null ? '–' : span(one.arrivalSeconds);
          return [one.unit, `${one.callSign} · ${time}`] as const;
        });
        if (!gone) setOthers(named);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [client, region.code, incident, proposed, wanted]);
  return others;
}
