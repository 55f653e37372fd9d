import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Handover } from '../api/contract';
import { useConnection, useModel, useShared } from '../picture/context';
import { t } from '../text';
import { clockTime, date } from '../text/format';
import { mayReceive } from './draft';
import { Points } from './Points';

/** A signed hand-over, as it was read and signed; the one who comes receives it here. */
export function SignedPage({ id }: { id: string }) {
  const { actions, session } = useShared();
  const live = useConnection() === 'LIVE';
  const found = useHandover(id);
  if (found === 'FAILED')
    return (
      <section className="pane handover">
        <p role="alert">{t('handover.failed')}</p>
      </section>
    );
  if (!found) return <section className="pane handover">{t('app.loading')}</section>;
  const remarks = Object.fromEntries(found.remarks.map(({ point, text }) => [point, text]));
  return (
    <article className="pane handover" aria-label={t('view.handover')}>
      <header>
        <h2>
          {t('view.handover')} · {t(`role.${found.post}`)}
        </h2>
        <Signatures handover={found} />
      </header>
      {found.general && (
        <section className="handover-topic">
          <h3>{t('handover.general')}</h3>
          <p className="handover-said" dir="auto">
            {found.general}
          </p>
        </section>
      )}
      <Points situation={found.situation} remarks={remarks} />
      <div className="choices">
        {mayReceive(found, session) && (
          <Button
            className="button first"
            isDisabled={!live}
            onPress={() => void actions.receiveHandover(found.id)}
          >
            {t('handover.receive')}
          </Button>
        )}
        <Button className="button" onPress={() => window.print()}>
          {t('case.print')}
        </Button>
      </div>
      <Printed />
    </article>
  );
}

function Signatures({ handover }: { handover: Handover }) {
  const { signedBy, signedAt, receivedBy, receivedAt } = handover;
  const said = (at: string) => `${date(at)} ${clockTime(at)}`;
  return (
    <p role="status">
      {t('handover.signed', { name: signedBy, time: said(signedAt) })}
      <br />
      {receivedBy && receivedAt
        ? t('handover.received', { name: receivedBy, time: said(receivedAt) })
        : t('handover.notReceived')}
    </p>
  );
}

function Printed() {
  const { session, region } = useShared();
  const now = useModel((model) => model.clock?.now ?? 0);
  const time = `${date(now)} ${clockTime(now)}`;
  const name = `${session.displayName} (${session.username})`;
  return <p className="print-only">{t('case.printed', { time, name, region: region.name })}</p>;
}

/** The hand-over; read anew when the journal tells that it was received. The read is logged. */
function useHandover(id: string): Handover | 'FAILED' | null {
  const { client, region } = useShared();
  const [found, setFound] = useState<Handover | 'FAILED' | null>(null);
  const seq = useModel(
    (model) =>
      model.entries.findLast(
        (one) => one.type === 'HandoverReceived' && one.data['handover'] === id,
      )?.seq ?? 0,
  );
  useEffect(() => {
    let gone = false;
    client.handover(region.code, id).then(
      (one) => !gone && setFound(one),
      () => !gone && setFound('FAILED'),
    );
    return () => {
      gone = true;
    };
  }, [client, region.code, id, seq]);
  return found;
}
