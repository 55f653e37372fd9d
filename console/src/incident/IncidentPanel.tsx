import type { Incident } from '../api/contract';
import { CommandButton } from '../commands/CommandButton';
import type { CommandId } from '../commands/table';
import { useCommands } from '../commands/useCommands';
import { PriorityMark, priorityName } from '../design/PriorityMark';
import { AssignmentList } from '../dispatch/AssignmentList';
import { placeName } from '../dispatch/actions';
import { DispatchForm } from '../dispatch/DispatchForm';
import { SuggestionList } from '../dispatch/SuggestionList';
import { PanelHead } from '../design/PanelHead';
import { useDesk, useServerNow, useShared } from '../picture/context';
import { CaseNews, FieldMark } from '../presence/News';
import { t, tCode } from '../text';
import { clockTime, date } from '../text/format';
import { Facts } from './Facts';
import { IncidentForm } from './IncidentForm';
import { Contacts, Notes } from './Contacts';
import { ThreatText } from './ThreatText';
import { Patients } from './Patients';
import { IncidentLog } from './IncidentLog';
import { TriageSection } from '../triage/TriageSection';
import { TimesTable } from './TimesTable';

const OPEN_ACTIONS: readonly CommandId[] = [
  'contact',
  'priority',
  'location',
  'patient',
  'note',
  'threat',
  'askDoctor',
  'destination',
  'clear',
  'standDown',
  'duplicate',
  'close',
  'majorDeclare',
];

/** One case: what it is, what threatens, who comes, what has been done. */
export function IncidentPanel({ incident }: { incident: Incident }) {
  const { desk } = useDesk();
  const { past } = useShared();
  const closed = incident.phase === 'CLOSED';
  return (
    <article className="case" aria-labelledby="case-title">
      <Head incident={incident} />
      <div className="case-scroll">
        <CaseNews incident={incident} />
        <Threats incident={incident} />
        <Pending incident={incident} />
        {desk.form && <IncidentForm key={formKey(desk.form)} incident={incident} />}
        {desk.form && <DispatchForm key={`d${formKey(desk.form)}`} incident={incident} />}
        <Facts incident={incident} />
        {!closed && !past && <SuggestionList incident={incident} />}
        <AssignmentList incident={incident} />
        <TriageSection incident={incident} />
        <Patients incident={incident} />
        <Contacts incident={incident} />
        <Notes incident={incident} />
        <TimesTable incident={incident} />
        <IncidentLog incident={incident} />
        <Printed />
      </div>
      <div className="case-actions" role="toolbar" aria-label={t('case.more')}>
        {closed ? (
          <CommandButton id="reopen" className="button small" brief />
        ) : (
          OPEN_ACTIONS.map((id) => (
            <CommandButton key={id} id={id} className="button small" brief />
          ))
        )}
        <CommandButton id="print" className="button small" brief />
      </div>
    </article>
  );
}

function formKey(form: object): string {
  return JSON.stringify(form);
}

function Head({ incident }: { incident: Incident }) {
  const { scale } = useShared();
  const line = [
    priorityName(incident.priority, scale),
    incident.location.municipality,
    t(`phase.${incident.phase}`),
  ];
  return (
    <PanelHead
      titleId="case-title"
      mark={<PriorityMark code={incident.priority} scale={scale} />}
      title={placeName(incident)}
    >
      {line.filter(Boolean).join(' · ')}
      {' · '}
      <span className="case-id">{incident.id}</span>{' '}
      <FieldMark incident={incident} field="priority" />{' '}
      <FieldMark incident={incident} field="phase" />
    </PanelHead>
  );
}

function Threats({ incident }: { incident: Incident }) {
  const { dispatch } = useDesk();
  const now = useServerNow();
  const { threats } = incident;
  if (threats.length === 0) return null;
  return (
    <section className="threats" data-help="pane.threat" aria-label={t('case.threats')}>
      {threats.map((threat) => (
        <div key={threat.id} className="threat">
          <ThreatText threat={threat} now={now} />
          <FieldMark incident={incident} field="threats" />
          {incident.phase !== 'CLOSED' && (
            <button
              type="button"
              className="button small"
              onClick={() =>
                dispatch({ type: 'openForm', form: { kind: 'withdraw', threat: threat.id } })
              }
            >
              {t('case.withdraw')}
            </button>
          )}
        </div>
      ))}
    </section>
  );
}

/** A proposed downgrade; whoever proposed it is told that somebody else must confirm. */
function Pending({ incident }: { incident: Incident }) {
  const { me } = useCommands();
  const pending = incident.pendingDowngrade;
  if (!pending) return null;
  const { to, by, reason } = pending;
  return (
    <section className="pending" aria-label={t('command.confirmDowngrade')}>
      <p>{t('case.pending', { to, by, reason, time: clockTime(pending.at) })}</p>
      {by === me && <p className="warn-ink">{t('case.pendingOwn')}</p>}
      <div className="choices">
        {by !== me && (
          <CommandButton id="confirmDowngrade" className="button first" text={t('form.confirm')} />
        )}
        <CommandButton id="rejectDowngrade" className="button" />
      </div>
    </section>
  );
}

function Printed() {
  const { session, region } = useShared();
  const now = useServerNow();
  const time = `${date(now)} ${clockTime(now)}`;
  const name = `${session.displayName} (${session.username})`;
  return <p className="print-only">{t('case.printed', { time, name, region: region.name })}</p>;
}

export function outcomeText(incident: Incident): string {
  const { outcome } = incident;
  if (!outcome) return '';
  return [tCode('outcome', outcome.kind), outcome.text].filter(Boolean).join(' – ');
}
