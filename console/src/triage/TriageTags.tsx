import type { Incident } from '../api/contract';
import { t } from '../text';
import { assessedBy, openQuestion, pendingReferral } from './triage';

/** What the second stage of triage says of a case in a list: who has it, and what is awaited. */
export function TriageTags({ incident }: { incident: Incident }) {
  const by = assessedBy(incident);
  const asked = openQuestion(incident);
  const referral = pendingReferral(incident);
  return (
    <>
      {by !== null && <Tag mark={`◉ ${by}`} says={t('triage.assessedBy', { by })} />}
      {asked && (
        <Tag
          mark="?"
          says={t(asked.lapsedAt ? 'triage.unanswered' : 'triage.awaits')}
          tone={asked.lapsedAt ? 'warn' : ''}
        />
      )}
      {referral && <Tag mark="→" says={t('triage.pending')} />}
      {incident.triage?.finding?.ambulance && incident.phase === 'WAITING' && (
        <Tag mark="!" says={t('triage.ambulance')} tone="warn" />
      )}
    </>
  );
}

function Tag({ mark, says, tone = '' }: { mark: string; says: string; tone?: string }) {
  return (
    <span className={`tag ${tone}`} title={says}>
      <span aria-hidden>{mark}</span>
      <span className="unseen">{says}</span>
    </span>
  );
}
