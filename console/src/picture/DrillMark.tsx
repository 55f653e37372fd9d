import { useEffect } from 'react';
import type { RegionPack } from '../api/contract';
import { t } from '../text';

/** In a drill the word stands before everything else, on each page and on what is printed. */
export function DrillMark({ region }: { region: RegionPack }) {
  const { drill } = region;
  useEffect(() => {
    if (!drill) return;
    document.body.dataset['drill'] = t('drill.word');
    return () => {
      delete document.body.dataset['drill'];
    };
  }, [drill]);
  return drill ? (
    <strong className="drill" title={t('drill.note')}>
      {t('drill.word')}
    </strong>
  ) : null;
}
