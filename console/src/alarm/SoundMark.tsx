import { CommandButton } from '../commands/CommandButton';
import { t } from '../text';
import { countdown } from '../text/format';
import { sound } from './sound';
import { useSoundState } from './useSound';

/** Whether alarms are heard: always in view, and for how long they are not. */
export function SoundMark() {
  const { locked, mutedMilliseconds, graveUnheard } = useSoundState();
  if (locked) return null;
  const muted = mutedMilliseconds > 0;
  const left = countdown(Math.ceil(mutedMilliseconds / 1000));
  return (
    <span className={graveUnheard ? 'sound-mark grave' : 'sound-mark'}>
      {muted && (
        <span role="timer" className={graveUnheard ? 'tag grave' : 'tag warn'}>
          {t(graveUnheard ? 'sound.graveMuted' : 'sound.muted', { left })}
        </span>
      )}
      <CommandButton
        id="mute"
        className="button small plain"
        text={t(muted ? 'sound.unmute' : 'sound.mute')}
      />
    </span>
  );
}

/** The browser plays nothing before a press: said at log-on, with the press that helps. */
export function SoundLock() {
  const { locked, graveUnheard } = useSoundState();
  if (!locked) return null;
  return (
    <p className={graveUnheard ? 'sound-lock grave' : 'sound-lock'}>
      <span>{t('sound.locked')}</span>
      <button type="button" className="button small first" onClick={() => void sound.unlock()}>
        {t('sound.unlock')}
      </button>
    </p>
  );
}
