import { t } from '../text';
import type { LineAct } from './lineActs';

/** How a command is written on the command line: t enhet ärende. */
export function lineText({ letter, takes }: LineAct): string {
  return [letter, ...takes.map((one) => t(`parameter.${one}`))].filter(Boolean).join(' ');
}
