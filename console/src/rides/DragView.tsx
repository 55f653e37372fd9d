import { useEffect, useState } from 'react';
import { t, tCode } from '../text';
import { useRides } from './context';
import { TrialView, useTrial, type Told } from './TrialView';
import type { Drag } from './useRideDrag';

/** A line that the pointer only passes is not asked about; in milliseconds. */
const RESTS_MILLISECONDS = 120;
/** Beside the pointer, not under it; in pixels. */
const BESIDE_PIXELS = 16;
/** The widest it gets, so that it stays on the screen; in pixels, as the style sheet has it. */
const WIDTH_PIXELS = 300;

interface Props {
  readonly drag: Drag;
  /** Told what the vehicle under the pointer would mean, and nothing while nobody knows. */
  readonly onTold: (told: Told | null) => void;
}

/** What dropping the ride here would lead to, beside the pointer: the same as the form says. */
export function DragView({ drag, onTold }: Props) {
  const { rows, bar } = useRides();
  const other = drag.unit === bar?.unit ? '' : drag.unit;
  const [rested, setRested] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setRested(other), RESTS_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [other]);
  const asked = rested === other ? other : '';
  const told = useTrial(drag.transport, asked);
  useEffect(() => onTold(asked === '' ? null : told), [onTold, asked, told]);
  const vehicle = rows.find((row) => row.vehicle.unit === other)?.vehicle;
  const left = Math.min(drag.x + BESIDE_PIXELS, window.innerWidth - WIDTH_PIXELS);
  return (
    <div className="ride-drag" role="status" style={{ left, top: drag.y + BESIDE_PIXELS }}>
      {vehicle ? (
        <>
          <p>
            {t('rides.dragTo', {
              callSign: vehicle.callSign,
              kind: tCode('kind', vehicle.kind).toLowerCase(),
            })}
          </p>
          <TrialView told={asked === '' ? null : told} />
        </>
      ) : (
        <p className="quiet">{t('rides.dragWhere')}</p>
      )}
    </div>
  );
}
