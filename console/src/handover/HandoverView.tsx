import { useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import type { ListedHandover } from '../api/contract';
import { useModel, useShared } from '../picture/context';
import { t } from '../text';
import { when } from '../text/format';
import { postsOf } from './draft';
import { DraftPage } from './DraftPage';
import { SignedPage } from './SignedPage';

const OF_HANDOVER = ['HandoverSigned', 'HandoverReceived'];

/** What the next one must know: the draft of now, and those that have been signed. */
export function HandoverView() {
  const { session } = useShared();
  const [chosen, setChosen] = useState<string | null>(null);
  const posts = useMemo(() => postsOf(session), [session]);
  return (
    <>
      {chosen === null ? (
        <DraftPage posts={posts} onSigned={setChosen} />
      ) : (
        <SignedPage key={chosen} id={chosen} />
      )}
      <History chosen={chosen} onChoose={setChosen} />
    </>
  );
}

interface HistoryProps {
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}

function History({ chosen, onChoose }: HistoryProps) {
  const list = useHistory();
  const now = useModel((model) => model.clock?.now ?? 0);
  return (
    <nav className="pane handover-history" aria-label={t('handover.history')}>
      <Button className="button" onPress={() => onChoose(null)} isDisabled={chosen === null}>
        {t('handover.new')}
      </Button>
      <h2>{t('handover.history')}</h2>
      {list.length === 0 && <p className="quiet">{t('handover.none')}</p>}
      <ul>
        {list.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="button small plain link"
              aria-current={one.id === chosen ? 'true' : undefined}
              onClick={() => onChoose(one.id)}
            >
              {when(one.signedAt, now)} · {t(`role.${one.post}`)}
            </button>
            <span className="quiet">
              {one.receivedBy
                ? t('handover.fromTo', { from: one.signedBy, to: one.receivedBy })
                : t('handover.waits', { from: one.signedBy })}
            </span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The latest hand-overs; asked for anew when the journal tells of one. */
function useHistory(): readonly ListedHandover[] {
  const { client, region } = useShared();
  const [list, setList] = useState<readonly ListedHandover[]>([]);
  const seq = useModel(
    (model) => model.entries.findLast((one) => OF_HANDOVER.includes(one.type))?.seq ?? 0,
  );
  useEffect(() => {
    let gone = false;
    client.handovers(region.code).then(
      (found) => !gone && setList(found),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [client, region.code, seq]);
  return list;
}
