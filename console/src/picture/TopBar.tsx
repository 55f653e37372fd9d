import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { RegionSummary } from '../api/contract';
import { LanguageChoice, ThemeChoice } from '../design/Choices';
import { setPreferences, usePreferences } from '../design/preferences';
import { PasswordForm } from '../identity/PasswordForm';
import { CommandButton } from '../commands/CommandButton';
import { t } from '../text';
import { clockSeconds, number } from '../text/format';
import { ConnectionState } from './Connection';
import { useModel, useServerNow, useShared } from './context';
import { ViewMenu } from '../view/ViewMenu';
import { DemoControl } from './DemoControl';
import { useAlarms } from './useAlarms';

interface Props {
  readonly regions: readonly RegionSummary[];
  readonly onRegion: (code: string) => void;
  readonly onLeave: () => void;
}

export function TopBar({ regions, onRegion, onLeave }: Props) {
  const { region, session } = useShared();
  return (
    <header className="top">
      <h1 className="unseen">{`${t('app.name')} ${region.name}`}</h1>
      {regions.length > 1 ? (
        <select
          className="region"
          aria-label={t('region.label')}
          value={region.code}
          onChange={(event) => onRegion(event.target.value)}
        >
          {regions.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </select>
      ) : (
        <b className="region">{region.name}</b>
      )}
      <ViewMenu />
      <Clock />
      <ConnectionState />
      <AlarmCount />
      <span className="gap" />
      <DemoControl />
      <CommandButton id="new" className="button small" />
      <CommandButton id="line" className="button small plain" />
      <CommandButton id="help" className="button small plain" text={t('top.help')} />
      <DialogTrigger>
        <Button
          className="button small plain user"
          aria-label={t('top.user', { name: session.displayName })}
        >
          {session.displayName} ▾
        </Button>
        <Popover className="popover" placement="bottom end">
          <Dialog className="stack" aria-label={t('top.settings')}>
            <Settings onLeave={onLeave} />
          </Dialog>
        </Popover>
      </DialogTrigger>
    </header>
  );
}

function Clock() {
  const now = useServerNow();
  const speed = useModel((model) => model.clock?.speed ?? 1);
  return (
    <span className="clock" role="timer" aria-label={t('top.clock')}>
      {clockSeconds(now)}
      {speed !== 1 && (
        <span className="tag">{t('top.speed', { speed: number(speed, speed % 1 ? 1 : 0) })}</span>
      )}
    </span>
  );
}

function AlarmCount() {
  const count = useAlarms().length;
  const unassigned = count > 0 ? 'tag grave' : 'tag';
  return (
    <span className={unassigned} aria-hidden>
      {count === 0 ? t('alarm.none') : t('alarm.count', { count })}
    </span>
  );
}

function Settings({ onLeave }: { onLeave: () => void }) {
  const { session, client, actions } = useShared();
  const { keys } = usePreferences();
  const [changing, setChanging] = useState(false);
  const stay = () => setChanging(false);
  const changed = () => {
    actions.notices.done(t('password.done'));
    stay();
  };
  if (changing)
    return (
      <>
        <h2>{t('password.save')}</h2>
        <PasswordForm client={client} onDone={changed} leave={t('form.cancel')} onLeave={stay} />
      </>
    );
  return (
    <>
      <p>
        <b>{session.displayName}</b>
        <br />
        <span className="quiet">
          {[session.username, session.careUnit].filter(Boolean).join(' · ')}
        </span>
      </p>
      <LanguageChoice />
      <ThemeChoice />
      <label className="check">
        <input
          type="checkbox"
          checked={keys}
          onChange={(event) => setPreferences({ keys: event.target.checked })}
        />
        {t('top.keys')}
      </label>
      <Button className="button" onPress={() => setChanging(true)}>
        {t('password.save')}
      </Button>
      <Button className="button" onPress={onLeave}>
        {t('top.signOut')}
      </Button>
    </>
  );
}
