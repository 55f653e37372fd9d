import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { RegionPack, RegionSummary, Session } from '../api/contract';
import { LanguageChoice, ThemeChoice } from '../design/Choices';
import { RegionChoice } from '../identity/RegionChoice';
import { DrillMark } from '../picture/DrillMark';
import { t } from '../text';
import { addressOf, viewsOf, type View } from './address';

interface Props {
  readonly view: View;
  readonly session: Session;
  readonly region: RegionPack;
  readonly regions: readonly RegionSummary[];
  readonly onRegion: (code: string) => void;
  readonly onLeave: () => void;
}

/** The bar of a page that has no live picture: what it is, where, the other views, and leaving. */
export function PlainHead({ view, session, region, regions, onRegion, onLeave }: Props) {
  const others = viewsOf(session).filter((one) => one !== view);
  return (
    <header className="top">
      <DrillMark region={region} />
      <h1>{t(`view.${view}`)}</h1>
      <RegionChoice region={region} regions={regions} onRegion={onRegion} />
      <span className="gap" />
      <DialogTrigger>
        <Button className="button small plain user">{session.displayName} ▾</Button>
        <Popover className="popover" placement="bottom end">
          <Dialog className="stack" aria-label={t('top.settings')}>
            {others.map((one) => (
              <a key={one} href={addressOf(one, '')}>
                {t(`view.${one}`)}
              </a>
            ))}
            <LanguageChoice />
            <ThemeChoice />
            <Button className="button" onPress={onLeave}>
              {t('top.signOut')}
            </Button>
          </Dialog>
        </Popover>
      </DialogTrigger>
    </header>
  );
}
