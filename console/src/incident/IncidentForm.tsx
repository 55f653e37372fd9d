import type { Incident } from '../api/contract';
import { useDesk, useShared } from '../picture/context';
import { t } from '../text';
import { ReasonForm } from '../design/ReasonForm';
import { CloseForm, DuplicateForm } from './EndForms';
import { TriageForm } from '../triage/TriageForm';
import { LocationForm } from './LocationForm';
import { PatientForm } from './Patients';
import { ContactForm, NoteForm, PriorityForm, ThreatForm } from './CareForms';

/** The form that is open on this case, if it is one of the case's own. */
export function IncidentForm({ incident }: { incident: Incident }) {
  const { desk } = useDesk();
  const { actions } = useShared();
  const { id } = incident;
  const form = desk.form;
  switch (form?.kind) {
    case 'contact':
      return <ContactForm incident={incident} />;
    case 'priority':
      return <PriorityForm incident={incident} />;
    case 'note':
      return <NoteForm incident={incident} />;
    case 'location':
      return <LocationForm incident={incident} />;
    case 'patient':
      return <PatientForm incident={incident} />;
    case 'threat':
      return <ThreatForm incident={incident} />;
    case 'duplicate':
      return <DuplicateForm incident={incident} />;
    case 'close':
      return <CloseForm incident={incident} outcome={form.outcome ?? 'TREATED_AND_LEFT'} />;
    case 'reopen':
      return (
        <ReasonForm
          title={t('form.reopenTitle')}
          onSave={(reason) => actions.onIncident(id, 'reopening', { reason }, t('done.reopened'))}
        />
      );
    case 'rejectDowngrade':
      return (
        <ReasonForm
          title={t('form.rejectTitle')}
          onSave={(reason) =>
            actions.onIncident(id, 'downgrade-rejection', { reason }, t('done.rejected'))
          }
        />
      );
    case 'withdraw': {
      const { threat } = form;
      return (
        <ReasonForm
          title={t('form.withdrawTitle')}
          onSave={(reason) =>
            actions.onIncident(id, 'threat-withdrawals', { threat, reason }, t('done.withdrawn'))
          }
        />
      );
    }
    case 'ask':
    case 'withdrawQuestion':
    case 'conclude':
    case 'referOn':
    case 'assessmentCar':
    case 'release':
    case 'carry':
    case 'cancelReferral':
      return <TriageForm incident={incident} form={form} />;
    case 'new':
    case 'ranking':
    case 'roads':
    case 'obstacle':
    case 'lift':
    case 'paper':
    case 'assign':
    case 'redirect':
    case 'standDown':
    case 'destination':
    case 'clear':
    case 'availability':
    case 'standby':
    case 'recall':
    case undefined:
      return null;
  }
}
