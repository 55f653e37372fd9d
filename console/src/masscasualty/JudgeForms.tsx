import { useState, type SubmitEvent } from 'react';
import { TextInput } from '../design/Fields';
import { t } from '../text';
import { figures } from '../text/format';
import { CATEGORIES, type Category, type Judgement, type SieveRules } from './contract';
import { inkOn, lookOf, sortOf } from './sieve';
import { labelOf, lookName } from './words';

interface Props {
  readonly rules: SieveRules;
  readonly tag: string;
  readonly onJudged: (category: Category, judgement: Judgement) => void;
  readonly onBack: () => void;
}

/** Sorting by vital signs: the sum and its category stand as soon as the last number does. */
export function SortForm({ rules, tag, onJudged, onBack }: Props) {
  const score = rules.scores[0];
  const [written, setWritten] = useState<Record<string, string>>({});
  if (!score) return <p className="warn-ink">{t('sieve.noScore')}</p>;
  const measured = Object.fromEntries(
    Object.entries(written)
      .filter(([, value]) => /^\d+$/.test(value))
      .map(([finding, value]) => [finding, Number(value)]),
  );
  const found = Object.entries(measured).map(([finding, value]) => ({
    finding,
    value: String(value),
  }));
  const sum = sortOf(score, measured);
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (sum) onJudged(sum.category, { score: score.code, found });
  };
  const look = sum ? lookOf(rules, sum.category) : null;
  return (
    <form className="sieve-form" onSubmit={save} noValidate>
      <main className="crew-main sieve">
        <h2>{t('sieve.sortTitle', { tag })}</h2>
        {score.signs.map((sign) => (
          <TextInput
            key={sign.finding}
            label={labelOf(sign)}
            topic="vitalSign"
            value={written[sign.finding] ?? ''}
            onChange={(value) => setWritten({ ...written, [sign.finding]: figures(value) })}
            maxLength={3}
            inputMode="numeric"
          />
        ))}
        {sum && look && (
          <p
            className="sieve-plate small"
            role="status"
            style={{ background: look.colour, color: inkOn(look.colour) }}
          >
            <b>{lookName(look)}</b>
            <span>{t('sieve.points', { points: sum.points })}</span>
          </p>
        )}
        <p className="quiet">{`${score.name} ${score.version}`}</p>
      </main>
      <footer className="crew-pad">
        <button type="button" className="button" onClick={onBack}>
          {t('sieve.back')}
        </button>
        <button type="submit" className="button first crew-next" disabled={!sum}>
          {t('sieve.save')}
        </button>
      </footer>
    </form>
  );
}

/** A person's own judgement, with a reason that stands beside it. */
export function HandForm({ rules, tag, onJudged, onBack }: Props) {
  const [reason, setReason] = useState(t('sieve.handReason'));
  return (
    <>
      <main className="crew-main sieve">
        <h2>{t('sieve.handTitle', { tag })}</h2>
        <TextInput
          label={t('form.reason')}
          topic="reason"
          value={reason}
          onChange={setReason}
          maxLength={300}
          required
        />
      </main>
      <footer className="crew-pad">
        <div className="sieve-hand">
          {CATEGORIES.map((one) => {
            const look = lookOf(rules, one);
            return (
              <button
                key={one}
                type="button"
                className="button"
                disabled={reason.trim().length < 2}
                style={{ background: look.colour, color: inkOn(look.colour) }}
                onClick={() => onJudged(one, { category: one, reason: reason.trim() })}
              >
                {lookName(look)}
              </button>
            );
          })}
        </div>
        <button type="button" className="button" onClick={onBack}>
          {t('sieve.back')}
        </button>
      </footer>
    </>
  );
}
