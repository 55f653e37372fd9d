import { lazy, Suspense, type ReactNode } from 'react';
import { CoverView } from '../advice/CoverView';
import { PlanPane } from '../advice/PlanPane';
import { AlarmStrip } from '../alarm/AlarmStrip';
import type { RegionSummary } from '../api/contract';
import { CommandsProvider } from '../commands/CommandsProvider';
import { CommandLine } from '../commands/CommandLine';
import { HelpSheet } from '../commands/HelpSheet';
import { isOwn } from '../commands/groups';
import { Boundary } from '../design/Boundary';
import { HelpFoot } from '../help/HelpFoot';
import { UnitList } from '../fleet/UnitList';
import { IncidentList } from '../incident/IncidentList';
import { Panel } from '../incident/Panel';
import { LostBanner } from '../picture/Connection';
import { useModel, useShared } from '../picture/context';
import { TopBar } from '../picture/TopBar';
import { t } from '../text';
import { CountyView } from '../county/CountyView';
import { LogView } from '../film/LogView';
import { HandoverView } from '../handover/HandoverView';
import { MajorStrip } from '../masscasualty/MajorStrip';
import { MajorProvider } from '../masscasualty/MajorProvider';
import { MajorView } from '../masscasualty/MajorView';
import { RidesProvider } from '../rides/RidesProvider';
import { RidesView } from '../rides/RidesView';
import { WaitingBoard } from '../waiting/WaitingBoard';
import { hasPanel, seesPicture, type PageView, type View } from './address';
import { PlainHead } from './PlainHead';

/** The views with this frame: the desk has its own, the wall and the crew none. */
export type FramedView = Exclude<View, 'desk' | 'wall' | 'majorwall' | PageView>;

const MapView = lazy(() => import('../map/MapView'));

interface Props {
  readonly view: FramedView;
  readonly regions: readonly RegionSummary[];
  readonly forbidden: boolean;
  readonly onRegion: (code: string) => void;
  readonly onLeave: () => void;
}

/** Any view but the desk: the same frame of clock, alarms and connection around another middle. */
export function OtherView(props: Props) {
  if (props.view === 'major')
    return (
      <MajorProvider>
        <Framed {...props} />
      </MajorProvider>
    );
  if (props.view !== 'rides') return <Framed {...props} />;
  return (
    <RidesProvider>
      <Framed {...props} />
    </RidesProvider>
  );
}

function Framed({ view, regions, forbidden, onRegion, onLeave }: Props) {
  const { session, region } = useShared();
  // A planner reads the plan of rides and has no live picture around it.
  const picture = seesPicture(session);
  // Without the panel a form would open where nobody sees it, and a unit be sent unseen.
  const keys = isOwn(view) ? view : hasPanel(view) ? 'all' : 'view';
  const loaded = useModel((model) => model.seq >= 0) || !picture;
  return (
    <CommandsProvider keys={keys}>
      <div className="desk">
        {picture ? (
          <>
            <TopBar regions={regions} onRegion={onRegion} onLeave={onLeave} />
            <AlarmStrip />
            <LostBanner forbidden={forbidden} />
            {view !== 'major' && <MajorStrip />}
          </>
        ) : (
          <PlainHead {...{ view, session, region, regions, onRegion, onLeave }} />
        )}
        <main className={loaded ? `view-main ${view}-view` : 'centre'}>
          {loaded && <Boundary pane={t(`view.${view}`)}>{middleOf(view, picture)}</Boundary>}
          {!loaded && !forbidden && <p role="status">{t('app.loading')}</p>}
        </main>
        <HelpFoot />
      </div>
      <CommandLine />
      <HelpSheet />
    </CommandsProvider>
  );
}

function middleOf(view: FramedView, picture: boolean): ReactNode {
  switch (view) {
    case 'rides':
      return <RidesView map={picture} />;
    case 'major':
      return <MajorView />;
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
