import type { MouseEvent } from 'react';
import { AlarmStrip } from '../alarm/AlarmStrip';
import type { RegionSummary } from '../api/contract';
import { CommandsProvider } from '../commands/CommandsProvider';
import { CommandLine } from '../commands/CommandLine';
import { HelpSheet } from '../commands/HelpSheet';
import { Boundary } from '../design/Boundary';
import { HelpFoot } from '../help/HelpFoot';
import { MajorStrip } from '../masscasualty/MajorStrip';
import { t } from '../text';
import { LostBanner } from './Connection';
import { useDesk, useModel } from './context';
import { DeskPanes, PaneTabs } from './DeskPanes';
import { TopBar } from './TopBar';

interface Props {
  readonly regions: readonly RegionSummary[];
  readonly forbidden: boolean;
  readonly onRegion: (code: string) => void;
  readonly onLeave: () => void;
}

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
        <MajorStrip />
        {loaded ? (
          <DeskPanes />
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
