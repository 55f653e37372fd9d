import type { Incident } from '../api/contract';
import { useDesk } from '../picture/context';
import { CloseForm, DuplicateForm, ReasonForm } from './EndForms';
import { ContactForm, NoteForm, PriorityForm, ThreatForm } from './CareForms';

/** The form that is open on this case, if it is one of the case's own. */
export function IncidentForm({ incident }: { incident: Incident }) {
  const { desk } = useDesk();
  const form = desk.form;
  switch (form?.kind) {
    case 'contact':
      return <ContactForm incident={incident} />;
    case 'priority':
      return <PriorityForm incident={incident} />;
    case 'note':
      return <NoteForm incident={incident} />;
    case 'threat':
      return <ThreatForm incident={incident} />;
    case 'duplicate':
      return <DuplicateForm incident={incident} />;
    case 'close':
      return <CloseForm incident={incident} />;
    case 'reopen':
      return (
        <ReasonForm incident={incident} title="form.reopenTitle" path="reopening" done="reopened" />
      );
    case 'rejectDowngrade':
      return (
        <ReasonForm
          incident={incident}
          title="form.rejectTitle"
          path="downgrade-rejection"
          done="rejected"
        />
      );
    case 'withdraw':
      return (
        <ReasonForm
          incident={incident}
          title="form.withdrawTitle"
          path="threat-withdrawals"
          done="withdrawn"
          extra={{ threat: form.threat }}
        />
      );
    case 'new':
    case 'assign':
    case 'redirect':
    case 'standDown':
    case 'destination':
    case 'availability':
    case undefined:
      return null;
  }
}
