import { useMemo, useState } from 'react';
import type { Incident, Unit } from '../api/contract';
import { useCommands } from '../commands/useCommands';
import { TextInput } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { ReasonForm } from '../design/ReasonForm';
import { PriorityMark } from '../design/PriorityMark';
import { caseOf } from '../fleet/caseOf';
import { LETTERS } from '../fleet/letters';
import { compare } from '../model/lists';
import { useDesk, useModel, useShared } from '../picture/context';
import { MeanwhileNews } from '../presence/News';
import { useMeanwhile } from '../presence/useMeanwhile';
import { t, tCode } from '../text';
import { placeName } from './actions';
import { RankingReasons } from './RankingReasons';
import { ClearForm, DestinationForm, StandDownForm } from './UnitForms';

/** The form about units that is open on this case, if any. */
export function DispatchForm({ incident }: { incident: Incident }) {
  const { desk } = useDesk();
  const form = desk.form;
  const units = useModel((model) => model.units);
  if (form?.kind === 'assign') return <AssignForm />;
  if (form?.kind === 'ranking') return <RankingReasons incident={incident} />;
  if (form?.kind === 'redirect') {
    const unit = units.get(form.unit);
    return unit ? <RedirectForm unit={unit} to={incident} /> : null;
  }
  if (form?.kind === 'standDown') return <StandDownForm assignment={form.assignment} />;
  if (form?.kind === 'destination') return <DestinationForm assignment={form.assignment} />;
  if (form?.kind === 'clear') return <ClearForm assignment={form.assignment} />;
  return null;
}

/** Any unit by its number; one that is busy leads on to the redirect. */
function AssignForm() {
  const commands = useCommands();
  const { dispatch } = useDesk();
  const close = () => dispatch({ type: 'closeForm' });
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
          topic="unitFilter"
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
  const { actions } = useShared();
  const assignments = useModel((model) => model.assignments);
  const incidents = useModel((model) => model.incidents);
  const from = caseOf(unit, assignments, incidents);
  const left = [...assignments.values()].filter(
    (one) => one.incident === from?.id && one.state === 'OPEN' && one.unit !== unit.id,
  ).length;
  const { callSign } = unit;
  const meanwhile = useMeanwhile(to);
  const presets = [t('reasonPreset.closer'), t('reasonPreset.higher')];
  return (
    <ReasonForm
      title={t('form.redirectTitle', { callSign })}
      save={t('form.redirectConfirm')}
      grave
      likely={t('reasonPreset.closer')}
      presets={presets}
      onSave={(reason) => actions.redirect(unit, to, reason)}
    >
      <MeanwhileNews of={meanwhile} />
      <p>{t('form.redirectLoses', { callSign })}</p>
      {from && <CaseLine incident={from} />}
      <p className={left === 0 ? 'grave-ink' : ''}>
        {left === 0 ? t('form.redirectLast') : t('form.redirectLeft', { count: left })}
      </p>
      <p>{t('form.redirectTo')}</p>
      <CaseLine incident={to} />
    </ReasonForm>
  );
}

function CaseLine({ incident }: { incident: Incident }) {
  const { scale } = useShared();
  return (
    <p className="loses">
      <PriorityMark code={incident.priority} scale={scale} />
      <b dir="auto">{placeName(incident)}</b> <span className="quiet">{incident.id}</span>
    </p>
  );
}
