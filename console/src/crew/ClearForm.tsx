import { useState, type SubmitEvent } from 'react';
import type { Outcome } from '../api/contract';
import { Choice } from '../design/Choices';
import { TextInput } from '../design/Fields';
import { t } from '../text';

/** How it ended for the patient. */
export interface Ending {
  readonly outcome: Outcome['kind'];
  readonly text: string;
}

const OUTCOMES = ['TREATED_AND_LEFT', 'REFERRED', 'CANCELLED'] as const;
type Kind = (typeof OUTCOMES)[number];
/** Where to, and why: the server wants words for these. */
const TEXT_NEEDED: readonly Kind[] = ['REFERRED', 'CANCELLED'];
const TEXT_MAX = 500;

interface Props {
  readonly onClear: (ending: Ending) => void;
  readonly onCancel: () => void;
}

/** Clear without a patient on board: the case closes with the outcome that the crew gives. */
export function ClearForm({ onClear, onCancel }: Props) {
  const [outcome, setOutcome] = useState<Kind>('TREATED_AND_LEFT');
  const [text, setText] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onClear({ outcome, text });
  };
  return (
    <form className="stack crew-form" onSubmit={submit} aria-label={t('crew.clearTitle')}>
      <Choice
        label={t('form.outcome')}
        value={outcome}
        options={OUTCOMES.map((one) => [one, t(`outcome.${one}`)])}
        onChange={setOutcome}
      />
      <TextInput
        label={t('form.text')}
        value={text}
        onChange={setText}
        required={TEXT_NEEDED.includes(outcome)}
        maxLength={TEXT_MAX}
      />
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
