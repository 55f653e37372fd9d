import { useState, type SubmitEvent } from 'react';
import { Button } from 'react-aria-components';
import { Problem, type Client } from '../api/client';
import { PasswordInput } from '../design/Fields';
import { t } from '../text';

interface Props {
  readonly client: Client;
  readonly onDone: () => void;
  /** What the button says that leaves without a change. */
  readonly leave: string;
  readonly onLeave: () => void;
}

/** A person chooses a password of their own: from the menu, or because somebody else set it. */
export function PasswordForm({ client, leave, onDone, onLeave }: Props) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const at = (field: string) => (problem?.field === field ? problem.detail : '');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    client.changePassword(current, next).then(onDone, (error: unknown) => {
      setProblem(error instanceof Problem ? error : new Problem(0, {}));
    });
  };
  const general = problem && !problem.field;
  return (
    <form className="stack" onSubmit={submit}>
      <PasswordInput
        label={t('password.current')}
        value={current}
        onChange={setCurrent}
        error={at('current')}
        kind="current-password"
      />
      <PasswordInput
        label={t('password.next')}
        value={next}
        onChange={setNext}
        error={at('password')}
        hint={t('password.rule')}
        kind="new-password"
      />
      <p role="alert" className="error">
        {general ? problem.detail || t('problem.noAnswer') : (problem?.remedy ?? '')}
      </p>
      <Button type="submit" className="button first">
        {t('password.save')}
      </Button>
      <Button className="button" onPress={onLeave}>
        {leave}
      </Button>
    </form>
  );
}
