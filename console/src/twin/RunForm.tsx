import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Client } from '../api/client';
import { t } from '../text';
import { number } from '../text/format';
import type { Plan } from './contract';
import type { Draft } from './drafts';
import { problemText } from './words';

interface Props {
  readonly client: Client;
  readonly region: string;
  readonly drafts: readonly Draft[];
  readonly onAsked: (study: string) => void;
}

type Figure = 'replications' | 'days' | 'seed';

const FIGURES: readonly (readonly [Figure, number, number])[] = [
  ['replications', 2, 500],
  ['days', 1, 366],
  ['seed', 0, 2_147_483_647],
];

/** How long and how often, and off it goes. */
export function RunForm({ client, region, drafts, onAsked }: Props) {
  const [figures, setFigures] = useState({ replications: 20, days: 28, seed: 1 });
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState('');
  const run = () => {
    const scenarios = drafts.map(({ name, text }) => ({ name, text }));
    const plan: Plan = { scenarios, ...figures };
    setSending(true);
    setRefused('');
    client
      .post(region, 'studies', plan)
      .then(
        ({ id }) => onAsked(id),
        (error: unknown) => setRefused(problemText(error)),
      )
      .finally(() => setSending(false));
  };
  return (
    <form
      className="pane twin-run"
      aria-label={t('twin.run')}
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <h2>{t('twin.run')}</h2>
      <div className="twin-fields">
        {FIGURES.map(([name, min, max]) => (
          <label key={name} className="field">
            {t(`twin.${name}`)}
            <input
              type="number"
              required
              min={min}
              max={max}
              value={figures[name]}
              onChange={({ target }) =>
                setFigures({ ...figures, [name]: Math.round(target.valueAsNumber || 0) })
              }
            />
          </label>
        ))}
        <Button type="submit" className="button first" isDisabled={sending}>
          {t('twin.start')}
        </Button>
      </div>
      <p className="quiet">
        {t('twin.size', {
          runs: number(drafts.length * figures.replications),
          days: number(drafts.length * figures.replications * figures.days),
        })}
      </p>
      <p role="alert" className="error">
        {refused}
      </p>
    </form>
  );
}
