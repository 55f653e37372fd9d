import { useEffect, useState } from 'react';
import { HOLD_MILLISECONDS } from '../crew/outbox';
import { t } from '../text';
import { FactButtons } from './FactButtons';
import { UNKNOWN, type Category, type Fact, type SieveRules } from './contract';
import { inkOn, lookOf, nextTag } from './sieve';
import { lookName } from './words';

interface Props {
  readonly rules: SieveRules;
  readonly tag: string;
  readonly category: Category;
  readonly families: readonly string[];
  /** Tells one thing; gives the press. */
  readonly onFact: (fact: Fact) => string;
  /** Takes a press back; gives whether it was in time. */
  readonly onUnsay: (press: string) => boolean;
  readonly onUndo: () => void;
  readonly onAgain: () => void;
  readonly onNext: () => void;
}

/** What it became, large enough to be seen at arm's length; what else is known; and the next. */
export function SievedPlate(props: Props) {
  const { rules, tag, category, families, onFact, onUnsay, onUndo, onAgain, onNext } = props;
  const [held, setHeld] = useState(true);
  useEffect(() => {
    if ('vibrate' in navigator) navigator.vibrate(80);
    const timer = setTimeout(() => setHeld(false), HOLD_MILLISECONDS);
    return () => clearTimeout(timer);
  }, []);
  const look = lookOf(rules, category);
  const next = nextTag(tag);
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
        {tag.includes('.') && (
          <p role="alert" className="grave-ink">
            {t('sieve.tagTwice', { tag })}
          </p>
        )}
        {category !== 'DEAD' && (
          <FactButtons about={UNKNOWN} families={families} onFact={onFact} onUnsay={onUnsay} />
        )}
      </main>
      <footer className="crew-pad">
        <div className="crew-row">
          <button type="button" className="button" onClick={held ? onUndo : onAgain}>
            {t(held ? 'done.undo' : 'sieve.once')}
          </button>
        </div>
        <button type="button" className="button first crew-next" onClick={onNext}>
          {next === '' ? t('sieve.next') : t('sieve.nextTag', { tag: next })}
        </button>
      </footer>
    </>
  );
}
