import { useState, type ReactNode } from 'react';
import type { Problem } from '../api/client';
import { useDesk } from '../picture/context';
import { t } from '../text';
import { TextInput } from './Fields';
import { FormFrame } from './FormFrame';

interface Props {
  readonly title: string;
  /** What the button that does it says; "confirm" when nothing else is given. */
  readonly save?: string;
  readonly grave?: boolean;
  /** A likely reason, to be accepted or written over. */
  readonly likely?: string;
  readonly presets?: readonly string[];
  readonly onSave: (reason: string) => Promise<Problem | null>;
  /** What else there is to see or choose, above the reason. */
  readonly children?: ReactNode;
}

/** A command that needs nothing but a reason for the journal. */
export function ReasonForm(props: Props) {
  const { desk, dispatch } = useDesk();
  const [opened] = useState(desk.form);
  const [reason, setReason] = useState(props.likely ?? '');
  return (
    <FormFrame
      title={props.title}
      save={props.save ?? t('form.confirm')}
      grave={props.grave ?? false}
      onCancel={() => dispatch({ type: 'closeForm', form: opened })}
      onSave={() => props.onSave(reason)}
    >
      {(problemAt) => (
        <>
          {props.children}
          <TextInput
            label={t('form.reason')}
            topic="reason"
            value={reason}
            onChange={setReason}
            error={problemAt('reason')}
            {...(props.presets ? { list: props.presets } : {})}
            required
          />
        </>
      )}
    </FormFrame>
  );
}
