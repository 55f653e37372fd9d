import { useEffect } from 'react';
import { t } from '../text';
import { useShared } from './context';

/** In a drill the word stands before everything else, on the page and on what is printed. */
export function DrillMark() {
  const { region } = useShared();
  useEffect(() => {
    if (!region.drill) return;
    const before = document.title;
    document.title = `${t('drill.word')} · ${before}`;
    document.body.dataset['drill'] = t('drill.word');
    return () => {
      document.title = before;
      delete document.body.dataset['drill'];
    };
  }, [region]);
  return region.drill ? (
    <strong className="drill" title={t('drill.note')}>
      {t('drill.word')}
    </strong>
  ) : null;
}
