import { useEffect, useState } from 'react';
import { Problem, type Client } from '../api/client';
import type { RegionPack } from '../api/contract';
import { t, tCode } from '../text';
import { number } from '../text/format';
import type { KeyTrialAnswer, KeyTrialResult } from './contract';
import { Scrolls } from './Scrolls';
import { hospitalName } from './words';

interface Props {
  readonly client: Client;
  readonly region: RegionPack;
  readonly code: string;
  /** Whether the draft is tried, and not the key in force. */
  readonly draft: boolean;
}

/** Of each disturbance; the same seed gives the same answer to all who ask. */
const EVENTS = 500;
const SEED = 1;
const WHOLE = 100;

/** Where a key breaks: a removed hospital, a longer way, a night, three places at once. */
export function KeyTrialPane({ client, region, code, draft }: Props) {
  const [results, setResults] = useState<readonly KeyTrialResult[] | null>(null);
  const [asking, setAsking] = useState<AbortController | null>(null);
  const [wrong, setWrong] = useState('');
  useEffect(() => () => asking?.abort(), [asking]);
  const run = () => {
    const stop = new AbortController();
    setAsking(stop);
    setWrong('');
    const body = { code, draft, events: EVENTS, seed: SEED };
    client
      .ask<KeyTrialAnswer>(region.code, 'preparedness/key-trials', body, stop.signal)
      .then(
        (answer) => {
          setResults(answer.results);
          setWrong('');
        },
        (error: unknown) => {
          // Whoever stops it knows that there is no answer.
          if (stop.signal.aborted) return;
          setWrong(error instanceof Problem && error.detail ? error.detail : t('problem.noAnswer'));
        },
      )
      .finally(() => setAsking((now) => (now === stop ? null : now)));
  };
  return (
    <div className="preparedness-trial">
      {asking ? (
        <p role="status">
          {t('prepared.trying')} <progress aria-label={t('prepared.trying')} />{' '}
          <button type="button" className="button" onClick={() => asking.abort()}>
            {t('form.cancel')}
          </button>
        </p>
      ) : (
        <button type="button" className="button" onClick={run}>
          {t('prepared.try')}
        </button>
      )}
      <p role="alert" className="grave-ink">
        {wrong}
      </p>
      {results && <Results results={results} region={region} />}
    </div>
  );
}

interface ResultsProps {
  readonly results: readonly KeyTrialResult[];
  readonly region: RegionPack;
}

function Results({ results, region }: ResultsProps) {
  const part = (some: number, all: number) => `${number((WHOLE * some) / Math.max(1, all))} %`;
  return (
    <>
      <p role="status" className="unseen">
        {t('prepared.tried')}
      </p>
      <Scrolls label={t('prepared.tried')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('prepared.disturbance')}</th>
              <th scope="col">{t('prepared.broken')}</th>
              <th scope="col">{t('prepared.smallest')}</th>
              <th scope="col">{t('prepared.unplaced')}</th>
              <th scope="col">{t('prepared.toUnknown')}</th>
              <th scope="col">{t('prepared.farRed')}</th>
              <th scope="col">{t('prepared.firstFull')}</th>
            </tr>
          </thead>
          <tbody>
            {results.map((one) => (
              <tr key={one.disturbance}>
                <th scope="row">{tCode('disturbance', one.disturbance)}</th>
                <td className={one.broken > 0 ? 'warn-ink' : ''}>{part(one.broken, one.events)}</td>
                <td>{one.smallestBroken === undefined ? '–' : number(one.smallestBroken)}</td>
                <td>{part(one.unplaced, one.casualties)}</td>
                <td>{part(one.unknown, one.casualties)}</td>
                <td>{part(one.farRed, one.red)}</td>
                <td>{mostOften(one, region)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
      <p className="quiet">{t('prepared.tryHow', { events: EVENTS })}</p>
    </>
  );
}

function mostOften({ firstFull }: KeyTrialResult, region: RegionPack): string {
  const [most] = Object.entries(firstFull).sort((a, b) => b[1] - a[1]);
  return most ? hospitalName(region, most[0]) : '–';
}
