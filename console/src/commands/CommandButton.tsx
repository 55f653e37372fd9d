import { useConnection, useShared } from '../picture/context';
import { t, tCode } from '../text';
import { keyName } from './keyName';
import { commandById, type CommandId } from './table';
import { give, useCommands } from './useCommands';

interface Props {
  readonly id: CommandId;
  readonly className?: string;
  /** Other words than the table's, where the place already says the rest. */
  readonly text?: string;
  /** One word, where several commands stand in a row. */
  readonly brief?: boolean;
  /** For a menu that closes when one of its commands has been given. */
  readonly onGiven?: () => void;
}

/**
 * A command as a button with its key. One that cannot be given stays reachable and says why,
 * instead of being dead to the keyboard.
 */
export function CommandButton({ id, className = 'button', text, brief, onGiven }: Props) {
  const commands = useCommands();
  const { actions } = useShared();
  useConnection();
  const command = commandById(id);
  const why = command.blocked(commands);
  const name = t(`command.${id}`);
  return (
    <button
      type="button"
      className={className}
      aria-disabled={why !== null}
      aria-keyshortcuts={command.key ?? undefined}
      data-help={`command.${id}`}
      title={why ? `${name}: ${t(why)}` : name}
      onClick={() => {
        onGiven?.();
        give(command, commands, (reason) => actions.notices.refused(reason));
      }}
    >
      {text ?? (brief ? tCode('brief', id) : name)}{' '}
      {command.key && <kbd>{keyName(command.key)}</kbd>}
    </button>
  );
}
