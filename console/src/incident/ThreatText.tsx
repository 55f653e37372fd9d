import type { ThreatFlag } from '../api/contract';
import { t } from '../text';
import { date, when } from '../text/format';

/** A threat as crew and dispatcher read it: the wording first, then whose it is and how long. */
export function ThreatText({ threat, now }: { threat: ThreatFlag; now: number }) {
  const { wording, source, observedAt, expiresAt } = threat;
  return (
    <>
      <span className="tag grave">⚠ {t('case.threats')}</span>
      <p dir="auto">
        <b>{wording}</b>
        <br />
        <span className="quiet">
          {t('case.threatFrom', { source, date: date(observedAt) })}
          {', '}
          {t('case.threatExpires', { time: when(expiresAt, now) })}
        </span>
      </p>
    </>
  );
}
