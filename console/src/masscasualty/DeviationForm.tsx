import { useEffect, useState } from 'react';
import { FormFrame } from '../design/FormFrame';
import { useShared } from '../picture/context';
import { t } from '../text';
import { majorPath } from './acts';
import type { DeviationCost, MajorIncident } from './contract';
import { costText } from './distribution';
import { HospitalSelect } from './HospitalForms';
import { Reason } from './PlaceForms';
import { facilityName, hospitalName } from './words';

/** Somebody for whom another hospital than the proposed one is thought of. */
export interface Deviating {
  readonly tag: string;
  readonly proposed: string;
}

interface Props {
  readonly major: MajorIncident;
  readonly proposal: string;
  readonly deviating: Deviating;
  readonly onClose: () => void;
}

/** Another hospital than the one proposed: what it costs is said before it is decided, with why. */
export function DeviationForm({ major, proposal: shown, deviating, onClose }: Props) {
  const { actions, region } = useShared();
  // The one that was on the page when the form was opened: that is what is deviated from.
  const [proposal] = useState(shown);
  const [facility, setFacility] = useState('');
  const [reason, setReason] = useState('');
  const [beyond, setBeyond] = useState(false);
  const { tag, proposed } = deviating;
  const cost = useCost(major, tag, facility === proposed ? '' : facility);
  const noRoom = typeof cost === 'object' && cost !== null && cost.dearerMinutes === undefined;
  const save = () => {
    const decision = { tag, facility, reason, beyond: noRoom && beyond };
    const body = { proposal, decisions: [decision] };
    const name = facilityName(region, facility);
    const done = t('distribution.deviated', { tag, name });
    return actions.onMajor(majorPath(major, 'distribution/decisions'), body, done);
  };
  return (
    <FormFrame
      title={t('distribution.deviateTitle', { tag, name: hospitalName(region, proposed) })}
      save={t('major.send')}
      onCancel={onClose}
      onSave={save}
    >
      {(problemAt) => (
        <>
          <HospitalSelect
            value={facility}
            onChange={setFacility}
            proposed={proposed}
            error={problemAt('facility')}
          />
          <p role="status" className={noRoom ? 'warn-ink' : ''}>
            {wordsOf(cost)}
          </p>
          {noRoom && (
            <label className="check warn-ink" data-help="field.beyond">
              <input
                type="checkbox"
                checked={beyond}
                onChange={(event) => setBeyond(event.target.checked)}
              />
              {t('major.beyond')}
            </label>
          )}
          <Reason value={reason} onChange={setReason} error={problemAt('reason')} />
        </>
      )}
    </FormFrame>
  );
}

type Cost = DeviationCost | 'ASKING' | 'LOST' | null;

function wordsOf(cost: Cost): string {
  if (cost === null) return '';
  if (cost === 'ASKING') return t('distribution.deviateAsking');
  if (cost === 'LOST') return t('problem.noAnswer');
  const { dearerMinutes, minutes } = cost;
  if (dearerMinutes === undefined || minutes === undefined) return t('distribution.deviateNone');
  return t('distribution.deviateCost', { cost: costText(dearerMinutes), minutes });
}

/** What the server reckons that it costs; null while no other hospital is chosen. */
function useCost(major: MajorIncident, tag: string, facility: string): Cost {
  const { client, region } = useShared();
  const [told, setTold] = useState<{ facility: string; cost: Cost } | null>(null);
  const path = majorPath(major, 'distribution/deviation');
  useEffect(() => {
    if (facility === '') return;
    let gone = false;
    const keep = (cost: Cost) => gone || setTold({ facility, cost });
    const asked = new URLSearchParams({ tag, facility }).toString();
    client.read<DeviationCost>(region.code, `major-incidents/${path}?${asked}`).then(keep, () => {
      keep('LOST');
    });
    return () => {
      gone = true;
    };
  }, [client, region.code, path, tag, facility]);
  if (facility === '') return null;
  return told?.facility === facility ? told.cost : 'ASKING';
}
