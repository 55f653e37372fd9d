import { useState, type SubmitEvent } from 'react';
import { OutcomeFields, type Ending } from '../incident/OutcomeFields';
import { t } from '../text';

interface Props {
  readonly onClear: (ending: Ending) => void;
  readonly onCancel: () => void;
}

const NO_PROBLEM = () => '';

/** Clear without a patient on board: the case closes with the outcome that the crew gives. */
export function ClearForm({ onClear, onCancel }: Props) {
  const [ending, setEnding] = useState<Ending>({ outcome: 'TREATED_AND_LEFT', text: '' });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onClear(ending);
  };
  return (
    <form className="stack crew-form" onSubmit={submit} aria-label={t('crew.clearTitle')}>
      <OutcomeFields ending={ending} onChange={setEnding} problemAt={NO_PROBLEM} />
      <div className="crew-row">
        <button type="submit" className="button first crew-next">
          {t('step.CLEAR')}
        </button>
        <button type="button" className="button crew-more" onClick={onCancel}>
          {t('form.cancel')}
        </button>
      </div>
    </form>
  );
}
