import { useState } from 'react';
import type { Incident, TakeOverProposal } from '../api/contract';
import { PriorityMark } from '../design/PriorityMark';
import { placeName } from '../dispatch/actions';
import { may } from '../identity/abilities';
import { useConnection, useModel, useShared } from '../picture/context';
import { t } from '../text';
import { span } from '../text/format';
import { AnswerForm } from './AnswerForm';
import { ProposalRow } from './ProposalRow';

/** Cases whose unit, still on its way, one that has just become free should relieve. */
export function TakeOverList({ takeOvers }: { takeOvers: readonly TakeOverProposal[] }) {
  const incidents = useModel((model) => model.incidents);
  if (takeOvers.length === 0) return null;
  return (
    <>
      <h2>{t('plan.takeOvers')}</h2>
      <ol className="proposal-list">
        {takeOvers.map((one) => {
          const incident = incidents.get(one.incident);
          return incident && <TakeOver key={one.incident} one={one} incident={incident} />;
        })}
      </ol>
    </>
  );
}

function TakeOver({ one, incident }: { one: TakeOverProposal; incident: Incident }) {
  const { actions, scale, session } = useShared();
  const live = useConnection() === 'LIVE';
  const unit = useModel((model) => model.units.get(one.unit));
  const [refusing, setRefusing] = useState(false);
  const names = { callSign: one.callSign, other: one.insteadCallSign };
  return (
    <ProposalRow
      label={t('plan.takeOver', names)}
      blocked={!live || !may(session, 'DISPATCH')}
      changeable={false}
      onAccept={unit ? () => void actions.takeOver(incident, unit, one) : null}
      onAnswer={(how) => setRefusing(how === 'REFUSE')}
      form={
        refusing && (
          <AnswerForm
            title={t('plan.refuseUnit')}
            save={t('plan.refuse')}
            presets={[t('plan.local'), t('plan.crewBusy')]}
            onDone={() => setRefusing(false)}
            onSave={(reason) => actions.refuseProposal(incident, one.unit, reason)}
          />
        )
      }
    >
      <span className="proposal-line">
        <PriorityMark code={incident.priority} scale={scale} />
        {placeName(incident) || t('list.noAddress')}
        <b>{t('plan.takeOver', names)}</b>
      </span>
      <span>
        {t('plan.takeOverWhy', {
          ...names,
          arrival: span(one.arrivalSeconds),
          left: span(one.leftSeconds),
        })}
        {one.inTime && ` ${t('plan.takeOverInTime')}`}
      </span>
    </ProposalRow>
  );
}
