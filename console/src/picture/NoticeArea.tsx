import { useSyncExternalStore } from 'react';
import { t } from '../text';
import { TourOffer } from '../tour/TourStrip';
import { useShared } from './context';

/** Answers to what this user did: politely when it went well, at once when it did not. */
export function NoticeArea() {
  const { notices } = useShared().actions;
  const list = useSyncExternalStore(notices.subscribe, notices.get);
  return (
    <div className="notices">
      <div role="log" aria-live="polite" aria-label={t('case.log')}>
        {list.map((one) => (
          <div key={one.id} className={`notice ${one.tone}`}>
            <p>
              {one.text}
              {one.remedy && <span className="remedy"> {one.remedy}</span>}
            </p>
            {one.undo && (
              <button
                type="button"
                className="button small"
                onClick={() => {
                  notices.close(one.id);
                  one.undo?.();
                }}
              >
                {t('done.undo')} <kbd>Z</kbd>
              </button>
            )}
            <button
              type="button"
              className="button small plain"
              aria-label={t('problem.dismiss')}
              onClick={() => notices.close(one.id)}
            >
              ✕
            </button>
          </div>
        ))}
      </div>
      {list.length === 0 && <TourOffer />}
    </div>
  );
}
