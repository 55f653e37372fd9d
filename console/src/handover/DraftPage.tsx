import { useCallback, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { Problem } from '../api/client';
import type { HandoverDraft, Post } from '../api/contract';
import { Select, TextInput } from '../design/Fields';
import { useConnection, useServerNow, useShared } from '../picture/context';
import { t } from '../text';
import { age, clockTime } from '../text/format';
import { fitted, keepWords, wordsFrom, type Words } from './draft';
import { Points } from './Points';

interface Props {
  readonly posts: readonly Post[];
  readonly onSigned: (id: string) => void;
}

/** The hand-over nobody has signed: how things stand, and the person's own words. */
export function DraftPage({ posts, onSigned }: Props) {
  const { actions, session, region } = useShared();
  const key = `dirigent.handover.${session.username}.${region.code}`;
  const [words, setWords] = useState<Words>(() => wordsFrom(sessionStorage, key, posts));
  const { draft, failed, renew } = useDraft();
  const [problem, setProblem] = useState<Problem | null>(null);
  const live = useConnection() === 'LIVE';
  useEffect(() => keepWords(sessionStorage, key, words), [key, words]);
  if (failed) return <Failed onAgain={renew} />;
  if (!draft) return <section className="pane handover">{t('app.loading')}</section>;
  const fit = fitted(words, draft.situation);
  const sign = async () => {
    const remarks = Object.entries(fit.remarks).map(([point, text]) => ({ point, text }));
    const body = { draft: draft.id, post: fit.post, remarks, general: fit.general };
    const found = await actions.signHandover(body, ({ id }) => {
      sessionStorage.removeItem(key);
      onSigned(id);
    });
    setProblem(found);
  };
  const say = (point: string, text: string) =>
    setWords({ ...fit, remarks: { ...words.remarks, [point]: text } });
  return (
    <section className="pane handover" aria-label={t('handover.draft')}>
      <header>
        <h2>{t('handover.draft')}</h2>
        <Age at={draft.situation.at} onRenew={renew} />
      </header>
      {posts.length > 1 && (
        <Select
          label={t('handover.post')}
          topic="handoverPost"
          value={fit.post}
          options={posts.map((one) => [one, t(`role.${one}`)])}
          onChange={(post) => setWords({ ...fit, post: posts.find((p) => p === post) ?? fit.post })}
        />
      )}
      <Points situation={draft.situation} remarks={words.remarks} onSay={say} />
      <TextInput
        label={t('handover.general')}
        topic="handoverGeneral"
        value={fit.general}
        onChange={(general) => setWords({ ...fit, general })}
        lines
      />
      {problem && <p role="alert">{[problem.detail, problem.remedy].join(' ')}</p>}
      <p className="quiet">{t('handover.signHelp')}</p>
      <div className="choices">
        <Button className="button first" isDisabled={!live} onPress={() => void sign()}>
          {t('handover.sign')}
        </Button>
      </div>
    </section>
  );
}

function Age({ at, onRenew }: { at: string; onRenew: () => void }) {
  const now = useServerNow();
  return (
    <p>
      {t('handover.asOf', { time: clockTime(at), age: age(at, now) })}{' '}
      <Button className="button small" onPress={onRenew}>
        {t('handover.renew')}
      </Button>
    </p>
  );
}

function Failed({ onAgain }: { onAgain: () => void }) {
  return (
    <section className="pane handover">
      <p role="alert">{t('handover.failed')}</p>
      <Button className="button first" onPress={onAgain}>
        {t('region.retry')}
      </Button>
    </section>
  );
}

/** How things stood when it was last asked for; never renewed under the reader's eyes. */
function useDraft() {
  const { client, region } = useShared();
  const [draft, setDraft] = useState<HandoverDraft | null>(null);
  const [failed, setFailed] = useState(false);
  const renew = useCallback(() => {
    client.handoverDraft(region.code).then(
      (found) => {
        setFailed(false);
        setDraft(found);
      },
      () => setFailed(true),
    );
  }, [client, region.code]);
  useEffect(renew, [renew]);
  return { draft, failed, renew };
}
