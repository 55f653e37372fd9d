import { useModel, useDesk } from '../picture/context';
import { UnitPanel } from '../fleet/UnitPanel';
import type { Form } from '../picture/desk';
import { t } from '../text';
import { IncidentPanel } from './IncidentPanel';
import { NewIncidentForm } from './NewIncidentForm';
import { RoadPanel } from '../road/RoadPanel';
import { PaperForm } from './PaperForm';

/** The right side: a new case, a unit or a case, whichever was asked for last. */
export function Panel() {
  const { desk, dispatch } = useDesk();
  const incident = useModel((model) => model.incidents.get(desk.incident ?? ''));
  const unit = useModel((model) => model.units.get(desk.unit ?? ''));
  return (
    <section
      className="pane panel"
      data-help="pane.case"
      aria-label={t('case.title')}
      tabIndex={-1}
    >
      {desk.form?.kind === 'new' ? (
        <NewIncidentForm />
      ) : desk.form?.kind === 'paper' ? (
        <PaperForm />
      ) : isRoad(desk.form) ? (
        <RoadPanel />
      ) : unit ? (
        <UnitPanel key={unit.id} unit={unit} />
      ) : incident ? (
        <IncidentPanel key={incident.id} incident={incident} />
      ) : (
        <div className="empty">
          <p>{desk.incident ? t('case.gone') : t('case.empty')}</p>
          {desk.incident && (
            <button type="button" className="button" onClick={() => dispatch({ type: 'back' })}>
              {t('case.close')}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

function isRoad(form: Form | null): boolean {
  return form?.kind === 'roads' || form?.kind === 'obstacle' || form?.kind === 'lift';
}
