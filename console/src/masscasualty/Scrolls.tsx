import type { ReactNode } from 'react';

interface Props {
  /** What it is, for who cannot see it. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A table that may be wider than its page: it scrolls by itself, with the arrows too. */
export function Scrolls({ label, children }: Props) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by key
    <div className="scrolls" tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}
