import { useEffect } from 'react';
import { unsentStatuses } from '../crew/offline';
import { t } from '../text';

/** How often to ask whether the server is back, in milliseconds. */
const RETRY_MILLISECONDS = 3_000;

/**
 * The page was loaded and the server does not answer: nothing is known, and that is what it says.
 * It goes on by itself.
 */
export function Away({ onRetry }: { onRetry: () => void }) {
  useEffect(() => {
    const timer = setInterval(onRetry, RETRY_MILLISECONDS);
    return () => clearInterval(timer);
  }, [onRetry]);
  const unsent = unsentStatuses();
  return (
    <main className="centre away">
      <h1>{t('app.name')}</h1>
      <p role="alert" className="lost-banner">
        {t('away.lost')}
      </p>
      {unsent > 0 && <p>{t('away.unsent', { count: unsent })}</p>}
      <button type="button" className="button" onClick={onRetry}>
        {t('region.retry')}
      </button>
    </main>
  );
}
