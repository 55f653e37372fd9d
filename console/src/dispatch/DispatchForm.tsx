import { useMemo, useState } from 'react';
import type { Incident, Unit } from '../api/contract';
import { useCommands } from '../commands/useCommands';
import { Select, TextInput } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { PriorityMark } from '../design/PriorityMark';
import { caseOf } from '../fleet/caseOf';
import { LETTERS } from '../fleet/letters';
import { compare } from '../model/lists';
import { useDesk, useModel, useShared } from '../picture/context';
import { t, tCode } from '../text';
import { placeName } from './actions';
import { destinationName } from './destination';

/** The form about units that is open on this case, if any. */
export function DispatchForm({ incident }: { incident: Incident }) {
  const { desk } = useDesk();
  const form = desk.form;
  const units = useModel((model) => model.units);
  const assignments = useModel((model) => model.assignments);
  if (form?.kind === 'assign') return <AssignForm />;
  if (form?.kind === 'redirect') {
    const unit = units.get(form.unit);
    return unit ? <RedirectForm unit={unit} to={incident} /> : null;
  }
  if (form?.kind !== 'standDown' && form?.kind !== 'destination') return null;
  const unit = units.get(assignments.get(form.assignment)?.unit ?? '');
  const props = { assignment: form.assignment, callSign: unit?.callSign ?? '' };
  return form.kind === 'standDown' ? <StandDownForm {...props} /> : <DestinationForm {...props} />;
}

function useClose() {
  const { dispatch } = useDesk();
  return () => dispatch({ type: 'closeForm' });
}

/** Any unit by its number; one that is busy leads on to the redirect. */
function AssignForm() {
  const commands = useCommands();
  const close = useClose();
  const units = useModel((model) => model.units);
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  const names = useMemo(() => unitNames(units.values()), [units]);
  const save = () => {
    const unit = names.get(text.trim().split(' ')[0] ?? '');
    // Assigning closes this form by itself, or puts the redirect's form in its place.
    if (unit) commands.assign(unit);
    else setError(t('unit.noMatch'));
    return 'STAY' as const;
  };
  return (
    <FormFrame title={t('form.assignTitle')} save={t('form.assign')} onCancel={close} onSave={save}>
      {() => (
        <TextInput
          label={t('form.assignFilter')}
          value={text}
          onChange={setText}
          error={error}
          list={[...names.values()].map(unitLine)}
          required
        />
      )}
    </FormFrame>
  );
}

function unitLine(unit: Unit): string {
  return `${unit.callSign} ${LETTERS[unit.status]} ${tCode('kind', unit.kind)}`;
}

function unitNames(units: Iterable<Unit>): Map<string, Unit> {
  const sorted = [...units].sort((a, b) => compare(a.callSign, b.callSign));
  return new Map(sorted.map((one) => [one.callSign, one]));
}

interface RedirectProps {
  readonly unit: Unit;
  readonly to: Incident;
}

/** A busy unit never loses its case silently: the case that loses it is shown and named. */
function RedirectForm({ unit, to }: RedirectProps) {
  const { actions, scale } = useShared();
  const close = useClose();
  const assignments = useModel((model) => model.assignments);
  const incidents = useModel((model) => model.incidents);
  const [reason, setReason] = useState(t('reasonPreset.closer'));
  const from = caseOf(unit, assignments, incidents);
  const left = [...assignments.values()].filter(
    (one) => one.incident === from?.id && one.state === 'OPEN' && one.unit !== unit.id,
  ).length;
  const { callSign } = unit;
  const presets = [t('reasonPreset.closer'), t('reasonPreset.higher')];
  return (
    <FormFrame
      title={t('form.redirectTitle', { callSign })}
      save={t('form.redirectConfirm')}
      grave
      onCancel={close}
      onSave={() => actions.redirect(unit, to, reason)}
    >
      {(problemAt) => (
        <>
          <p>{t('form.redirectLoses', { callSign })}</p>
          {from && (
            <p className="loses">
              <PriorityMark code={from.priority} scale={scale} />
              <b dir="auto">{placeName(from)}</b> <span className="quiet">{from.id}</span>
            </p>
          )}
          <p className={left === 0 ? 'grave-ink' : ''}>
            {left === 0 ? t('form.redirectLast') : t('form.redirectLeft', { count: left })}
          </p>
          <p>{t('form.redirectTo')}</p>
          <p className="loses">
            <PriorityMark code={to.priority} scale={scale} />
            <b dir="auto">{placeName(to)}</b> <span className="quiet">{to.id}</span>
          </p>
          <TextInput
            label={t('form.reason')}
            value={reason}
            onChange={setReason}
            error={problemAt('reason')}
            list={presets}
            required
          />
        </>
      )}
    </FormFrame>
  );
}

interface AssignmentProps {
  readonly assignment: string;
  readonly callSign: string;
}

function StandDownForm({ assignment, callSign }: AssignmentProps) {
  const { actions } = useShared();
  const close = useClose();
  const [reason, setReason] = useState(t('reasonPreset.notNeeded'));
  return (
    <FormFrame
      title={t('form.standDownTitle', { callSign })}
      save={t('form.standDownConfirm')}
      grave
      onCancel={close}
      onSave={() => actions.standDown(assignment, reason, t('done.stoodDown', { callSign }))}
    >
      {(problemAt) => (
        <TextInput
          label={t('form.reason')}
          value={reason}
          onChange={setReason}
          error={problemAt('reason')}
          required
        />
      )}
    </FormFrame>
  );
}

function DestinationForm({ assignment, callSign }: AssignmentProps) {
  const { actions, region } = useShared();
  const close = useClose();
  const [facility, setFacility] = useState(region.destinations[0]?.id ?? '');
  return (
    <FormFrame
      title={t('form.destinationTitle', { callSign })}
      save={t('form.save')}
      onCancel={close}
      onSave={() =>
        actions.onAssignment(assignment, 'destination', { facility }, t('done.destination'))
      }
    >
      {() => (
        <Select
          label={t('form.facility')}
          value={facility}
          options={region.destinations.map((one) => [one.id, destinationName(one, region)])}
          onChange={setFacility}
          required
        />
      )}
    </FormFrame>
  );
}
