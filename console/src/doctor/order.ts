import type { QuestionLine } from '../api/contract';

/** Those that wait for an answer first, the one wanted soonest on top; then the last answered. */
export function inOrder(lines: readonly QuestionLine[]): QuestionLine[] {
  const open = (one: QuestionLine) => one.state === 'OPEN';
  return [...lines].sort((a, b) => {
    if (open(a) !== open(b)) return open(a) ? -1 : 1;
    return open(a) ? a.answerBy.localeCompare(b.answerBy) : b.at.localeCompare(a.at);
  });
}
