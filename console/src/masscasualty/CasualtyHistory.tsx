import { t } from '../text';
import { when } from '../text/format';
import type { Casualty, SieveRules } from './contract';
import { tagIn } from './counts';
import { factText, howText } from './words';
import { categoryName } from './words';

/** Told so long after it was found, the time of telling is shown too. */
const LATE_MILLISECONDS = 120_000;

interface Line {
  readonly at: string;
  readonly toldAt: string;
  readonly by: string;
  readonly text: string;
  readonly tag: string;
  /** Why it is no longer held for true; empty while it is. */
  readonly withdrawn: string;
}

/** All that was said of a casualty and all who it has been taken for, the newest finding first. */
export function linesOf(one: Casualty, rules: SieveRules | null): Line[] {
  const lines: Line[] = [
    ...one.history.map((each) => ({
      ...each,
      tag: tagIn(each.tag),
      text: `${categoryName(rules, each.verdict.category)} ${howText(each.verdict)}`,
      withdrawn: each.withdrawn?.reason ?? '',
    })),
    ...one.stated.map((each) => ({
      ...each,
      tag: tagIn(each.tag),
      text: factText(each.fact),
      withdrawn: '',
    })),
    ...one.identities.map((each) => ({
      at: each.at,
      toldAt: each.at,
      by: each.by,
      tag: tagIn(each.tag),
      text: t(each.reserve ? 'major.reserveGiven' : 'major.identified'),
      withdrawn: each.withdrawn?.reason ?? '',
    })),
    ...one.merged.map((each) => ({
      at: each.at,
      toldAt: each.at,
      by: each.by,
      tag: tagIn(one.id),
      text: t('major.tookOver', { tag: tagIn(each.tag) }),
      withdrawn: '',
    })),
  ];
  return lines.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

interface Props {
  readonly one: Casualty;
  readonly rules: SieveRules | null;
  readonly now: number;
}

export function CasualtyHistory({ one, rules, now }: Props) {
  const several = one.merged.length > 0;
  return (
    <ul className="lines major-history" aria-label={t('major.history')}>
      {linesOf(one, rules).map((line, index) => {
        const late = Date.parse(line.toldAt) - Date.parse(line.at) > LATE_MILLISECONDS;
        return (
          <li key={`${line.at} ${index}`}>
            <time>{when(line.at, now)}</time>
            <span>
              {line.withdrawn === '' ? line.text : <s>{line.text}</s>}{' '}
              {line.withdrawn && (
                <span className="warn-ink">{t('major.withdrawn', { reason: line.withdrawn })}</span>
              )}{' '}
              <span className="quiet">
                {line.by}
                {several && ` ${line.tag}`}
                {late && ` ${t('major.toldAt', { time: when(line.toldAt, now) })}`}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
