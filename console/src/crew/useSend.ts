import { useState } from 'react';
import { Problem } from '../api/client';
import { t } from '../text';
import { useCrew, useCrewNow } from './context';

/**
 * Sends what is not a status: only over a living link, never kept for later. Gives the way to
 * send and the words of what went wrong.
 */
export function useSend() {
  const { client, region, link } = useCrew();
  const live = useCrewNow().link === 'LIVE';
  const [error, setError] = useState('');
  const [sending, setSending] = useState(false);
  const send = async (path: string, body: unknown): Promise<boolean> => {
    if (!live) {
      setError(t('why.lost'));
      return false;
    }
    setSending(true);
    try {
      await client.post(region.code, path, body);
      await link.ask();
      setError('');
      return true;
    } catch (problem) {
      setError(words(problem));
      return false;
    } finally {
      setSending(false);
    }
  };
  return { send, error, sending, live };
}

function words(problem: unknown): string {
  if (!(problem instanceof Problem) || problem.status === 0) return t('problem.noAnswer');
  return [problem.detail || problem.title, problem.remedy].filter(Boolean).join(' ');
}
