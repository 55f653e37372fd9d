import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { RulesTrial } from '../../api/contract';
import { t, tCode } from '../../text';
import { date, number } from '../../text/format';
import { hours } from '../words';
import { placeText } from './table';

/** Rows shown at a time; the file has them all. */
const ROWS = 50;

/** What a tried table would have made of the month: sums first, then each order. */
export function TrialFigures({ trial }: { readonly trial: RulesTrial }) {
  const { total, year } = trial;
  const wrong = trial.examples.filter((one) => !one.right);
  return (
    <section className="stack" aria-label={t('rules.found')}>
      <h3>{t('rules.found')}</h3>
      <p>
        {t('rules.counted', {
          turned: number(total.orders),
          orders: number(trial.orders),
          from: date(trial.from),
          until: date(trial.until),
        })}
      </p>
      <dl className="order-facts">
        <dt>{t('rules.kronor')}</dt>
        <dd>{number(total.kronor)}</dd>
        <dt>{t('transport.flight')}</dt>
        <dd>{signed(total.flightMinutes)}</dd>
        <dt>{t('transport.away')}</dt>
        <dd>{signed(total.awayMinutes)}</dd>
        <dt>{t('rules.year')}</dt>
        <dd>{t('transport.kronor', { count: year.kronor })}</dd>
        {year.fee && (
          <>
            <dt>{t('rules.fee')}</dt>
            <dd>
              {t('rules.feeOf', {
                before: number(year.fee.before),
                after: number(year.fee.after),
                others: number(year.fee.others),
              })}
            </dd>
            <dt>{t('rules.left')}</dt>
            <dd>
              {t('transport.kronor', {
                count: year.kronor - (year.fee.after - year.fee.before),
              })}
            </dd>
          </>
        )}
      </dl>
      <p className="quiet">
        {t('rules.kept', {
          own: number(trial.ownChoice),
          unanswered: number(trial.unanswered),
        })}
        {trial.cut && ` ${t('rules.cut')}`}
      </p>
      {wrong.length === 0 ? (
        <p>{t('rules.examplesRight', { count: trial.examples.length })}</p>
      ) : (
        <>
          <p className="warn-ink">{t('rules.examplesWrong', { count: wrong.length })}</p>
          <ul>
            {wrong.map((one) => (
              <li key={one.name}>
                {t('rules.example', {
                  name: one.name,
                  mode: tCode('mode', one.mode),
                  answered: one.answered ? tCode('mode', one.answered) : t('rules.nothing'),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      <Moves trial={trial} />
      <Turns trial={trial} />
    </section>
  );
}

function signed(minutes: number): string {
  return minutes < 0 ? `−${hours(-minutes)}` : hours(minutes);
}

function Moves({ trial }: { readonly trial: RulesTrial }) {
  if (trial.moves.length === 0) return null;
  return (
    <table className="rules-table">
      <thead>
        <tr>
          <th scope="col">{t('rulesCsv.was')}</th>
          <th scope="col">{t('rulesCsv.would')}</th>
          <th scope="col">{t('rulesCsv.rule')}</th>
          <th scope="col">{t('rules.count')}</th>
          <th scope="col">{t('rulesCsv.kronor')}</th>
        </tr>
      </thead>
      <tbody>
        {trial.moves.map((one) => (
          <tr key={`${one.was} ${one.would} ${one.rule}`}>
            <td>{tCode('mode', one.was)}</td>
            <td>{tCode('mode', one.would)}</td>
            <td>{one.rule}</td>
            <td className="figure-cell">{number(one.saving.orders)}</td>
            <td className="figure-cell">{number(one.saving.kronor)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Turns({ trial }: { readonly trial: RulesTrial }) {
  const [shown, setShown] = useState(ROWS);
  const { turns } = trial;
  return (
    <>
      <ul className="order-list">
        {turns.slice(0, shown).map((one) => (
          <li key={one.id} className="order-item">
            <div className="order-line">
              <b>{date(one.readyAt)}</b>
              <span>{`${placeText(one.from)} → ${placeText(one.to)}`}</span>
            </div>
            <p className="order-said">
              {t('rules.turned', {
                was: tCode('mode', one.was),
                would: tCode('mode', one.would),
                kronor: number(one.saving.kronor),
                rule: one.rule,
              })}
            </p>
          </li>
        ))}
      </ul>
      {turns.length > shown && (
        <Button className="button small" onPress={() => setShown(shown + ROWS)}>
          {t('rules.more', { shown, count: turns.length })}
        </Button>
      )}
    </>
  );
}
