import { useState, type SubmitEvent } from 'react';
import { Button } from 'react-aria-components';
import { Problem, type Client } from '../api/client';
import type { DoctorCase, RegionPack } from '../api/contract';
import { Choice } from '../design/Choices';
import { TextInput } from '../design/Fields';
import { TriedContext } from '../design/tried';
import { t } from '../text';

interface Props {
  readonly client: Client;
  readonly region: RegionPack;
  readonly read: DoctorCase;
  readonly question: number;
  readonly lost: boolean;
  readonly onAnswered: () => Promise<void>;
}

/** The answer: advice, a priority when the doctor proposes one, and the special unit yes or no. */
export function ReplyForm({ client, region, read, question, lost, onAnswered }: Props) {
  const [advice, setAdvice] = useState('');
  const [priority, setPriority] = useState('');
  const [approved, setApproved] = useState<'yes' | 'no' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const asks = read.unit != null;
  const missing = advice.trim() === '' || (asks && approved === null);
  const codes = region.priorities.map((one) => one.code);
  const down = priority !== '' && codes.indexOf(priority) > codes.indexOf(read.priority);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing || sending || lost) return;
    setSending(true);
    const path = `questions/${encodeURIComponent(read.id)}/${question}/answer`;
    const body = {
      advice,
      ...(priority ? { priority } : {}),
      ...(asks ? { approved: approved === 'yes' } : {}),
    };
    client
      .post(region.code, path, body)
      .then(onAnswered, (error: unknown) =>
        setProblem(error instanceof Problem ? error : new Problem(0, {})),
      )
      .finally(() => setSending(false));
  };
  return (
    <form className="form stack" aria-label={t('doctor.reply')} noValidate onSubmit={send}>
      <TriedContext value={tried}>
        <TextInput
          label={t('doctor.advice')}
          topic="advice"
          value={advice}
          onChange={setAdvice}
          error={problem?.field === 'advice' ? problem.detail : ''}
          maxLength={500}
          required
          lines
        />
        {asks && (
          <Choice
            label={t('doctor.unit', { unit: read.unit ?? '' })}
            value={approved}
            options={[
              ['yes', t('triage.approved')],
              ['no', t('triage.denied')],
            ]}
            onChange={setApproved}
          />
        )}
        <Choice
          label={t('doctor.priority')}
          value={priority}
          options={[['', t('doctor.noPriority')], ...codes.map((one) => [one, one] as const)]}
          onChange={setPriority}
        />
      </TriedContext>
      {down && <p className="warn-ink">{t('form.downgradeNote')}</p>}
      {tried && asks && approved === null && <p className="error">{t('doctor.chooseUnit')}</p>}
      {problem && problem.field !== 'advice' && (
        <p role="alert" className="error">
          {[problem.detail || t('problem.noAnswer'), problem.remedy].filter(Boolean).join(' ')}
        </p>
      )}
      {lost && <p className="warn-ink">{t('why.lost')}</p>}
      <Button type="submit" className="button first" isDisabled={sending || lost}>
        {t('doctor.send')}
      </Button>
    </form>
  );
}
