import { lazy, Suspense, type ReactNode } from 'react';
import { CoverView } from '../advice/CoverView';
import { PlanPane } from '../advice/PlanPane';
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
import { LostBanner } from '../picture/Connection';
import { useModel } from '../picture/context';
import { TopBar } from '../picture/TopBar';
import { t } from '../text';
import { CountyView } from '../county/CountyView';
import { LogView } from '../film/LogView';
import { HandoverView } from '../handover/HandoverView';
import { WaitingBoard } from '../waiting/WaitingBoard';
import { hasPanel, type PageView, type View } from './address';

/** The views with this frame: the desk has its own, the wall and the crew none. */
export type FramedView = Exclude<View, 'desk' | 'wall' | PageView>;

const MapView = lazy(() => import('../map/MapView'));

interface Props {
  readonly view: FramedView;
  readonly regions: readonly RegionSummary[];
  readonly forbidden: boolean;
  readonly onRegion: (code: string) => void;
  readonly onLeave: () => void;
}

/** Any view but the desk: the same frame of clock, alarms and connection around another middle. */
export function OtherView({ view, regions, forbidden, onRegion, onLeave }: Props) {
  // Without the panel a form would open where nobody sees it, and a unit be sent unseen.
  const keys = hasPanel(view) ? 'all' : 'view';
  const loaded = useModel((model) => model.seq >= 0);
  return (
    <CommandsProvider keys={keys}>
      <div className="desk">
        <TopBar regions={regions} onRegion={onRegion} onLeave={onLeave} />
        <AlarmStrip />
        <LostBanner forbidden={forbidden} />
        <main className={loaded ? `view-main ${view}-view` : 'centre'}>
          {loaded && <Boundary pane={t(`view.${view}`)}>{middleOf(view)}</Boundary>}
          {!loaded && !forbidden && <p role="status">{t('app.loading')}</p>}
        </main>
        <HelpFoot />
      </div>
      <CommandLine />
      <HelpSheet />
    </CommandsProvider>
  );
}

function middleOf(view: FramedView): ReactNode {
  switch (view) {
    case 'nurse':
      return <WaitingBoard />;
    case 'county':
      return <CountyView />;
    case 'handover':
      return <HandoverView />;
    case 'log':
      return <LogView />;
    case 'map':
      return (
        <Suspense fallback={<div className="pane map" />}>
          <MapView />
        </Suspense>
      );
    case 'cover':
      return <CoverView />;
    case 'plan':
      return (
        <>
          <section className="pane" aria-label={t('view.plan')}>
            <PlanPane />
          </section>
          <Panel />
        </>
      );
    case 'units':
      return <UnitList />;
    case 'list':
      return <IncidentList />;
    case 'case':
      return <Panel />;
  }
}
