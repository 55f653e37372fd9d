import { useCrewPicture, useOutbox } from '../crew/context';
import { KeptList } from '../crew/StatusPad';
import { t } from '../text';
import { number } from '../text/format';
import type { Sieved } from './kept';

interface HeadProps {
  readonly mine: readonly Sieved[];
  /** Whether the phone keeps what it has sieved. */
  readonly safe: boolean;
  readonly onList: () => void;
  readonly onLeave: () => void;
}

/** How many this phone has sieved, and how many of them have not reached the server. */
export function SieveHead({ mine, safe, onList, onLeave }: HeadProps) {
  const kept = useOutbox();
  const { glance } = useCrewPicture();
  const unsent = kept.filter((one) => 'casualty' in one && one.state !== 'REFUSED').length;
  return (
    <div className="sieve-head">
      <button type="button" className="button" onClick={onLeave}>
        {t('sieve.leave', { callSign: glance?.unit.callSign ?? '' })}
      </button>
      <p role="status">
        {t('sieve.count', { count: mine.length })}
        <br />
        <span className={unsent > 0 ? 'warn-ink' : 'quiet'}>
          {unsent > 0 ? t('sieve.unsent', { count: number(unsent) }) : t('sieve.allSent')}
        </span>
      </p>
      <button type="button" className="button" onClick={onList}>
        {t('sieve.list')}
      </button>
      {!safe && (
        <p role="alert" className="lost-banner">
          {t('sieve.unsafe')}
        </p>
      )}
      <KeptList kept={kept.filter((one) => one.state === 'REFUSED')} />
    </div>
  );
}
