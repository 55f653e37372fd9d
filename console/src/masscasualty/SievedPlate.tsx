import { useEffect, useState } from 'react';
import { HOLD_MILLISECONDS } from '../crew/outbox';
import { t } from '../text';
import { SPECIALTIES, type About, type Category, type SieveRules } from './contract';
import { inkOn, lookOf, nextTag } from './sieve';
import { lookName } from './words';

interface Props {
  readonly rules: SieveRules;
  readonly tag: string;
  readonly category: Category;
  readonly about: About;
  readonly onUndo: () => void;
  readonly onAgain: () => void;
  /** With what more is known, the same object when nothing is. */
  readonly onNext: (about: About) => void;
}

/** What it became, large enough to be seen at arm's length; what else is known; and the next. */
export function SievedPlate({ rules, tag, category, about, onUndo, onAgain, onNext }: Props) {
  const [told, setTold] = useState(about);
  const [held, setHeld] = useState(true);
  useEffect(() => {
    if ('vibrate' in navigator) navigator.vibrate(80);
    const timer = setTimeout(() => setHeld(false), HOLD_MILLISECONDS);
    return () => clearTimeout(timer);
  }, []);
  const look = lookOf(rules, category);
  const next = nextTag(tag);
  const needs = (one: (typeof SPECIALTIES)[number]) => {
    const others = told.needs.filter((need) => need !== one);
    setTold({ ...told, needs: others.length < told.needs.length ? others : [...others, one] });
  };
  return (
    <>
      <main className="crew-main sieve">
        <p
          className="sieve-plate"
          role="status"
          style={{ background: look.colour, color: inkOn(look.colour) }}
        >
          <b>{lookName(look)}</b>
          <span>{tag}</span>
        </p>
        {category !== 'DEAD' && (
          <fieldset className="sieve-needs">
            <legend>{t('sieve.needs')}</legend>
            {SPECIALTIES.filter((one) => one !== 'DECONTAMINATION').map((one) => (
              <button
                key={one}
                type="button"
                className="button"
                aria-pressed={told.needs.includes(one)}
                onClick={() => needs(one)}
              >
                {t(`specialty.${one}`)}
              </button>
            ))}
            <button
              type="button"
              className="button"
              aria-pressed={told.decontamination === 'NEEDED'}
              onClick={() =>
                setTold({
                  ...told,
                  decontamination: told.decontamination === 'NEEDED' ? 'NOT_NEEDED' : 'NEEDED',
                })
              }
            >
              {t('major.contaminated')}
            </button>
          </fieldset>
        )}
      </main>
      <footer className="crew-pad">
        <div className="crew-row">
          <button type="button" className="button" onClick={held ? onUndo : onAgain}>
            {t(held ? 'done.undo' : 'sieve.once')}
          </button>
        </div>
        <button type="button" className="button first crew-next" onClick={() => onNext(told)}>
          {next === '' ? t('sieve.next') : t('sieve.nextTag', { tag: next })}
        </button>
      </footer>
    </>
  );
}
