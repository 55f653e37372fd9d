import { useState } from 'react';
import { t } from '../text';
import { figures } from '../text/format';
import { Foot } from './CapacityPlanForm';
import type { BedPlan } from './contract';
import type { SendPlan } from './HospitalPlans';
import { RISKS } from './plans';

type Release = BedPlan['releases'][number];

/** As many as the server takes. */
const RELEASES_MAX = 200;

const EMPTY: Release = { ward: '', beds: 0, withinHours: 4, risk: 'MINIMAL', to: '' };

interface Props {
  readonly facility: string;
  readonly before: BedPlan | null;
  readonly today: string;
  readonly send: SendPlan;
}

/** Reverse triage: which beds are freed, who risks what by it, and where they go. */
export function BedPlanForm({ facility, before, today, send }: Props) {
  const [releases, setReleases] = useState<readonly Release[]>(before?.releases ?? [EMPTY]);
  const [source, setSource] = useState(before?.source ?? '');
  const [documentedOn, setDate] = useState(today);
  const [wrong, setWrong] = useState('');
  const change = (at: number, next: Release) =>
    setReleases(releases.map((one, index) => (index === at ? next : one)));
  return (
    <form
      className="hospital-plan"
      aria-label={t('plans.writeBeds')}
      onSubmit={(event) => {
        event.preventDefault();
        void send('bed-plans', { facility, releases, source, documentedOn }).then(setWrong);
      }}
    >
      <p className="quiet">{t('plans.bedsHow')}</p>
      {releases.map((one, at) => (
        <ReleaseRow key={at} one={one} at={at + 1} onChange={(next) => change(at, next)} />
      ))}
      <div className="choices">
        <button
          type="button"
          className="button small"
          disabled={releases.length >= RELEASES_MAX}
          onClick={() => setReleases([...releases, EMPTY])}
        >
          {t('plans.addWard')}
        </button>
        {releases.length > 1 && (
          <button
            type="button"
            className="button small"
            onClick={() => setReleases(releases.slice(0, -1))}
          >
            {t('plans.removeWard')}
          </button>
        )}
      </div>
      <Foot {...{ source, setSource, documentedOn, setDate, today, wrong }} />
    </form>
  );
}

interface RowProps {
  readonly one: Release;
  readonly at: number;
  readonly onChange: (one: Release) => void;
}

function ReleaseRow({ one, at, onChange }: RowProps) {
  const count = (text: string) => Number(figures(text));
  return (
    <fieldset className="hospital-release">
      <legend>{t('plans.wardAt', { at })}</legend>
      <label className="field">
        <span className="label">{t('plans.ward')}</span>
        <input
          value={one.ward}
          maxLength={120}
          required
          onChange={(event) => onChange({ ...one, ward: event.target.value })}
        />
      </label>
      <label className="field short">
        <span className="label">{t('plans.beds')}</span>
        <input
          value={one.beds === 0 ? '' : one.beds}
          inputMode="numeric"
          maxLength={4}
          required
          onChange={(event) => onChange({ ...one, beds: count(event.target.value) })}
        />
      </label>
      <label className="field short">
        <span className="label">{t('plans.within')}</span>
        <input
          value={one.withinHours === 0 ? '' : one.withinHours}
          inputMode="numeric"
          maxLength={2}
          required
          onChange={(event) => onChange({ ...one, withinHours: count(event.target.value) })}
        />
      </label>
      <label className="field">
        <span className="label">{t('plans.risk')}</span>
        <select
          value={one.risk}
          onChange={(event) => {
            const risk = RISKS.find((each) => each === event.target.value);
            if (risk) onChange({ ...one, risk });
          }}
        >
          {RISKS.map((each) => (
            <option key={each} value={each}>
              {t(`risk.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="label">{t('plans.to')}</span>
        <input
          value={one.to}
          maxLength={120}
          required
          onChange={(event) => onChange({ ...one, to: event.target.value })}
        />
      </label>
    </fieldset>
  );
}
