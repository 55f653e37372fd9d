import { useCallback, useEffect, useState } from 'react';
import { Problem, type Client } from '../api/client';
import type {
  RegionPack,
  Session,
  Transport,
  TransportList,
  TransportRules,
} from '../api/contract';
import { LanguageChoice, ThemeChoice } from '../design/Choices';
import { DrillMark } from '../picture/DrillMark';
import { t } from '../text';
import { addressOf, viewsOf } from '../view/address';
import { doubled, type Seat } from './acts';
import { draftFrom, draftOf, NOWHERE, type End } from './draft';
import { OrderForm } from './OrderForm';
import { RulesPane } from './RulesPane';
import { TransportRow } from './TransportRow';

interface Props {
  readonly client: Client;
  readonly session: Session;
  readonly region: RegionPack;
  readonly onLeave: () => void;
}

/** Others' changes are seen within this time; own ones at once. */
const LOOK_MILLISECONDS = 3_000;

/** Orders of care transports: a ward orders and follows its own, inner command decides over all. */
export function TransportPage({ client, session, region, onLeave }: Props) {
  const [rules, setRules] = useState<TransportRules | null>(null);
  const [list, setList] = useState<TransportList | null>(null);
  const [failed, setFailed] = useState(false);
  const [changing, setChanging] = useState<Transport | null>(null);
  const [ordered, setOrdered] = useState(0);
  const [said, setSaid] = useState('');
  const [closed, setClosed] = useState(false);
  const look = useCallback(
    () =>
      client.transports(region.code, !closed).then(
        (found) => {
          setList(found);
          setFailed(false);
        },
        () => setFailed(true),
      ),
    [client, region.code, closed],
  );
  useEffect(() => {
    client.transportRules(region.code).then(setRules, () => setFailed(true));
  }, [client, region.code]);
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), LOOK_MILLISECONDS);
    return () => clearInterval(timer);
  }, [look]);
  useEffect(() => {
    document.title = `${t('view.order')} · ${region.name}`;
  }, [region]);

  const ward = session.roles.includes('WARD_NURSE');
  const now = list ? Date.parse(list.now) : Date.parse(region.now);
  const own = rules?.departments.find((one) => one.careUnit === session.careUnit);
  const home: End = own ? { ...NOWHERE, facility: own.facility, department: own.name } : NOWHERE;
  const send = (id: string) => (path: string, body: unknown) =>
    client.post(region.code, `transports/${id}/${path}`, body).then(
      () => look().then(() => ''),
      (error: unknown) =>
        error instanceof Problem && error.detail
          ? `${error.detail} ${error.remedy}`
          : t('problem.noAnswer'),
    );
  const done = () => {
    setSaid(t(changing ? 'transport.changed' : 'transport.ordered'));
    setChanging(null);
    setOrdered(ordered + 1);
    void look();
  };
  return (
    <div className="order">
      <Head session={session} region={region} onLeave={onLeave} />
      <main className="order-main">
        {rules && (ward || changing) && (
          <OrderForm
            key={`${changing?.id ?? ''} ${ordered}`}
            client={client}
            region={region}
            rules={rules}
            start={changing ? draftOf(changing, region) : draftFrom(home, now)}
            before={changing}
            now={now}
            onDone={done}
            onClose={() => setChanging(null)}
          />
        )}
        <section className="pane" aria-label={t('transport.list')}>
          <header className="pane-head">
            <h2>{t('transport.list')}</h2>
            <label className="check">
              <input
                type="checkbox"
                checked={closed}
                onChange={(event) => setClosed(event.target.checked)}
              />
              {t('transport.closed')}
            </label>
          </header>
          <p role="status" className="order-said">
            {said}
          </p>
          {failed && (
            <p role="alert" className="error">
              {t('problem.noAnswer')}
            </p>
          )}
          {list?.transports.length === 0 && <p className="quiet">{t('transport.none')}</p>}
          <ul className="order-list">
            {list?.transports.map((one) => (
              <TransportRow
                key={one.id}
                transport={one}
                doubled={doubled(one, list.transports)}
                region={region}
                seat={seatOf(session, one)}
                now={now}
                onChange={() => {
                  setSaid('');
                  setChanging(one);
                }}
                send={send(one.id)}
              />
            ))}
          </ul>
          {rules && <RulesPane rules={rules} />}
        </section>
      </main>
    </div>
  );
}

/** A ward that did not order sees the order because it receives the patient, or lets it go. */
function seatOf(session: Session, transport: Transport): Seat {
  if (session.roles.includes('INNER_COMMAND')) return 'COMMAND';
  if (!session.roles.includes('WARD_NURSE')) return 'READER';
  return transport.careUnit === session.careUnit ? 'WARD' : 'RECEIVER';
}

function Head({ session, region, onLeave }: Omit<Props, 'client'>) {
  return (
    <header className="top">
      <DrillMark region={region} />
      <h1>{t('view.order')}</h1>
      <span>{`${region.name} · ${session.careUnit}`}</span>
      <span className="gap" />
      {viewsOf(session)
        .filter((one) => one === 'county' || one === 'desk')
        .map((one) => (
          <a key={one} href={addressOf(one, '')}>
            {t(`view.${one}`)}
          </a>
        ))}
      <details className="order-settings">
        <summary>{session.displayName}</summary>
        <div className="popover stack">
          <LanguageChoice />
          <ThemeChoice />
        </div>
      </details>
      <button type="button" className="button small" onClick={onLeave}>
        {t('top.signOut')}
      </button>
    </header>
  );
}
