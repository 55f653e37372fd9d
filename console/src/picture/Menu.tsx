import { useState, type ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Demo } from '../api/contract';
import { CommandButton } from '../commands/CommandButton';
import type { CommandId } from '../commands/table';
import { LanguageChoice, ThemeChoice } from '../design/Choices';
import { setPreferences, usePreferences } from '../design/preferences';
import { PasswordForm } from '../identity/PasswordForm';
import { t } from '../text';
import { useShared } from './context';
import { DemoChoice } from './DemoControl';

interface Props {
  readonly demo: Demo | null;
  readonly onDemo: (next: Demo) => void;
  readonly region: ReactNode;
  readonly onLeave: () => void;
}

/** What stands in the bar itself where there is room for it. */
const COMMANDS: readonly CommandId[] = ['new', 'line', 'explain'];

/** The person's own menu; on a narrow screen also all that the bar has no room for. */
export function Menu({ demo, onDemo, region, onLeave }: Props) {
  const { session } = useShared();
  return (
    <DialogTrigger>
      <Button className="button small plain user">
        <span className="wide">
          <span className="unseen">{t('top.user')} </span>
          {session.displayName}
        </span>
        <span className="narrow">{t('top.menu')}</span> ▾
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="stack" aria-label={t('top.settings')}>
          {({ close }) => (
            <>
              <div className="narrow stack">
                {region}
                {COMMANDS.map((id) => (
                  <CommandButton key={id} id={id} onGiven={close} />
                ))}
                {demo && <DemoChoice demo={demo} onChange={onDemo} />}
              </div>
              <Settings onLeave={onLeave} />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
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
