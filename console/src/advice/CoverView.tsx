import { lazy, Suspense } from 'react';
import { t } from '../text';
import { CoverFigures } from './CoverFigures';
import { MoveList } from './MoveList';
import { useCover } from './useAdvice';

const MapView = lazy(() => import('../map/MapView'));

/** The cover on the map and in figures, with the moves that would better it. */
export function CoverView() {
  const { answer: cover, failed } = useCover();
  return (
    <>
      <Suspense fallback={<div className="pane map" />}>
        <MapView cover />
      </Suspense>
      <section className="pane cover-side" aria-label={t('view.cover')}>
        {failed && <p className="warn-ink">{t('cover.failed')}</p>}
        {cover && (
          <>
            <h2>{t('plan.moves')}</h2>
            <MoveList moves={cover.moves} />
            <h2>{t('cover.title')}</h2>
            <CoverFigures cover={cover} />
          </>
        )}
      </section>
    </>
  );
}
