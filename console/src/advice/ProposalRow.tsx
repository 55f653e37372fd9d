import type { KeyboardEvent, ReactNode } from 'react';
import { t } from '../text';

/** What is being answered in a row, if anything. */
export type Answering = 'CHANGE' | 'REFUSE' | 'REDIRECT' | null;

interface Props {
  /** What the row is about, for who hears it. */
  readonly label: string;
  /** Null when there is nothing to accept. */
  readonly onAccept: (() => void) | null;
  readonly onAnswer: (how: Answering) => void;
  readonly blocked: boolean;
  /** False when nothing else could be chosen. */
  readonly changeable?: boolean;
  readonly children: ReactNode;
  readonly form: ReactNode;
}

/** One proposal with its three answers, each with a key while the row has the focus. */
export function ProposalRow(props: Props) {
  const { label, onAccept, onAnswer, blocked, changeable = true, children, form } = props;
  const press = (event: KeyboardEvent<HTMLLIElement>) => {
    const { key, currentTarget, target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) return;
    if (key === 'F2' && onAccept && !blocked && changeable) onAnswer('CHANGE');
    else if (key === 'Delete' && onAccept && !blocked) onAnswer('REFUSE');
    else if (key === 'ArrowDown') focusRow(currentTarget.nextElementSibling);
    else if (key === 'ArrowUp') focusRow(currentTarget.previousElementSibling);
    else return;
    event.preventDefault();
  };
  return (
    // The keys are a shorter way to the buttons inside, which anybody can press.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li className="proposal" aria-label={label} onKeyDown={press}>
      <div className="proposal-words">{children}</div>
      {onAccept && (
        <div className="choices">
          <button
            type="button"
            className="button small first"
            disabled={blocked}
            onClick={onAccept}
            data-row
          >
            {t('plan.accept')} <kbd>↵</kbd>
          </button>
          {changeable && (
            <button
              type="button"
              className="button small"
              disabled={blocked}
              aria-keyshortcuts="F2"
              onClick={() => onAnswer('CHANGE')}
            >
              {t('plan.change')} <kbd>F2</kbd>
            </button>
          )}
          <button
            type="button"
            className="button small"
            disabled={blocked}
            aria-keyshortcuts="Delete"
            onClick={() => onAnswer('REFUSE')}
          >
            {t('plan.refuse')} <kbd>Del</kbd>
          </button>
        </div>
      )}
      {form}
    </li>
  );
}

function focusRow(row: Element | null) {
  row?.querySelector<HTMLElement>('[data-row]')?.focus();
}
