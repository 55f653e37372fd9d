import type { Incident, Question } from '../api/contract';
import { CommandButton } from '../commands/CommandButton';
import { useModel, useServerNow } from '../picture/context';
import { t, tCode } from '../text';
import { clockTime, countdown, when } from '../text/format';
import { secondsBetween } from '../model/time';
import { openQuestion, pendingReferral } from './triage';

/** The second stage of a case's triage: who assesses it, what the doctor says, where it goes. */
export function TriageSection({ incident }: { incident: Incident }) {
  const { triage } = incident;
  if (!triage) return null;
  return (
    <section className="triage" data-help="pane.triage" aria-labelledby="triage-title">
      <h3 id="triage-title">{t('triage.title')}</h3>
      <Held incident={incident} />
      <Referred incident={incident} />
      <ul className="lines">
        {triage.questions.toReversed().map((one) => (
          <QuestionLine key={one.number} question={one} />
        ))}
      </ul>
      {openQuestion(incident) && <CommandButton id="withdrawQuestion" className="button small" />}
    </section>
  );
}

function Held({ incident }: { incident: Incident }) {
  const { assessment, finding } = incident.triage ?? {};
  if (assessment)
    return (
      <p>
        <b>{t('triage.assessedBy', { by: assessment.by })}</b>{' '}
        <span className="quiet">
          {t('triage.until', { from: clockTime(assessment.at), to: clockTime(assessment.until) })}
        </span>
      </p>
    );
  if (!finding) return null;
  return (
    <p>
      <b className={finding.ambulance ? 'warn-ink' : ''}>
        {t(finding.ambulance ? 'triage.ambulance' : 'triage.waits')}
      </b>{' '}
      <span dir="auto">{finding.text}</span>{' '}
      <span className="quiet">
        {finding.by} {clockTime(finding.at)}
      </span>
    </p>
  );
}

function Referred({ incident }: { incident: Incident }) {
  const now = useServerNow();
  const referral = incident.triage?.referral;
  if (!referral) return null;
  const { plan, state } = referral;
  const facts = [
    plan.place,
    plan.bookedAt ? when(plan.bookedAt, now) : '',
    plan.advice,
    t('triage.ifWorse', { text: plan.ifWorse }),
    referral.acceptedBy ? t('triage.acceptedBy', { by: referral.acceptedBy }) : '',
    referral.toldTo ? t('triage.toldTo', { to: referral.toldTo }) : '',
  ];
  return (
    <div className="triage-referral">
      <p>
        <b className={state === 'PENDING' ? 'warn-ink' : ''}>
          {tCode('referralKind', plan.kind)}: {tCode('referralState', state)}
        </b>{' '}
        <span dir="auto">{facts.filter(Boolean).join(' · ')}</span>{' '}
        <span className="quiet">
          {referral.by} {clockTime(referral.at)}
        </span>
      </p>
      {pendingReferral(incident) && incident.phase !== 'CLOSED' && (
        <div className="choices">
          <CommandButton id="carry" className="button small first" />
          <CommandButton id="cancelReferral" className="button small" />
        </div>
      )}
    </div>
  );
}

function QuestionLine({ question }: { question: Question }) {
  const now = useServerNow();
  const units = useModel((model) => model.units);
  const { reply, state, unit } = question;
  const left = secondsBetween(now, Date.parse(question.answerBy));
  const approval = reply?.approved ? 'triage.approved' : 'triage.denied';
  return (
    <li>
      <time>{clockTime(question.at)}</time>
      <span dir="auto">
        {question.text}{' '}
        {unit && <b>{t('triage.asksFor', { unit: units.get(unit)?.callSign ?? unit })}</b>}
        <span className="quiet"> {question.by}</span>
        <br />
        {state === 'OPEN' && (
          <b className={left < 0 ? 'grave-ink' : ''}>
            {t(left < 0 ? 'triage.unanswered' : 'triage.awaits')} ({countdown(left)})
          </b>
        )}
        {state === 'WITHDRAWN' && <span className="quiet">{t('triage.withdrawn')}</span>}
        {reply && (
          <>
            <b>{t('triage.reply')}</b> {reply.advice}
            {reply.priority && ` · ${t('triage.proposes', { priority: reply.priority })}`}
            {unit && ` · ${t(approval)}`}
            <span className="quiet">
              {' '}
              {reply.by} {clockTime(reply.at)}
            </span>
          </>
        )}
      </span>
    </li>
  );
}
