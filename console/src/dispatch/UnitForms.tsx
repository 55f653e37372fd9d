import { useState } from 'react';
import { Choice } from '../design/Choices';
import { Select } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { ReasonForm } from '../design/ReasonForm';
import { OutcomeFields, type Ending } from '../incident/OutcomeFields';
import { useCommands } from '../commands/useCommands';
import { useDesk, useModel, useShared } from '../picture/context';
import { t } from '../text';
import { destinationName } from './destination';

export interface UnitFormProps {
  /** The assignment the form starts with. */
  readonly assignment: string;
}

/** Which of the case's units the form is about: chosen when there are several. */
function useUnit(first: string) {
  const { dispatch } = useDesk();
  const { open } = useCommands();
  const units = useModel((model) => model.units);
  const [chosen, choose] = useState(first);
  const name = (unit: string) => units.get(unit)?.callSign ?? unit;
  const given = open.find((one) => one.id === chosen);
  return {
    assignment: chosen,
    given,
    callSign: given ? name(given.unit) : '',
    close: () => dispatch({ type: 'closeForm' }),
    choice: open.length > 1 && (
      <Choice
        label={t('unit.callSign')}
        topic="chosenUnit"
        value={chosen}
        options={open.map((one) => [one.id, name(one.unit)])}
        onChange={choose}
      />
    ),
  };
}

export function StandDownForm(props: UnitFormProps) {
  const { actions } = useShared();
  const { assignment, callSign, choice } = useUnit(props.assignment);
  return (
    <ReasonForm
      title={t('form.standDownTitle', { callSign })}
      save={t('form.standDownConfirm')}
      grave
      likely={t('reasonPreset.notNeeded')}
      onSave={(reason) => actions.standDown(assignment, reason, t('done.stoodDown', { callSign }))}
    >
      {choice}
    </ReasonForm>
  );
}

/** Where the patient goes; the hospitals of the region in its own order. */
export function DestinationForm(props: UnitFormProps) {
  const { actions, region } = useShared();
  const { assignment, given, callSign, close, choice } = useUnit(props.assignment);
  const [facility, setFacility] = useState(given?.destination ?? region.destinations[0]?.id ?? '');
  return (
    <FormFrame
      title={t('form.destinationTitle', { callSign })}
      save={t('form.save')}
      onCancel={close}
      onSave={() =>
        actions.onAssignment(assignment, 'destination', { facility }, t('done.destination'))
      }
    >
      {(problemAt) => (
        <>
          {choice}
          <Select
            label={t('form.facility')}
            topic="facility"
            value={facility}
            options={region.destinations.map((one) => [one.id, destinationName(one, region)])}
            onChange={setFacility}
            error={problemAt('facility')}
            required
          />
        </>
      )}
    </FormFrame>
  );
}

/** The crew is done: how it ended is said once, here, and closes the case with its last unit. */
export function ClearForm(props: UnitFormProps) {
  const { actions } = useShared();
  const { assignment, given, callSign, close, choice } = useUnit(props.assignment);
  const [ending, setEnding] = useState<Ending>({
    outcome: given?.times.loadedAt ? 'CONVEYED' : 'TREATED_AND_LEFT',
    text: '',
  });
  const save = () => {
    const body = { milestone: 'CLEAR' as const, ...ending };
    return actions.onAssignment(assignment, 'milestones', body, t('done.cleared', { callSign }));
  };
  return (
    <FormFrame
      title={t('form.clearTitle', { callSign })}
      save={t('form.clear')}
      onCancel={close}
      onSave={save}
    >
      {(problemAt) => (
        <>
          {choice}
          <OutcomeFields ending={ending} onChange={setEnding} problemAt={problemAt} />
        </>
      )}
    </FormFrame>
  );
}
