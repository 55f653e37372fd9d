import type { ModeAdvice, ModeOption } from '../api/contract';
import { t, tCode } from '../text';
import { number, when } from '../text/format';
import { hours } from './words';

interface Props {
  readonly advice: ModeAdvice;
  readonly now: number;
  /** Empty for the recommended. */
  readonly mode: string;
  readonly onMode: (mode: string) => void;
  readonly english: boolean;
}

/** What is recommended, why and at what cost, and what else there is. */
export function AdvicePane({ advice, now, mode, onMode, english }: Props) {
  const chosen = advice.options.find((one) => one.mode === (mode || advice.mode));
  const instead = advice.options.find((one) => one.mode === advice.instead);
  const best = advice.options[0];
  if (!best) return null;
  return (
    <div className="order-advice stack" data-help="field.orderMode">
      <h3>{t('transport.recommended')}</h3>
      <p className="order-mode">{tCode('mode', advice.mode)}</p>
      <p>{english ? advice.whyEn : advice.why}</p>
      {instead && <p>{against(best, instead)}</p>}
      {chosen && <Facts option={chosen} instead={instead} now={now} english={english} />}
      {advice.options.length > 1 && (
        <fieldset className="order-options">
          <legend>{t('transport.options')}</legend>
          {advice.options.map((one) => (
            <label key={one.mode} className="check">
              <input
                type="radio"
                name="mode"
                checked={one.mode === (mode || advice.mode)}
                onChange={() => onMode(one.mode === advice.mode ? '' : one.mode)}
              />
              {`${tCode('mode', one.mode)} · ${t('transport.kronor', { count: one.kronor })}`}
            </label>
          ))}
        </fieldset>
      )}
      <p className="quiet">
        {t('transport.ruleOf', { rule: advice.rule, version: advice.version })}
        {best.syntheticPrice && ` ${t('transport.assumed')}`}
      </p>
    </div>
  );
}

function against(best: ModeOption, instead: ModeOption): string {
  const less = instead.kronor - best.kronor;
  const mode = tCode('mode', instead.mode).toLowerCase();
  return less >= 0
    ? t('transport.cheaper', { kronor: number(best.kronor), less: number(less), mode })
    : t('transport.dearer', { kronor: number(best.kronor), more: number(-less), mode });
}

interface FactsProps {
  readonly option: ModeOption;
  /** What it is compared with, if anything. */
  readonly instead: ModeOption | undefined;
  readonly now: number;
  readonly english: boolean;
}

/** A time beside the alternative's: 0 min · Ambulansflyg 1 h 40 min. */
function beside(option: ModeOption, instead: ModeOption | undefined, of: Lasting): string {
  const own = hours(option[of]);
  if (!instead || instead.mode === option.mode || instead[of] === option[of]) return own;
  return `${own} · ${tCode('mode', instead.mode)} ${hours(instead[of])}`;
}

type Lasting = 'busyMinutes' | 'flightMinutes' | 'awayMinutes';

function Facts({ option, instead, now, english }: FactsProps) {
  const { missed, onCall } = option;
  const either = (of: Lasting) => option[of] > 0 || (instead?.[of] ?? 0) > 0;
  return (
    <>
      <dl className="order-facts">
        <dt>{t('transport.window')}</dt>
        <dd>
          {when(option.pickupFrom, now)}–{when(option.pickupUntil, Date.parse(option.pickupFrom))}
        </dd>
        <dt>{t('transport.arrives')}</dt>
        <dd>{when(option.arrivesAt, now)}</dd>
        <dt>{t('transport.busy')}</dt>
        <dd>{beside(option, instead, 'busyMinutes')}</dd>
        {either('flightMinutes') && (
          <>
            <dt>{t('transport.flight')}</dt>
            <dd>{beside(option, instead, 'flightMinutes')}</dd>
          </>
        )}
        {either('awayMinutes') && (
          <>
            <dt>{t('transport.away')}</dt>
            <dd>{beside(option, instead, 'awayMinutes')}</dd>
          </>
        )}
        {option.orderBy && (
          <>
            <dt>{t('transport.orderBy')}</dt>
            <dd>{when(option.orderBy, now)}</dd>
          </>
        )}
      </dl>
      {option.approval && <p>{t('transport.approval')}</p>}
      {!option.inTime && <p className="warn-ink">{t('transport.late')}</p>}
      {missed && (
        <p className="warn-ink">
          {`${english ? missed.whyEn : missed.why} ${t('transport.missed')}`}
        </p>
      )}
      {onCall && (
        <p className="warn-ink">
          {t(Date.parse(onCall.latestPickup) > now ? 'transport.onCall' : 'transport.onCallLater', {
            latest: when(onCall.latestPickup, now),
            from: when(onCall.nextPickup, now),
            until: when(onCall.nextLatest, now),
          })}
        </p>
      )}
    </>
  );
}
