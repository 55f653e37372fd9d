import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { useCover } from '../advice/useAdvice';
import { useShared } from '../picture/context';
import { t } from '../text';
import { coverFeatures, hideCover, showCover } from './cover';
import { tokenReader } from './style';

interface Props {
  /** Null until the map has been made. */
  readonly map: MapLibreMap | null;
  /** Whether the layer is there from the beginning. */
  readonly on: boolean;
}

/** The button that lays the cover over the map, for one priority at a time. */
export function CoverTool({ map, on }: Props) {
  const [shown, setShown] = useState(on);
  return (
    <>
      <button
        type="button"
        className="button small"
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      >
        {t('cover.layer')}
      </button>
      {shown && <Layer map={map} />}
    </>
  );
}

/** Asks for the cover only while it is shown. */
function Layer({ map }: { map: MapLibreMap | null }) {
  const { region } = useShared();
  const { answer: cover } = useCover();
  const [level, setLevel] = useState(1);
  useEffect(() => {
    if (!map) return;
    return () => hideCover(map);
  }, [map]);
  useEffect(() => {
    if (!map || !cover) return;
    const read = tokenReader(document.documentElement);
    showCover(map, coverFeatures(cover, level, region.shown), {
      good: read('calm'),
      thin: read('warn'),
      bare: read('grave'),
      text: read('text'),
      halo: read('map-land'),
    });
  }, [map, cover, level, region]);
  const levels = cover?.levels ?? [];
  return (
    <fieldset className="cover-levels" data-help="field.coverLevel">
      <legend className="unseen">{t('cover.layerLevel')}</legend>
      {levels.map((one) => (
        <label key={one.level} className="check">
          <input
            type="radio"
            name="cover-level"
            checked={level === one.level}
            onChange={() => setLevel(one.level)}
          />
          {t('cover.level', { level: one.level })}
        </label>
      ))}
      <p className="cover-key">
        <span className="cover-share bare">○ {t('cover.keyBare')}</span>
        <span className="cover-share thin">◐ {t('cover.keyThin')}</span>
        <span className="cover-share good">● {t('cover.keyGood')}</span>
      </p>
    </fieldset>
  );
}
