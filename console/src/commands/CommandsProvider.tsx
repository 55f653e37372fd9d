import type { ReactNode } from 'react';
import { CommandsContext, useCommandContext, useKeyMap, type Keys } from './useCommands';

interface Props {
  readonly keys?: Keys;
  readonly children: ReactNode;
}

/**
 * Gives the commands to everything inside. A component of its own, so that what the commands look
 * at, which changes with every change of the picture, makes only those show again who use them.
 */
export function CommandsProvider({ keys = 'all', children }: Props) {
  const commands = useCommandContext();
  useKeyMap(commands, keys);
  return <CommandsContext value={commands}>{children}</CommandsContext>;
}
