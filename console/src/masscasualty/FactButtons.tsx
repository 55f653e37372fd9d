import { useRef, useState } from 'react';
import { t } from '../text';
import { SPECIALTIES, type About, type Fact } from './contract';

interface Props {
  /** What is known already. */
  readonly about: About;
  /** Words of families that others are said to belong to. */
  readonly families: readonly string[];
  /** Tells one thing; gives the press. */
  readonly onFact: (fact: Fact) => string;
  /** Takes a press back; gives whether it was in time. */
  readonly onUnsay: (press: string) => boolean;
}

/**
 * What else is known of somebody. Each press is told by itself and at once: nothing that is not
 * pressed is said, so nothing another has said is wiped.
 */
export function FactButtons({ about, families, onFact, onUnsay }: Props) {
  const [needs, setNeeds] = useState<readonly string[]>(about.needs);
  const [cleaning, setCleaning] = useState(about.decontamination);
  const pressed = useRef(new Map<string, string>());
  /** Says a thing, or only takes back what was said of it when that has not been sent yet. */
  const say = (of: string, fact: Fact, back: boolean) => {
    const before = pressed.current.get(of);
    pressed.current.delete(of);
    if (back && before !== undefined && onUnsay(before)) return;
    pressed.current.set(of, onFact(fact));
  };
  const need = (one: string) => {
    const has = needs.includes(one);
    setNeeds(has ? needs.filter((other) => other !== one) : [...needs, one]);
    say(one, { kind: has ? 'NO_NEED' : 'NEED', value: one }, has);
  };
  const clean = (next: About['decontamination']) => {
    setCleaning(next);
    say('clean', { kind: 'DECONTAMINATION', value: next }, next === about.decontamination);
  };
  return (
    <>
      <fieldset className="sieve-needs">
        <legend>{t('sieve.needs')}</legend>
        {SPECIALTIES.filter((one) => one !== 'DECONTAMINATION').map((one) => (
          <button
            key={one}
            type="button"
            className="button"
            aria-pressed={needs.includes(one)}
            onClick={() => need(one)}
          >
            {t(`specialty.${one}`)}
          </button>
        ))}
        <button
          type="button"
          className="button"
          aria-pressed={cleaning === 'NEEDED'}
          onClick={() => clean(cleaning === 'NEEDED' ? 'NOT_NEEDED' : 'NEEDED')}
        >
          {t('major.contaminated')}
        </button>
        {cleaning !== 'NOT_NEEDED' && (
          <button
            type="button"
            className="button"
            aria-pressed={cleaning === 'DONE'}
            onClick={() => clean(cleaning === 'DONE' ? 'NEEDED' : 'DONE')}
          >
            {t('major.clean')}
          </button>
        )}
      </fieldset>
      <FamilyField family={about.family} families={families} onFact={onFact} />
    </>
  );
}

type FamilyProps = Pick<Props, 'families' | 'onFact'> & { readonly family: string };

/** One word for those who belong together, written once and then chosen. */
function FamilyField({ family, families, onFact }: FamilyProps) {
  const [word, setWord] = useState(family);
  const [said, setSaid] = useState(family);
  const changed = word.trim().toUpperCase() !== said;
  return (
    <form
      className="sieve-family"
      onSubmit={(event) => {
        event.preventDefault();
        setSaid(word.trim().toUpperCase());
        onFact({ kind: 'FAMILY', value: word.trim() });
      }}
    >
      <div className="field">
        <label htmlFor="sieve-family">{t('sieve.family')}</label>
        <input
          id="sieve-family"
          value={word}
          maxLength={40}
          autoComplete="off"
          list="sieve-families"
          onChange={(event) => setWord(event.target.value)}
        />
        <datalist id="sieve-families">
          {families.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </div>
      <button type="submit" className="button" disabled={!changed}>
        {t('sieve.save')}
      </button>
    </form>
  );
}
