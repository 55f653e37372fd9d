import { useEffect, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useDesk, useShared } from '../picture/context';
import { placeOf } from '../picture/desk';
import { t } from '../text';
import { addressOf, PANE_VIEWS, viewFrom, viewsOf, type View } from './address';

/** The command table opens the menu by this name. */
export const VIEW_MENU = 'view-menu';

/** All views this person has: here, or in a window of its own on another screen. */
export function ViewMenu() {
  const { session, region } = useShared();
  const { desk } = useDesk();
  const [full, setFull] = useState(false);
  const view = viewFrom(location.search, session);
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
                onFull={() => setFull(true)}
              />
            ))}
          </ul>
          <p className={full ? 'warn-ink' : 'quiet'} role={full ? 'alert' : undefined}>
            {t(full ? 'view.blocked' : 'view.shared')}
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
  readonly onFull: () => void;
}

function Row({ view, current, address, onFull }: RowProps) {
  const name = t(`view.${view}`);
  const open = () => {
    // By a name of its own: asked for again, the same window comes forward.
    if (!window.open(address, `dirigent-${view}`, 'popup,width=1280,height=800')) onFull();
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
        onClick={open}
      >
        {t('view.window')}
      </button>
    </li>
  );
}
