import { useState } from 'react';
import type { Problem } from '../api/client';
import { Select, TextInput } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { t } from '../text';

interface Props {
  readonly title: string;
  readonly save: string;
  /** What may be chosen instead; none for a refusal. */
  readonly label?: string;
  readonly options?: readonly (readonly [string, string])[];
  readonly presets: readonly string[];
  readonly onDone: () => void;
  readonly onSave: (reason: string, chosen: string) => Promise<Problem | null>;
}

/** A proposal changed or refused: what instead, and why. Stands in the list, at its own row. */
export function AnswerForm({ title, save, label, options, presets, onDone, onSave }: Props) {
  const [reason, setReason] = useState('');
  const [picked, pick] = useState('');
  const chosen = options?.some(([id]) => id === picked) ? picked : (options?.[0]?.[0] ?? '');
  return (
    <FormFrame title={title} save={save} onCancel={onDone} onSave={() => onSave(reason, chosen)}>
      {(problemAt) => (
        <>
          {options && label && (
            <Select
              label={label}
              topic="instead"
              value={chosen}
              options={options}
              onChange={pick}
              required
            />
          )}
          <TextInput
            label={t('form.reason')}
            topic="reason"
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
