import type { TransportRules } from '../api/contract';
import { language, t, tCode } from '../text';

/** The region's rules on one page, made from the very data that advises. */
export function RulesPane({ rules }: { readonly rules: TransportRules }) {
  const english = language() === 'en';
  const table = rules.tables.at(-1);
  return (
    <details className="order-rules">
      <summary>{t('transport.rules')}</summary>
      {table && (
        <>
          <p className="quiet">
            {t('transport.rulesBy', {
              version: table.version,
              author: table.author,
              from: table.validFrom,
            })}
          </p>
          <ol>
            {table.rules.map((one) => (
              <li key={one.id}>
                <b>{tCode('mode', one.mode)}</b>
                {`: ${english ? one.whyEn : one.why}`}
              </li>
            ))}
          </ol>
        </>
      )}
      <ul>
        {rules.deadlines.map((one) => (
          <li key={one.id}>{english ? one.whyEn : one.why}</li>
        ))}
      </ul>
    </details>
  );
}
