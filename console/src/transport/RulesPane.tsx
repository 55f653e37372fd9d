import { Button } from 'react-aria-components';
import type { RegionPack, TransportRules } from '../api/contract';
import { language, t, tCode } from '../text';
import { date } from '../text/format';
import { addressOf } from '../view/address';
import { conditionText } from './rules/table';

interface Props {
  readonly region: RegionPack;
  readonly rules: TransportRules;
  readonly now: number;
  /** Whether this person may try a change. */
  readonly tries: boolean;
}

/** The rules alone go on paper: the orders beside them tell of patients. */
function printRules() {
  document.body.dataset['paper'] = 'rules';
  window.print();
  delete document.body.dataset['paper'];
}

/** The region's rules on one page, made from the very data that advises. */
export function RulesPane({ region, rules, now, tries }: Props) {
  const english = language() === 'en';
  const today = date(now);
  const table = rules.tables.find(
    (one) => one.validFrom <= today && (!one.validUntil || today <= one.validUntil),
  );
  return (
    <details className="order-rules">
      <summary>{t('transport.rules')}</summary>
      <p className="print-only">{`${region.name}, ${today}`}</p>
      <div className="choices">
        {tries && <a href={addressOf('rules', '')}>{t('rules.tryHere')}</a>}
        <Button className="button small" onPress={printRules}>
          {t('transport.rulesPrint')}
        </Button>
      </div>
      {table && (
        <>
          <p className="quiet">
            {t('transport.rulesBy', {
              version: table.version,
              author: table.author,
              from: table.validFrom,
            })}
            {table.validUntil && ` ${t('rules.until', { day: table.validUntil })}`}
          </p>
          <p>{t('transport.rulesFirst')}</p>
          <ol>
            {table.rules.map((one) => (
              <li key={one.id}>
                <b>{tCode('mode', one.mode)}</b>
                {`: ${english ? one.whyEn : one.why}`}
                <span className="quiet">{` (${conditionText(one.when)})`}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      <ul>
        {rules.deadlines.map((one) => (
          <li key={one.id}>{english ? one.whyEn : one.why}</li>
        ))}
        <li>{receivingText(rules.receiving)}</li>
      </ul>
    </details>
  );
}

/** When wards receive with more than their on-call staff. */
function receivingText({ days, opens, closes, closedOn }: TransportRules['receiving']): string {
  return t('transport.receiving', {
    days: days.map((day) => tCode('weekdays', day.slice(0, 3))).join(', '),
    from: opens.slice(0, 5),
    until: closes?.slice(0, 5) ?? '24:00',
    off: ['', ...closedOn.map((day) => tCode('dayOff', day))].join(', '),
  });
}
