import { useCallback, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { Problem, type Client } from '../api/client';
import type {
  RegionPack,
  RegionSummary,
  Session,
  Transport,
  TransportList,
  TransportRules,
} from '../api/contract';
import { Meanings, PageHelp } from '../help/PageHelp';
import { t } from '../text';
import { viewsOf } from '../view/address';
import { PlainHead } from '../view/PlainHead';
import { AwayPane } from './AwayPane';
import { Finder } from './Finder';
import { draftFrom, draftOf, NOWHERE, type End } from './draft';
import { IncomingPane } from './IncomingPane';
import { OrderList } from './OrderList';
import { OrderForm } from './OrderForm';
import { RulesPane } from './RulesPane';

interface Props {
  readonly client: Client;
  readonly session: Session;
  readonly region: RegionPack;
  readonly regions: readonly RegionSummary[];
  readonly onRegion: (code: string) => void;
  readonly onLeave: () => void;
}

/** What part of the list is shown. */
interface Asked {
  readonly closed: boolean;
  /** What it is looked through for; empty for all. */
  readonly words: string;
  /** The order that the part goes on after; nothing for the first part. */
  readonly after: string | undefined;
}

const OPEN_ONES: Asked = { closed: false, words: '', after: undefined };

/** Others' changes are seen within this time; own ones at once. */
const LOOK_MILLISECONDS = 3_000;

/** What help on the page explains: the fields, in the order they stand. */
const TOPICS = [
  'orderPatient',
  'orderPlace',
  'orderUrgency',
  'orderTimes',
  'orderReturn',
  'orderPosture',
  'orderCare',
  'orderEscort',
  'orderOxygen',
  'orderWeight',
  'orderCompanions',
  'orderInfection',
  'orderAggression',
  'orderResuscitation',
  'orderOrdained',
  'orderReason',
  'orderNote',
  'orderMode',
  'flight',
  'orderIncoming',
  'orderAway',
] as const;

/** Tells of an end of a trip whether somebody there sees this page and can answer. */
function answersBy(rules: TransportRules | null) {
  // The coordination of flights has no rules to look in, and asks nobody.
  return (end: Transport['request']['to']) =>
    !rules ||
    rules.departments.some(
      (one) =>
        one.facility === end.facility &&
        one.name.toLowerCase() === end.department.toLowerCase() &&
        one.careUnit !== '',
    );
}

/** The part of the list that is asked for, read again and again. */
function useOrders(client: Client, region: string, { closed, words, after }: Asked) {
  const [list, setList] = useState<TransportList | null>(null);
  const [failed, setFailed] = useState(false);
  const look = useCallback(
    () =>
      client.transports(region, !closed, words, after).then(
        (found) => {
          setList(found);
          setFailed(false);
        },
        () => setFailed(true),
      ),
    [client, region, closed, words, after],
  );
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), LOOK_MILLISECONDS);
    return () => clearInterval(timer);
  }, [look]);
  return { list, failed, look, setFailed };
}

/** Orders of care transports: a ward orders and follows its own, inner command decides over all. */
export function TransportPage(props: Props) {
  const { client, session, region } = props;
  const [rules, setRules] = useState<TransportRules | null>(null);
  const [changing, setChanging] = useState<Transport | null>(null);
  const [ordered, setOrdered] = useState(0);
  const [said, setSaid] = useState('');
  const [asked, setAsked] = useState(OPEN_ONES);
  const [ordering, setOrdering] = useState(false);
  const { closed, words, after } = asked;
  const find = useCallback(
    (text: string) => setAsked((old) => ({ ...old, words: text, after: undefined })),
    [],
  );
  const centre = session.roles.includes('NATIONAL_COORDINATOR');
  const decides = session.roles.some((one) => one === 'INNER_COMMAND' || one === 'DISPATCHER');
  const { list, failed, look, setFailed } = useOrders(client, region.code, asked);
  useEffect(() => {
    if (!centre) client.transportRules(region.code).then(setRules, () => setFailed(true));
  }, [client, region.code, centre, setFailed]);
  useEffect(() => {
    document.title = `${t('view.order')} · ${region.name}`;
  }, [region]);

  const tries = viewsOf(session).includes('rules');
  const ward = session.roles.includes('WARD_NURSE');
  const command = session.roles.includes('INNER_COMMAND');
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
  const who = (id: string) => client.patient(region.code, id, t('transport.purpose'));
  const done = () => {
    setSaid(t(changing ? 'transport.changed' : 'transport.ordered'));
    setChanging(null);
    setOrdering(false);
    setOrdered(ordered + 1);
    void look();
  };
  return (
    <div className="order">
      <PlainHead {...props} view="order" />
      <PageHelp view="order">
        <Meanings of={TOPICS.map((one) => [t(`fieldName.${one}`), t(`fieldHelp.${one}`)])} />
      </PageHelp>
      <main className="order-main">
        {rules && (ward || changing) && (
          // Where the form stands above the list it is folded: a receiver is here for the list.
          <div className="order-new" data-open={ordering || changing !== null}>
            {!changing && (
              <Button
                className="button first order-open"
                aria-expanded={ordering}
                onPress={() => setOrdering(!ordering)}
              >
                {t('transport.newTitle')}
              </Button>
            )}
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
          </div>
        )}
        <section className="pane" aria-label={t('transport.list')}>
          {(ward || command) && <IncomingPane client={client} region={region} command={command} />}
          <header className="pane-head">
            <h2>{t(centre ? 'transport.flightsTitle' : 'transport.list')}</h2>
            <Finder
              closed={closed}
              onClosed={(only) => setAsked({ ...asked, closed: only, after: undefined })}
              onFind={find}
            />
          </header>
          <p role="status" className="order-said">
            {said}
          </p>
          {failed && (
            <p role="alert" className="error">
              {t('problem.noAnswer')}
            </p>
          )}
          {list && (
            <OrderList
              list={list}
              found={words !== ''}
              after={after}
              region={region}
              session={session}
              answers={answersBy(rules)}
              onAfter={(from) => setAsked({ ...asked, after: from })}
              onChange={(one) => {
                setSaid('');
                setChanging(one);
              }}
              who={centre ? undefined : who}
              send={send}
            />
          )}
          {decides && <AwayPane client={client} region={region} />}
          {rules && <RulesPane region={region} rules={rules} now={now} tries={tries} />}
        </section>
      </main>
    </div>
  );
}
