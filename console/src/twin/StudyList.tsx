import { t } from '../text';
import { when } from '../text/format';
import type { StudyLine } from './contract';
import { isOpen, type Studies } from './useStudies';
import { progressText } from './words';

interface Props {
  readonly studies: Studies;
  /** The study that is shown, empty for none. */
  readonly chosen: string;
  readonly now: number;
}

/** What has been run in the region and what runs, the latest first. */
export function StudyList({ studies, chosen, now }: Props) {
  const { lines, failed } = studies;
  return (
    <nav className="pane twin-list" aria-label={t('study.list')}>
      <h2>{t('study.list')}</h2>
      <a className="button first" href="#bench" aria-current={chosen ? undefined : 'page'}>
        {t('twin.bench')}
      </a>
      {failed && <p role="alert">{t('study.failed')}</p>}
      {!lines && !failed && <p role="status">{t('app.loading')}</p>}
      {lines?.length === 0 && <p className="quiet">{t('study.none')}</p>}
      <ul>
        {lines?.map((line) => (
          <li key={line.id}>
            <a href={`#study=${line.id}`} aria-current={line.id === chosen ? 'page' : undefined}>
              <b>{nameOf(line)}</b>
              <span className="quiet">
                {when(line.at, now)} · {line.author}
              </span>
              <span className={`study-state is-${line.state}`}>{progressText(line)}</span>
            </a>
            {isOpen(line) && <Bar line={line} />}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The one that is compared with is the same as often as not; the others tell studies apart. */
export function nameOf({ scenarios }: Pick<StudyLine, 'scenarios'>): string {
  const told = scenarios.length > 1 ? scenarios.slice(1) : scenarios;
  return told.join(' / ');
}

export function Bar({ line }: { readonly line: StudyLine }) {
  return (
    <progress value={line.done} max={line.of} aria-label={progressText(line)}>
      {progressText(line)}
    </progress>
  );
}
