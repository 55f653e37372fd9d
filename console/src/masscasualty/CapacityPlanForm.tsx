import { useState } from 'react';
import { t } from '../text';
import { figures, number } from '../text/format';
import type { Category, HospitalCapacity, SieveRules, Specialty } from './contract';
import { SPECIALTIES } from './contract';
import { TRAVELLING } from './counts';
import type { SendPlan } from './HospitalPlans';
import { draftOf, EMPTY, hoursOf, PLUS, takesOf, type HourDraft, type PlusDraft } from './plans';
import { categoryName } from './words';
import { Scrolls } from './Scrolls';

/** As many as the server takes. */
const HOURS_MAX = 72;

interface Props {
  readonly facility: string;
  readonly rules: SieveRules | null;
  readonly before: HospitalCapacity | null;
  readonly today: string;
  readonly send: SendPlan;
}

/** What the hospital can take in each hour after the alarm, from what each of PLUS allows. */
export function CapacityPlanForm({ facility, rules, before, today, send }: Props) {
  const [hours, setHours] = useState(() => draftOf(before));
  const [source, setSource] = useState(before?.source ?? '');
  const [documentedOn, setDate] = useState(today);
  const [wrong, setWrong] = useState('');
  const change = (at: number, hour: HourDraft) =>
    setHours(hours.map((one, index) => (index === at ? hour : one)));
  const save = () =>
    void send('capacities', { facility, hours: hoursOf(hours), source, documentedOn }).then(
      setWrong,
    );
  return (
    <form
      className="hospital-plan"
      aria-label={t('plans.writeCapacity')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p className="quiet">{t('plans.capacityHow')}</p>
      {hours.map((hour, at) => (
        <Hour key={at} {...{ hour, at, rules }} onChange={(next) => change(at, next)} />
      ))}
      <div className="choices">
        <button
          type="button"
          className="button small"
          disabled={hours.length >= HOURS_MAX}
          onClick={() => setHours([...hours, hours.at(-1) ?? {}])}
        >
          {t('plans.addHour')}
        </button>
        {hours.length > 1 && (
          <button
            type="button"
            className="button small"
            onClick={() => setHours(hours.slice(0, -1))}
          >
            {t('plans.removeHour')}
          </button>
        )}
      </div>
      <Foot {...{ source, setSource, documentedOn, setDate, today, wrong }} />
    </form>
  );
}

interface HourProps {
  readonly hour: HourDraft;
  readonly at: number;
  readonly rules: SieveRules | null;
  readonly onChange: (hour: HourDraft) => void;
}

function Hour({ hour, at, rules, onChange }: HourProps) {
  const [more, setMore] = useState(SPECIALTIES.some((one) => hour[one]));
  const rows: readonly (Category | Specialty)[] = more
    ? [...TRAVELLING, ...SPECIALTIES]
    : TRAVELLING;
  const name = (code: Category | Specialty) =>
    SPECIALTIES.some((one) => one === code)
      ? t(`specialty.${code as Specialty}`)
      : categoryName(rules, code as Category);
  return (
    <Scrolls label={t('plans.hour', { at: at + 1 })}>
      <table>
        <caption>{t('plans.hour', { at: at + 1 })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('plans.persons')}</th>
            {PLUS.map((part) => (
              <th key={part} scope="col">
                {t(`plus.${part}`)}
              </th>
            ))}
            <th scope="col">{t('plans.takes')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((code) => (
            <PlusRow
              key={code}
              name={name(code)}
              hour={at + 1}
              draft={hour[code] ?? EMPTY}
              onChange={(next) => onChange({ ...hour, [code]: next })}
            />
          ))}
        </tbody>
      </table>
      {!more && (
        <button type="button" className="button small" onClick={() => setMore(true)}>
          {t('plans.specialties')}
        </button>
      )}
    </Scrolls>
  );
}

interface RowProps {
  readonly name: string;
  readonly hour: number;
  readonly draft: PlusDraft;
  readonly onChange: (draft: PlusDraft) => void;
}

function PlusRow({ name, hour, draft, onChange }: RowProps) {
  const takes = takesOf(draft);
  return (
    <tr>
      <th scope="row">{name}</th>
      {PLUS.map((part) => (
        <td key={part}>
          <input
            aria-label={t('plans.cell', { name, part: t(`plus.${part}`), hour })}
            value={draft[part]}
            inputMode="numeric"
            maxLength={5}
            onChange={(event) => onChange({ ...draft, [part]: figures(event.target.value) })}
          />
        </td>
      ))}
      <td>
        <b>{takes === null ? '–' : number(takes)}</b>
      </td>
    </tr>
  );
}

interface FootProps {
  readonly source: string;
  readonly setSource: (source: string) => void;
  readonly documentedOn: string;
  readonly setDate: (date: string) => void;
  readonly today: string;
  readonly wrong: string;
}

/** Who says so and when: a number without them is nobody's. */
export function Foot({ source, setSource, documentedOn, setDate, today, wrong }: FootProps) {
  return (
    <>
      <label className="field">
        <span className="label">{t('plans.source')}</span>
        <input
          value={source}
          maxLength={300}
          required
          onChange={(event) => setSource(event.target.value)}
        />
      </label>
      <label className="field">
        <span className="label">{t('plans.date')}</span>
        <input
          type="date"
          value={documentedOn}
          max={today}
          required
          onChange={(event) => setDate(event.target.value)}
        />
      </label>
      <button type="submit" className="button first">
        {t('form.save')}
      </button>
      <p role="alert" className="grave-ink">
        {wrong}
      </p>
    </>
  );
}
