import { Choice } from '../design/Choices';
import { TextInput } from '../design/Fields';
import { t } from '../text';

const OUTCOMES = ['CONVEYED', 'TREATED_AND_LEFT', 'REFERRED', 'CANCELLED'] as const;
/** Where to, and why: these ends say nothing without words. */
const TEXT_NEEDED: readonly Ending['outcome'][] = ['REFERRED', 'CANCELLED'];

/** How a case or a unit's part of it ended. */
export interface Ending {
  readonly outcome: (typeof OUTCOMES)[number];
  readonly text: string;
}

interface Props {
  readonly ending: Ending;
  readonly onChange: (ending: Ending) => void;
  readonly problemAt: (field: string) => string;
}

export function OutcomeFields({ ending, onChange, problemAt }: Props) {
  return (
    <>
      <Choice
        label={t('form.outcome')}
        topic="outcome"
        value={ending.outcome}
        options={OUTCOMES.map((one) => [one, t(`outcome.${one}`)])}
        onChange={(outcome) => onChange({ ...ending, outcome })}
      />
      <TextInput
        label={t('form.text')}
        topic="outcomeText"
        value={ending.text}
        onChange={(text) => onChange({ ...ending, text })}
        error={problemAt('text') || problemAt('outcome')}
        required={TEXT_NEEDED.includes(ending.outcome)}
        maxLength={500}
        lines
      />
    </>
  );
}
