import type { Reason, RecommendedUnit, UnplacedUnit } from '../api/contract';
import { language, t, tCode, type Key } from '../text';
import { span } from '../text/format';

/** The sentence for a reason, with lengths of time and codes put into words. */
export function reasonText({ code, values }: Reason): string {
  const words = Object.entries(values).map(([name, value]) => [name, wordFor(name, value)]);
  const key = `advice.${code}`;
  const text = tCode('advice', code);
  return text === code ? code : t(key as Key, Object.fromEntries(words) as Record<string, string>);
}

/** Whose unit it is, and on what terms it may be asked for. */
export function lenderText(lender: NonNullable<RecommendedUnit['lender']>): string {
  const terms = language() === 'sv' ? lender.condition : lender.conditionEn;
  return `${lender.name}: ${terms}`;
}

function wordFor(name: string, value: string): string {
  if (name.endsWith('Seconds')) return span(Math.max(0, Math.round(Number(value))));
  if (name === 'status') return tCode('status', value);
  return name === 'capability' ? tCode('capability', value) : value;
}

/** Who is ranked last since nobody knows where it is, with how old what is known is. */
export function unplacedText(units: readonly UnplacedUnit[]): string {
  return units
    .map(({ callSign, ageSeconds }) => {
      const why =
        ageSeconds == null
          ? t('advice.NO_POSITION')
          : t('advice.POSITION_LOST', { ageSeconds: span(ageSeconds) });
      return `${callSign} (${why})`;
    })
    .join(', ');
}
