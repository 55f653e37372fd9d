import type { Reason, RecommendedUnit } from '../api/contract';
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
