import type { RegionSummary } from '../api/contract';
import { CommandButton } from '../commands/CommandButton';
import { RegionChoice } from '../identity/RegionChoice';
import { t } from '../text';
import { clockSeconds, number } from '../text/format';
import { ConnectionState } from './Connection';
import { useDemo, useModel, useServerNow, useShared } from './context';
import { ViewMenu } from '../view/ViewMenu';
import { DemoControl } from './DemoControl';
import { DrillMark } from './DrillMark';
import { Menu } from './Menu';

interface Props {
  readonly regions: readonly RegionSummary[];
  readonly onRegion: (code: string) => void;
  readonly onLeave: () => void;
}

export function TopBar({ regions, onRegion, onLeave }: Props) {
  const { region } = useShared();
  const { demo, setDemo } = useDemo();
  const place = <RegionChoice region={region} regions={regions} onRegion={onRegion} />;
  return (
    <header className="top">
      <h1 className="unseen">{`${t('app.name')} ${region.name}`}</h1>
      <DrillMark region={region} />
      <span className="place">{place}</span>
      <ViewMenu />
      <Clock />
      <ConnectionState />
      <span className="gap" />
      {demo && <DemoControl demo={demo} onChange={setDemo} />}
      <CommandButton id="new" className="button small wide" />
      <CommandButton id="line" className="button small plain wide" />
      <CommandButton id="explain" className="button small plain wide" text={t('top.help')} />
      <Menu demo={demo} onDemo={setDemo} region={place} onLeave={onLeave} />
    </header>
  );
}

function Clock() {
  const now = useServerNow();
  const speed = useModel((model) => model.clock?.speed ?? 1);
  return (
    <span className="clock" data-help="pane.clock" role="timer" aria-label={t('top.clock')}>
      {clockSeconds(now)}
      {speed !== 1 && (
        <span className="tag">{t('top.speed', { speed: number(speed, speed % 1 ? 1 : 0) })}</span>
      )}
    </span>
  );
}
