import { useEffect, useState } from 'react';
import type { Client } from '../api/client';
import type { FollowUp, RegionPack, Session } from '../api/contract';
import { DrillMark } from '../picture/DrillMark';
import { PageHelp } from '../help/PageHelp';
import { t } from '../text';
import { date } from '../text/format';
import { addressOf, viewsOf } from '../view/address';
import { csvOf, lastDays, momentsOf, type Period } from './followUp';
import { FollowUpFigures } from './FollowUpFigures';

interface Props {
  readonly client: Client;
  readonly session: Session;
  readonly region: RegionPack;
  readonly onLeave: () => void;
}

const DAYS = [1, 7, 30, 90, 365] as const;
const DAYS_USUAL = 30;

/** What became of proposals in a period: counted, compared, to print and to take out. */
export function FollowUpPage({ client, session, region, onLeave }: Props) {
  const [period, setPeriod] = useState<Period>(() => lastDays(DAYS_USUAL, Date.parse(region.now)));
  const [found, setFound] = useState<{ period: Period; followUp: FollowUp } | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    document.title = `${t('view.followup')} · ${region.name}`;
  }, [region]);
  useEffect(() => {
    let gone = false;
    const { from, to } = momentsOf(period);
    client.followUp(region.code, from, to).then(
      (followUp) => {
        if (gone) return;
        setFound({ period, followUp });
        setFailed(false);
      },
      () => gone || setFailed(true),
    );
    return () => {
      gone = true;
    };
  }, [client, region.code, period]);
  const followUp = found?.period === period ? found.followUp : null;
  return (
    <div className="followup">
      <header className="top">
        <DrillMark region={region} />
        <h1>{t('view.followup')}</h1>
        <span>{region.name}</span>
        <span className="gap" />
        {viewsOf(session)
          .filter((one) => one === 'desk')
          .map((one) => (
            <a key={one} href={addressOf(one, '')}>
              {t(`view.${one}`)}
            </a>
          ))}
        <button type="button" className="button small" onClick={onLeave}>
          {t('top.signOut')}
        </button>
      </header>
      <main className="followup-main stack">
        <PeriodChoice period={period} now={Date.parse(region.now)} onChange={setPeriod} />
        <PageHelp view="followup" />
        {failed && <p role="alert">{t('followup.failed')}</p>}
        {!failed && !followUp && <p role="status">{t('app.loading')}</p>}
        {followUp && (
          <>
            <div className="choices followup-out">
              <button type="button" className="button small" onClick={() => window.print()}>
                {t('case.print')}
              </button>
              <button
                type="button"
                className="button small"
                onClick={() => save(csvOf(followUp), `${region.code}-${period.from}-${period.to}`)}
              >
                {t('followup.csv')}
              </button>
            </div>
            <FollowUpFigures followUp={followUp} />
          </>
        )}
      </main>
    </div>
  );
}

interface PeriodProps {
  readonly period: Period;
  readonly now: number;
  readonly onChange: (period: Period) => void;
}

function PeriodChoice({ period, now, onChange }: PeriodProps) {
  const day = (name: keyof Period) => (
    <label className="field">
      {t(`followup.${name}`)}
      <input
        type="date"
        value={period[name]}
        max={name === 'from' ? period.to : date(now)}
        min={name === 'to' ? period.from : undefined}
        required
        onChange={({ target }) =>
          target.validity.valid && onChange({ ...period, [name]: target.value })
        }
      />
    </label>
  );
  return (
    <div className="followup-period" role="group" aria-label={t('followup.period')}>
      {DAYS.map((days) => {
        const last = lastDays(days, now);
        return (
          <button
            key={days}
            type="button"
            className="chip"
            aria-pressed={last.from === period.from && last.to === period.to}
            onClick={() => onChange(last)}
          >
            {t('followup.days', { count: days })}
          </button>
        );
      })}
      {day('from')}
      {day('to')}
    </div>
  );
}

/** With the mark that makes a spreadsheet read it as UTF-8. */
function save(csv: string, name: string) {
  const address = URL.createObjectURL(new Blob(['\ufeff', csv], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `dirigent-${name}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
