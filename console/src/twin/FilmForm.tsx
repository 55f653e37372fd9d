import { useState } from 'react';
import { Select } from '../design/Fields';
import { t } from '../text';
import type { StudyLine } from './contract';

/** Chooses one day of one run to be watched. */
export function FilmForm({ line }: { readonly line: StudyLine }) {
  const [asked, setAsked] = useState({ scenario: 0, run: 1, day: 1 });
  const figure = (name: 'run' | 'day', max: number) => (
    <label className="field">
      {t(`trialFilm.${name}`)}
      <input
        type="number"
        min={1}
        max={max}
        value={asked[name]}
        onChange={({ target }) => {
          const value = Math.round(target.valueAsNumber || 1);
          setAsked({ ...asked, [name]: Math.max(1, Math.min(max, value)) });
        }}
      />
    </label>
  );
  const query = new URLSearchParams({
    film: line.id,
    scenario: String(asked.scenario),
    run: String(asked.run - 1),
    day: String(asked.day),
  });
  return (
    <section className="pane stack twin-film" aria-label={t('trialFilm.watch')}>
      <h2>{t('trialFilm.watch')}</h2>
      <p className="quiet">{t('trialFilm.how')}</p>
      <div className="twin-fields">
        <Select
          label={t('twin.scenario')}
          value={String(asked.scenario)}
          onChange={(one) => setAsked({ ...asked, scenario: Number(one) })}
          options={line.scenarios.map((name, s) => [String(s), `${s + 1}. ${name}`])}
        />
        {figure('run', line.replications)}
        {figure('day', line.days)}
        <a className="button" href={`#${query}`}>
          {t('trialFilm.open')}
        </a>
      </div>
    </section>
  );
}
