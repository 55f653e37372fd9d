import { Problem } from '../api/client';
import { t } from '../text';
import { span } from '../text/format';
import type { StudyLine } from './contract';

/** What went wrong, in the server's words when it had any. */
export function problemText(error: unknown): string {
  if (!(error instanceof Problem) || error.detail === '') return t('problem.noAnswer');
  return `${error.detail} ${error.remedy}`;
}

/** How far a study has come. */
export function progressText(line: StudyLine): string {
  const { state, done, of, secondsLeft } = line;
  if (state !== 'RUNNING') return t(`study.${state}`);
  return secondsLeft === undefined
    ? t('study.begins', { of })
    : t('study.runs', { done, of, left: span(Math.max(1, Math.round(secondsLeft))) });
}

export function planText(line: StudyLine): string {
  const { replications, days, seed } = line;
  return t('study.plan', { replications, days, seed: String(seed) });
}
