import { useCallback, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { Problem, type Client } from '../api/client';
import type { Hygiene, RegionPack, RegionSummary, Session } from '../api/contract';
import { PageHelp } from '../help/PageHelp';
import { PlainHead } from '../view/PlainHead';
import { t, tCode } from '../text';
import { date, instantOfField } from '../text/format';
import { lastHours, LENGTHS, type Period } from './period';
import { Plot } from './Plot';
import { csvOf, figuresOf } from './report';

interface Props {
  readonly client: Client;
  readonly session: Session;
  readonly region: RegionPack;
  readonly regions: readonly RegionSummary[];
  readonly onRegion: (code: string) => void;
  readonly onLeave: () => void;
}

const DAY_HOURS = 24;

/** How many alarms there were and whether people can have borne them, by EEMUA 191. */
export function HygienePage(props: Props) {
  const { client, region } = props;
  const now = Date.parse(region.now);
  const [period, setPeriod] = useState<Period>(() => lastHours(DAY_HOURS, now));
  const [positions, setPositions] = useState(1);
  const [report, setReport] = useState<Hygiene | null>(null);
  const [failed, setFailed] = useState('');

  const count = useCallback(
    (wanted: Period, shared: number) => {
      const from = instantOfField(wanted.from);
      const to = instantOfField(wanted.to);
      if (!from || !to) {
        setFailed(t('hygiene.halfPeriod'));
        return;
      }
      client.hygiene(region.code, from, to, shared).then(
        (found) => {
          setFailed('');
          setReport(found);
        },
        (error: unknown) => setFailed(words(error)),
      );
    },
    [client, region.code],
  );
  // The last day at once; every other period is asked for.
  useEffect(() => count(lastHours(DAY_HOURS, now), 1), [count, now]);
  useEffect(() => {
    document.title = `${t('view.alarms')} · ${region.name}`;
  }, [region]);

  const choose = (hours: number) => {
    const next = lastHours(hours, now);
    setPeriod(next);
    count(next, positions);
  };
  return (
    <div className="hygiene">
      <PlainHead {...props} view="alarms" />
      <main className="hygiene-main">
        <PageHelp view="alarms" />
        <form
          className="hygiene-form"
          onSubmit={(event) => {
            event.preventDefault();
            count(period, positions);
          }}
        >
          {(['from', 'to'] as const).map((end) => (
            <label key={end}>
              {t(`hygiene.${end}`)}
              <input
                type="datetime-local"
                value={period[end]}
                onChange={(event) => setPeriod({ ...period, [end]: event.target.value })}
              />
            </label>
          ))}
          <label>
            {t('hygiene.positions')}
            <input
              type="number"
              min={1}
              max={100}
              value={positions}
              onChange={(event) => setPositions(Number(event.target.value) || 1)}
            />
          </label>
          <Button type="submit" className="button first">
            {t('hygiene.count')}
          </Button>
          {LENGTHS.map((hours) => (
            <Button key={hours} className="button small" onPress={() => choose(hours)}>
              {t(`hygiene.last${hours}`)}
            </Button>
          ))}
          <span className="gap" />
          <Button
            className="button small"
            isDisabled={!report}
            onPress={() => report && save(report)}
          >
            {t('hygiene.csv')}
          </Button>
          <Button className="button small" isDisabled={!report} onPress={() => print()}>
            {t('hygiene.print')}
          </Button>
        </form>
        {failed && (
          <p role="alert" className="error">
            {failed}
          </p>
        )}
        {report && <Report report={report} />}
        <p className="quiet">{t('hygiene.source')}</p>
      </main>
    </div>
  );
}

function words(error: unknown): string {
  if (!(error instanceof Problem) || error.status === 0) return t('problem.noAnswer');
  return [error.detail || error.title, error.remedy].filter(Boolean).join(' ');
}

function save(report: Hygiene) {
  const url = URL.createObjectURL(new Blob([csvOf(report)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `larmhygien-${date(report.from)}-${date(report.to)}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}

function Report({ report }: { report: Hygiene }) {
  return (
    <>
      <div role="status">
        <h2>{t('hygiene.total', { count: report.alarms })}</h2>
      </div>
      <Plot {...report} />
      <table className="users-table">
        <caption className="unseen">{t('view.alarms')}</caption>
        <thead>
          <tr>
            {(['figure', 'value', 'aim', 'verdict'] as const).map((one) => (
              <th key={one} scope="col">
                {t(`hygiene.${one}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figuresOf(report).map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.name}</th>
              <td className="number">{one.value}</td>
              <td>{one.aim}</td>
              <td className={one.good ? '' : 'warn-ink'}>{one.verdict}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="hygiene-tops">
        <Top title={t('hygiene.desks')} rows={report.desks} group="alarmDesk" />
        <Top title={t('hygiene.kinds')} rows={report.kinds} group="alarm" />
        <Top title={t('hygiene.subjects')} rows={report.subjects} />
        <Top title={t('hygiene.chattering')} rows={report.chattering} />
      </div>
    </>
  );
}

interface TopProps {
  readonly title: string;
  readonly rows: Hygiene['kinds'];
  readonly group?: string;
}

function Top({ title, rows, group }: TopProps) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {rows.length === 0 ? (
        <p className="quiet">{t('hygiene.none')}</p>
      ) : (
        <ol>
          {rows.map((one) => (
            <li key={one.name}>
              {group ? tCode(group, one.name) : one.name} <b>{one.count}</b>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
