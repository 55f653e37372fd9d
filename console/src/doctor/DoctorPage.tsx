import { useEffect, useMemo, useState } from 'react';
import type { Client } from '../api/client';
import type { QuestionLine, RegionPack, RegionSummary, Session } from '../api/contract';
import { PriorityMark } from '../design/PriorityMark';
import { scaleOf } from '../model/lists';
import { secondsBetween } from '../model/time';
import { t, tCode } from '../text';
import { clockTime, countdown } from '../text/format';
import { PlainHead } from '../view/PlainHead';
import { CasePane } from './CasePane';
import { inOrder } from './order';
import { useNow, useQuestions } from './useQuestions';

interface Props {
  readonly client: Client;
  readonly session: Session;
  readonly region: RegionPack;
  readonly regions: readonly RegionSummary[];
  readonly onRegion: (code: string) => void;
  readonly onLeave: () => void;
}

const NONE: readonly QuestionLine[] = [];

/** The doctor on call: the cases put before the doctor, the one chosen, and the answer to it. */
export function DoctorPage(props: Props) {
  const { client, region } = props;
  const heard = useQuestions(client, region.code);
  const now = useNow(heard);
  const [chosen, setChosen] = useState<string | null>(null);
  const questions = heard.list?.questions ?? NONE;
  const lines = useMemo(() => inOrder(questions), [questions]);
  const line = lines.find((one) => one.incident === chosen) ?? null;
  const waiting = lines.filter((one) => one.state === 'OPEN').length;
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${t('view.doctor')} · ${region.name}`;
  }, [waiting, region]);
  return (
    <div className="doctor">
      <PlainHead {...props} view="doctor" />
      <main className={line ? 'doctor-main chosen' : 'doctor-main'}>
        <section className="pane" aria-label={t('doctor.questions')}>
          <header className="pane-head">
            <h2>{t('doctor.questions')}</h2>
            <span className="count" role="status">
              {t('doctor.waiting', { count: waiting })}
            </span>
          </header>
          <p role="alert" className={heard.lost ? 'lost-banner' : 'unseen'}>
            {heard.lost ? t('doctor.lost', { time: clockTime(heard.list?.now ?? '') }) : ''}
          </p>
          {heard.list && lines.length === 0 && <p className="empty">{t('doctor.none')}</p>}
          <ul className="doctor-list">
            {lines.map((one) => (
              <li key={one.incident}>
                <Line
                  line={one}
                  now={now}
                  region={region}
                  chosen={one.incident === chosen}
                  onChoose={() => setChosen(one.incident)}
                />
              </li>
            ))}
          </ul>
        </section>
        {line && (
          <CasePane
            key={`${line.incident} ${line.question}`}
            client={client}
            region={region}
            line={line}
            now={now}
            lost={heard.lost}
            onAnswered={heard.ask}
            onClose={() => setChosen(null)}
          />
        )}
      </main>
    </div>
  );
}

interface LineProps {
  readonly line: QuestionLine;
  readonly now: number;
  readonly region: RegionPack;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Line({ line, now, region, chosen, onChoose }: LineProps) {
  const scale = useMemo(() => scaleOf(region.priorities), [region.priorities]);
  const left = secondsBetween(now, line.answerBy);
  const open = line.state === 'OPEN';
  return (
    <button
      type="button"
      className={`doctor-line ${open && left < 0 ? 'overdue' : ''}`}
      aria-current={chosen}
      onClick={onChoose}
    >
      <PriorityMark code={line.priority} scale={scale} />
      <span className="main">
        <b>{line.municipality || line.incident}</b>
        <span className="quiet">
          {clockTime(line.at)} {line.by}
          {line.special && ` · ${t('doctor.special')}`}
        </span>
      </span>
      <span className={open && left < 0 ? 'due late' : 'due'}>
        {open ? countdown(left) : tCode('questionState', line.state)}
      </span>
    </button>
  );
}
