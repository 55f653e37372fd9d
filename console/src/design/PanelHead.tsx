import type { ReactNode } from 'react';
import { useDesk } from '../picture/context';
import { t } from '../text';

interface Props {
  readonly titleId: string;
  readonly mark: ReactNode;
  readonly title: string;
  /** The line under the title. */
  readonly children: ReactNode;
}

/** The head of the panel: what is open, and the way out. */
export function PanelHead({ titleId, mark, title, children }: Props) {
  const { dispatch } = useDesk();
  return (
    <header className="case-head">
      {mark}
      <div>
        <h2 id={titleId} dir="auto">
          {title}
        </h2>
        <p className="quiet">{children}</p>
      </div>
      <button
        type="button"
        className="button small plain"
        aria-label={t('case.close')}
        onClick={() => dispatch({ type: 'back' })}
      >
        ✕
      </button>
    </header>
  );
}
