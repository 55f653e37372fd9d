import { lazy, Suspense } from 'react';
import { Boundary } from '../design/Boundary';
import { UnitList } from '../fleet/UnitList';
import { IncidentList } from '../incident/IncidentList';
import { Panel } from '../incident/Panel';
import { t } from '../text';
import { useDesk } from './context';
import type { Pane } from './desk';

// The map library is the largest part of the page; the lists must not wait for it.
const MapView = lazy(() => import('../map/MapView'));

const PANES: readonly Pane[] = ['list', 'map', 'units', 'case'];

/** What waits to the left, where in the middle, the case right; of now, or of the past. */
export function DeskPanes() {
  const { desk } = useDesk();
  return (
    <main className="desk-main">
      <Boundary pane={t('pane.list')}>
        <IncidentList />
      </Boundary>
      <div className="middle">
        <Boundary pane={t('pane.map')}>
          <Suspense fallback={<div className="pane map" />}>
            <MapView />
          </Suspense>
        </Boundary>
        <Boundary pane={t('pane.units')}>
          <UnitList />
        </Boundary>
      </div>
      <Boundary key={`${desk.incident} ${desk.unit}`} pane={t('pane.case')}>
        <Panel />
      </Boundary>
    </main>
  );
}

/** On a narrow screen one view shows at a time. */
export function PaneTabs() {
  const { desk, dispatch } = useDesk();
  return (
    <nav className="pane-tabs" aria-label={t('pane.label')}>
      {PANES.map((pane) => (
        <button
          key={pane}
          type="button"
          aria-current={desk.pane === pane ? 'page' : undefined}
          onClick={() => dispatch({ type: 'pane', pane })}
        >
          {t(`pane.${pane}`)}
        </button>
      ))}
    </nav>
  );
}
