import type { ReactNode } from 'react';
import { t } from '../text';

interface Props {
  readonly view:
    | 'crew'
    | 'users'
    | 'followup'
    | 'alarms'
    | 'order'
    | 'rules'
    | 'hospital'
    | 'preparedness'
    | 'twin'
    | 'exercise';
  /** What more there is to explain: letters, rules, roles. */
  readonly children?: ReactNode;
}

/**
 * Help on a page that has no keys and no strip at its foot: what this is, and what stands on it.
 * Closed until it is asked for, and then a part of the page that covers nothing.
 */
export function PageHelp({ view, children }: Props) {
  return (
    <details className="page-help">
      <summary>{t('top.help')}</summary>
      <p>{t(`viewHelp.${view}`)}</p>
      {children}
    </details>
  );
}

/** Words and what they mean. */
export function Meanings({ of }: { of: readonly (readonly [string, string])[] }) {
  return (
    <dl>
      {of.map(([word, meaning]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
