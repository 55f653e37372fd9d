import { useCallback, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { Problem } from '../api/client';
import type { Entry } from '../api/contract';
import { Select, TextInput } from '../design/Fields';
import { entryDetail } from '../incident/entryDetail';
import { useShared } from '../picture/context';
import { t, tCode } from '../text';
import texts from '../text/sv.json';
import { clockSeconds, date } from '../text/format';

const PAGE = 100;
const HOURS = ['1', '4', '12', '24', '168'] as const;
const TYPES = Object.keys(texts.entry);

interface Search {
  readonly hours: string;
  readonly actor: string;
  readonly incident: string;
  readonly unit: string;
  readonly type: string;
}

const START: Search = { hours: '12', actor: '', incident: '', unit: '', type: '' };

interface Found {
  readonly query: URLSearchParams;
  readonly entries: readonly Entry[];
  readonly more: boolean;
}

/** Who did what and when, found by person, unit, case, kind and time. */
export function LogView() {
  const { region, store } = useShared();
  const [search, setSearch] = useState(START);
  const { found, failed, ask, next } = useLog();
  const put = (name: keyof Search) => (value: string) => setSearch({ ...search, [name]: value });
  const callSign = (unit: string) => store.get().units.get(unit)?.callSign ?? unit;
  const go = () => ask(queryOf(search, unitOf(search.unit, store.get().units.values())));
  return (
    <section className="pane log-page" aria-label={t('view.log')}>
      <form
        className="log-filter"
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <Select
          label={t('log.hours')}
          topic="logHours"
          value={search.hours}
          options={HOURS.map((one) => [one, t('log.lastHours', { count: Number(one) })])}
          onChange={put('hours')}
        />
        <TextInput
          label={t('log.actor')}
          topic="logActor"
          value={search.actor}
          onChange={put('actor')}
        />
        <TextInput
          label={t('log.unit')}
          topic="logUnit"
          value={search.unit}
          onChange={put('unit')}
        />
        <TextInput
          label={t('log.incident')}
          topic="logIncident"
          value={search.incident}
          onChange={put('incident')}
        />
        <Select
          label={t('log.type')}
          topic="logType"
          value={search.type}
          options={[['', t('log.all')], ...TYPES.map((one) => [one, tCode('entry', one)] as const)]}
          onChange={put('type')}
        />
        <Button type="submit" className="button first">
          {t('log.find')}
        </Button>
        {found && (
          <a
            className="button"
            download="logg.csv"
            href={`/api/regions/${encodeURIComponent(region.code)}/log/export?${found.query}`}
          >
            {t('log.export')}
          </a>
        )}
      </form>
      {/* A region that scrolls must be reachable without a mouse. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="log-rows" tabIndex={0} role="region" aria-label={t('log.rows')}>
        {failed && <p role="alert">{failed}</p>}
        {found && <Rows found={found} callSign={callSign} />}
        {found?.more && (
          <Button className="button" onPress={next}>
            {t('log.more')}
          </Button>
        )}
      </div>
    </section>
  );
}

function Rows({ found, callSign }: { found: Found; callSign: (unit: string) => string }) {
  if (found.entries.length === 0) return <p role="status">{t('log.none')}</p>;
  return (
    <table>
      <thead>
        <tr>
          {(['time', 'actor', 'type', 'incident'] as const).map((one) => (
            <th key={one} scope="col">
              {t(`logColumn.${one}`)}
            </th>
          ))}
          <th scope="col">{t('view.film')}</th>
        </tr>
      </thead>
      <tbody>
        {found.entries.map((one) => (
          <tr key={one.seq}>
            <td className="log-when">
              {date(one.at)} {clockSeconds(one.at)}
            </td>
            <td className="log-who">{one.actor}</td>
            <td className="log-what" dir="auto">
              <b>{tCode('entry', one.type)}</b> {entryDetail(one, callSign)}
            </td>
            <td className="log-case">{one.incident}</td>
            <td className="log-film">
              <a
                className="button small plain"
                href={`/?view=film#at=${one.at}`}
                aria-label={t('log.filmFrom', { time: clockSeconds(one.at) })}
              >
                ▶
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A call sign as people say it, or the unit's whole number. */
function unitOf(said: string, units: Iterable<{ id: string; callSign: string }>): string {
  const wanted = said.trim();
  return [...units].find((one) => one.callSign === wanted)?.id ?? wanted;
}

function queryOf(search: Search, unit: string): (now: number) => URLSearchParams {
  return (now) => {
    const from = new Date(now - Number(search.hours) * 3_600_000 + 60_000).toISOString();
    const query = new URLSearchParams({ from, until: new Date(now).toISOString() });
    const { actor, incident, type } = search;
    for (const [name, value] of Object.entries({ actor, incident, type, unit }))
      if (value.trim() !== '') query.set(name, value.trim());
    return query;
  };
}

function useLog() {
  const { client, region, store } = useShared();
  const [found, setFound] = useState<Found | null>(null);
  const [failed, setFailed] = useState('');
  const fetchPage = useCallback(
    (query: URLSearchParams, before: readonly Entry[]) => {
      const last = before.at(-1)?.seq ?? 0;
      client.log(region.code, query, last, PAGE).then(
        (page) => {
          setFailed('');
          setFound({ query, entries: [...before, ...page], more: page.length === PAGE });
        },
        (error: unknown) =>
          setFailed((error instanceof Problem && error.detail) || t('problem.noAnswer')),
      );
    },
    [client, region.code],
  );
  const ask = useCallback(
    (query: (now: number) => URLSearchParams) =>
      fetchPage(query(store.get().clock?.now ?? Date.parse(region.now)), []),
    [fetchPage, store, region.now],
  );
  useEffect(() => ask(queryOf(START, '')), [ask]);
  const next = () => found && fetchPage(found.query, found.entries);
  return { found, failed, ask, next };
}
