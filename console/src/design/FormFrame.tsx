import { useEffect, useId, useRef, useState, type SubmitEvent, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Problem } from '../api/client';
import { useConnection } from '../picture/context';
import { t } from '../text';
import { TriedContext } from './tried';

/** The first field; of a row of choices the one chosen, so that an arrow steps from there. */
const FIRST = '[data-first], input:not([type=radio]), input[type=radio]:checked, textarea, select';

interface Props {
  readonly title: string;
  readonly save: string;
  readonly grave?: boolean;
  /** Stays open when it is done, for the next of many. */
  readonly stays?: boolean;
  readonly onCancel: () => void;
  /** Gives the server's problem, null when it is done and the form closes, or STAY. */
  readonly onSave: () => Promise<Problem | null> | 'STAY';
  readonly children: (problemAt: (field: string) => string) => ReactNode;
}

/**
 * A form in the panel: not over anything, so that alarms and lists stay in view. Enter saves,
 * Esc closes, and what the server refuses is said at the field it named.
 */
export function FormFrame(props: Props) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saving, setSaving] = useState(false);
  const [tried, setTried] = useState(false);
  const live = useConnection() === 'LIVE';
  const frame = useRef<HTMLFormElement>(null);
  const heading = useId();
  const { onCancel } = props;

  useEffect(() => {
    const before = document.activeElement;
    frame.current?.querySelector<HTMLElement>(FIRST)?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (saving || !live) return;
    const empty = firstEmpty(frame.current);
    setTried(true);
    if (empty) {
      empty.focus();
      return;
    }
    const saved = props.onSave();
    if (saved === 'STAY') return;
    setSaving(true);
    void saved.then((answer) => {
      setSaving(false);
      setProblem(answer);
      if (!answer) setTried(false);
      if (!answer && !props.stays) onCancel();
    });
  };

  return (
    <form
      ref={frame}
      className="form stack"
      data-help="pane.form"
      aria-labelledby={heading}
      noValidate
      onSubmit={submit}
    >
      <h3 id={heading}>{props.title}</h3>
      <TriedContext value={tried}>
        {props.children((field) => (problem?.field === field ? problem.detail : ''))}
      </TriedContext>
      {!live && <p className="warn-ink">{t('why.lost')}</p>}
      <div className="choices">
        <Button
          type="submit"
          className={`button ${props.grave ? 'grave' : 'first'}`}
          isDisabled={saving || !live}
        >
          {props.save}
        </Button>
        <Button className="button" onPress={onCancel}>
          {t('form.cancel')} <kbd>Esc</kbd>
        </Button>
      </div>
    </form>
  );
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The first field that must be filled in and is not; the field itself then says so in words. */
function firstEmpty(form: HTMLFormElement | null): Control | undefined {
  const controls = form?.querySelectorAll<Control>('[required]') ?? [];
  return [...controls].find((one) => one.value.trim() === '');
}
