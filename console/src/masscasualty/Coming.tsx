import { useState } from 'react';
import type { RegionPack } from '../api/contract';
import { t } from '../text';
import { clockTime, number } from '../text/format';
import { casualtyPath } from './acts';
import { CategoryMark } from './CategoryMark';
import { categoryOf, personsOf, tagIn, tagsOf } from './counts';
import type { Casualty, SieveRules } from './contract';
import type { Send } from './HospitalPage';
import type { MajorTold } from './useMajor';
import { WardPerson } from './WardPerson';
import { byNeed, needsText, sameTagText, whereText } from './words';

interface Props {
  readonly told: MajorTold;
  readonly rules: SieveRules | null;
  readonly region: RegionPack;
  readonly facility: string;
  readonly send: Send;
}

/** Those on their way first, then those decided, then those who are there. */
export function Coming({ told, rules, region, facility, send }: Props) {
  const near = (one: Casualty) => (one.stage === 'DEPARTED' ? 0 : one.stage === 'AT_SCENE' ? 1 : 2);
  const rows = personsOf(told.casualties)
    .filter((one) => one.stage !== 'SETTLED')
    .sort((a, b) => near(a) - near(b) || byNeed(a, b));
  return (
    <section className="pane hospital-list" aria-label={t('hospital.list')}>
      <header className="pane-head">
        <h2>
          {t('hospital.list')} <span className="count">{number(rows.length)}</span>
        </h2>
      </header>
      {rows.length === 0 && <p className="quiet">{t('hospital.nobody')}</p>}
      <ul>
        {rows.map((one) => (
          <Row key={one.id} {...{ one, rules, region, facility, send }} others={rows} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps extends Omit<Props, 'told'> {
  readonly one: Casualty;
  /** Everybody in the list, for who turns out to be the same person. */
  readonly others: readonly Casualty[];
}

function Row({ one, rules, region, facility, send, others }: RowProps) {
  const [ward, setWard] = useState('');
  const [wrong, setWrong] = useState('');
  const tell = (what: string, body: object) =>
    void send(casualtyPath(one.id, what), body).then(setWrong);
  const coming = one.stage === 'AT_SCENE' || one.stage === 'DEPARTED';
  const tag = tagIn(one.id);
  return (
    <li className={one.stage}>
      <CategoryMark rules={rules} category={categoryOf(one)} />
      <span className="who">
        <b>{tagsOf(one).join(', ')}</b> {needsText(one)}
        {sameTagText(one) && <span className="grave-ink"> {sameTagText(one)}</span>}
        <br />
        <span className="quiet">
          {one.stage === 'DEPARTED'
            ? t('hospital.left', {
                vehicle: one.vehicle,
                time: clockTime(one.times.departedAt ?? ''),
              })
            : whereText(region, one)}
        </span>
      </span>
      {coming && (
        <button
          type="button"
          className="button first"
          aria-label={t('hospital.arrivedOf', { tag })}
          onClick={() => tell('arrival', { facility })}
        >
          {t('hospital.arrived')}
        </button>
      )}
      {one.stage === 'ARRIVED' && (
        <form
          className="hospital-bed"
          onSubmit={(event) => {
            event.preventDefault();
            tell('bed', { ward });
          }}
        >
          <input
            className="search"
            aria-label={t('hospital.wardOf', { tag })}
            placeholder={t('hospital.ward')}
            value={ward}
            maxLength={120}
            onChange={(event) => setWard(event.target.value)}
          />
          <button type="submit" className="button" disabled={ward.trim() === ''}>
            {t('hospital.bed')}
          </button>
        </form>
      )}
      {!coming && (
        <button
          type="button"
          className="button small"
          aria-label={t('hospital.mistakeOf', { tag })}
          onClick={() => tell('reopening', { reason: t('sieve.mistake') })}
        >
          {t('hospital.mistake')}
        </button>
      )}
      <WardPerson {...{ one, others, send }} />
      {wrong && (
        <p role="alert" className="grave-ink">
          {wrong}
        </p>
      )}
    </li>
  );
}
