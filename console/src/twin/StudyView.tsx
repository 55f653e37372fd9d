import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { regionPath, type Client } from '../api/client';
import type { RegionPack } from '../api/contract';
import { language, t } from '../text';
import { when } from '../text/format';
import type { Plan, Study, StudyLine } from './contract';
import { FigureTable } from './FigureTable';
import { FilmForm } from './FilmForm';
import { LevelPlots } from './LevelPlots';
import { PartPlots } from './PartPlots';
import { linkTo } from './place';
import { Bar } from './StudyList';
import { isOpen } from './useStudies';
import { planText, problemText, progressText } from './words';

interface Props {
  readonly client: Client;
  readonly region: RegionPack;
  readonly id: string;
  /** How far it has come, as the list tells. */
  readonly line: StudyLine | undefined;
  readonly onOpen: (plan: Pick<Plan, 'scenarios'>) => void;
  readonly onAsked: (study: string) => void;
}

/** One study: how far it is, and when it is done what it came to, side by side. */
export function StudyView({ client, region, id, line, onOpen, onAsked }: Props) {
  const [study, setStudy] = useState<Study | null>(null);
  const [failed, setFailed] = useState('');
  const state = line?.state;
  useEffect(() => {
    let gone = false;
    client.read<Study>(region.code, `studies/${encodeURIComponent(id)}`).then(
      (found) => gone || setStudy(found),
      (error: unknown) => gone || setFailed(problemText(error)),
    );
    return () => {
      gone = true;
    };
  }, [client, region.code, id, state]);
  const act = (what: 'cancellation' | 'repetition') =>
    client.post(region.code, `studies/${encodeURIComponent(id)}/${what}`, {}).then(
      (answer) => onAsked(answer.id),
      (error: unknown) => setFailed(problemText(error)),
    );
  if (!study)
    return (
      <section className="pane stack">
        {failed ? <p role="alert">{failed}</p> : <p role="status">{t('app.loading')}</p>}
      </section>
    );
  const shown = line ?? study.study;
  return (
    <>
      <section className="pane stack" aria-label={t('study.one')}>
        <h2>{shown.scenarios.join(' / ')}</h2>
        <p className="quiet">
          {planText(shown)} · {when(shown.at, Date.parse(region.now))} · {shown.author}
        </p>
        <p role="status" className={`study-state is-${shown.state}`}>
          {progressText(shown)}
        </p>
        {isOpen(shown) && <Bar line={shown} />}
        {shown.state === 'CUT' && <p>{t('study.cutHow')}</p>}
        {study.outdated && <p>{t('study.outdated')}</p>}
        {shown.problem && <pre className="study-problem">{shown.problem}</pre>}
        <p role="alert" className="error">
          {failed}
        </p>
        <div className="choices twin-acts">
          {isOpen(shown) && (
            <Button className="button" onPress={() => void act('cancellation')}>
              {t('study.cancel')}
            </Button>
          )}
          {!isOpen(shown) && (
            <Button className="button" onPress={() => void act('repetition')}>
              {t('study.again')}
            </Button>
          )}
          <Button className="button" onPress={() => onOpen({ scenarios: study.scenarios })}>
            {t('study.open')}
          </Button>
          {study.comparison && <Out region={region.code} id={id} />}
        </div>
      </section>
      {study.comparison && (
        <>
          <LevelPlots comparison={study.comparison} />
          <FigureTable comparison={study.comparison} />
          <PartPlots comparison={study.comparison} region={region} by="region" />
          <PartPlots comparison={study.comparison} region={region} by="type" />
          <PartPlots comparison={study.comparison} region={region} by="area" />
          <FilmForm line={shown} />
        </>
      )}
    </>
  );
}

const FORMATS = ['PDF', 'HTML', 'XLSX'] as const;

/** Ways to take the result away: paper, files, an address. */
function Out({ region, id }: { readonly region: string; readonly id: string }) {
  const [copied, setCopied] = useState(false);
  const base = `${regionPath(region)}/studies/${encodeURIComponent(id)}`;
  const copy = () => {
    void navigator.clipboard.writeText(linkTo(`study=${id}`)).then(() => setCopied(true));
  };
  return (
    <>
      <Button className="button" onPress={() => print()}>
        {t('case.print')}
      </Button>
      {FORMATS.map((format) => (
        <a
          key={format}
          className="button"
          download
          href={`${base}/report?format=${format}&language=${language()}`}
        >
          {format}
        </a>
      ))}
      <a className="button" download={`dirigent-${region}.json`} href={`${base}/findings`}>
        JSON
      </a>
      <Button className="button" onPress={copy}>
        {t(copied ? 'study.copied' : 'study.copy')}
      </Button>
    </>
  );
}
