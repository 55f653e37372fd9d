import { useEffect, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useDesk, useShared } from '../picture/context';
import { placeOf } from '../picture/desk';
import { t } from '../text';
import { addressOf, PANE_VIEWS, viewFrom, viewsOf, type View } from './address';
import { WINDOWS_MAX, windowsAreFull } from './windows';

/** The command table opens the menu by this name. */
export const VIEW_MENU = 'view-menu';

/** All views this person has: here, or in a window of its own on another screen. */
export function ViewMenu() {
  const { session, region } = useShared();
  const { desk } = useDesk();
  const [stopped, setStopped] = useState<'blocked' | 'full' | null>(null);
  const view = viewFrom(location.search, session) ?? 'desk';
  const place = placeOf(desk);
  useEffect(() => {
    document.title = `${t(`view.${view}`)} · ${region.name}`;
  }, [view, region]);
  const views = viewsOf(session);
  if (views.length === 0) return null;
  return (
    <DialogTrigger>
      <Button id={VIEW_MENU} className="button small" aria-keyshortcuts="w">
        {t(`view.${view}`)} ▾ <kbd>W</kbd>
      </Button>
      <Popover className="popover views" placement="bottom start">
        <Dialog className="stack" aria-label={t('view.menu')}>
          <ul>
            {views.map((one) => (
              <Row
                key={one}
                view={one}
                current={one === view}
                address={addressOf(one, place)}
                onStopped={setStopped}
              />
            ))}
          </ul>
          <p className={stopped ? 'warn-ink' : 'quiet'} role={stopped ? 'alert' : undefined}>
            {t(`view.${stopped ?? 'shared'}`, { max: WINDOWS_MAX })}
          </p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface RowProps {
  readonly view: View;
  readonly current: boolean;
  readonly address: string;
  readonly onStopped: (why: 'blocked' | 'full' | null) => void;
}

function Row({ view, current, address, onStopped }: RowProps) {
  const name = t(`view.${view}`);
  const open = async () => {
    if (await windowsAreFull()) {
      onStopped('full');
      return;
    }
    // By a name of its own: asked for again, the same window comes forward.
    const opened = window.open(address, `dirigent-${view}`, 'popup,width=1280,height=800');
    onStopped(opened ? null : 'blocked');
  };
  const part = PANE_VIEWS.some((one) => one === view);
  return (
    <li className={part ? 'part' : ''}>
      <a href={address} aria-current={current ? 'page' : undefined}>
        {name}
      </a>
      <button
        type="button"
        className="button small"
        aria-label={t('view.openIn', { name })}
        onClick={() => void open()}
      >
        {t('view.window')}
      </button>
    </li>
  );
}
