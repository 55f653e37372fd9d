import { useEffect, useRef, useState } from 'react';
import { Problem, type Client } from '../api/client';
import type { DoctorCase, QuestionLine, RegionPack } from '../api/contract';
import { Facts } from './Facts';
import { ReplyForm } from './ReplyForm';
import { t } from '../text';

interface Props {
  readonly client: Client;
  readonly region: RegionPack;
  readonly line: QuestionLine;
  readonly now: number;
  readonly lost: boolean;
  readonly onAnswered: () => Promise<void>;
  readonly onClose: () => void;
}

/** One case put before the doctor. It is read when it is opened and when it has changed. */
export function CasePane(props: Props) {
  const { client, region, line, now, lost, onAnswered, onClose } = props;
  const [read, setRead] = useState<DoctorCase | null>(null);
  const [failed, setFailed] = useState('');
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    let mine = true;
    client.question(region.code, line.incident).then(
      (found) => {
        if (mine) setRead(found);
      },
      (error: unknown) => {
        if (mine) setFailed((error instanceof Problem && error.detail) || t('problem.noAnswer'));
      },
    );
    return () => {
      mine = false;
    };
  }, [client, region.code, line.incident, line.version]);
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [onClose]);
  const ready = read !== null;
  useEffect(() => {
    // The answer is what the doctor came for; without one to give, the case itself.
    if (ready) (pane.current?.querySelector('textarea') ?? pane.current)?.focus();
  }, [ready]);
  return (
    <section ref={pane} className="pane doctor-case" aria-labelledby="doctor-case" tabIndex={-1}>
      <header className="pane-head">
        <h2 id="doctor-case">{t('doctor.case')}</h2>
        <span className="case-id">{line.incident}</span>
        <span className="gap" />
        <button type="button" className="button small" onClick={onClose}>
          {t('case.close')} <kbd>Esc</kbd>
        </button>
      </header>
      <div className="doctor-scroll">
        {failed && (
          <p role="alert" className="error">
            {failed}
          </p>
        )}
        {!read && !failed && <p role="status">{t('app.loading')}</p>}
        {read && <Facts client={client} region={region} read={read} now={now} />}
        {read && line.state === 'OPEN' && (
          <ReplyForm
            client={client}
            region={region}
            read={read}
            question={line.question}
            lost={lost}
            onAnswered={onAnswered}
          />
        )}
      </div>
    </section>
  );
}
