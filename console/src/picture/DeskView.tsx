import { lazy, Suspense, type MouseEvent } from 'react';
import { AlarmStrip } from '../alarm/AlarmStrip';
import type { RegionSummary } from '../api/contract';
import { CommandsProvider } from '../commands/CommandsProvider';
import { CommandLine } from '../commands/CommandLine';
import { HelpSheet } from '../commands/HelpSheet';
import { Boundary } from '../design/Boundary';
import { HelpFoot } from '../help/HelpFoot';
import { UnitList } from '../fleet/UnitList';
import { IncidentList } from '../incident/IncidentList';
import { Panel } from '../incident/Panel';
import { t } from '../text';
import { LostBanner } from './Connection';
import { useDesk, useModel } from './context';
import type { Pane } from './desk';
import { TopBar } from './TopBar';

// The map library is the largest part of the page; the lists must not wait for it.
const MapView = lazy(() => import('../map/MapView'));

interface Props {
  readonly regions: readonly RegionSummary[];
  readonly forbidden: boolean;
  readonly onRegion: (code: string) => void;
  readonly onLeave: () => void;
}

const PANES: readonly Pane[] = ['list', 'map', 'units', 'case'];

/** The desk: what is urgent above, what waits to the left, where in the middle, the case right. */
export function DeskView({ regions, forbidden, onRegion, onLeave }: Props) {
  const { desk } = useDesk();
  const loaded = useModel((model) => model.seq >= 0);
  return (
    <CommandsProvider>
      <a className="skip" href={`#list-${desk.list}`} onClick={focusTarget}>
        {t('app.skip')}
      </a>
      <div className="desk" data-pane={desk.pane}>
        <TopBar regions={regions} onRegion={onRegion} onLeave={onLeave} />
        <Boundary pane={t('alarm.title')}>
          <AlarmStrip />
        </Boundary>
        <LostBanner forbidden={forbidden} />
        {loaded ? (
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
        ) : (
          <main className="centre">{!forbidden && <p role="status">{t('app.loading')}</p>}</main>
        )}
        <HelpFoot />
        <PaneTabs />
      </div>
      <CommandLine />
      <HelpSheet />
    </CommandsProvider>
  );
}

/** Moves the focus without touching the address, which keeps the desk's place. */
function focusTarget(event: MouseEvent<HTMLAnchorElement>) {
  event.preventDefault();
  document.querySelector<HTMLElement>(event.currentTarget.hash)?.focus();
}

/** On a narrow screen one view shows at a time. */
function PaneTabs() {
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
