import { useEffect, useState, type ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Client } from '../api/client';
import type { RegionPack, Session } from '../api/contract';
import { LanguageChoice, ThemeChoice } from '../design/Choices';
import { StatusMark } from '../fleet/StatusMark';
import { DrillMark } from '../picture/DrillMark';
import { t } from '../text';
import { age, clockSeconds } from '../text/format';
import { addressOf, viewsOf } from '../view/address';
import { AssignmentCard } from './AssignmentCard';
import { CrewContext, makeCrew, useCrew, useCrewNow, useCrewPicture, useOutbox } from './context';
import { keepPage } from './offline';
import { FreeUnit } from './FreeUnit';
import { CrewHelp } from './CrewHelp';
import { PositionShare } from './PositionShare';
import { CrewMajor } from '../masscasualty/CrewMajor';
import { RideCard } from './RideCard';
import { RideList } from './RideList';
import { nextRide } from './rideSteps';
import { StatusPad } from './StatusPad';

interface Props {
  readonly client: Client;
  readonly session: Session;
  readonly region: RegionPack;
  readonly onLeave: () => void;
}

/** The crew's page for a phone: what to do, and the one button that says how far one has come. */
export function CrewPage({ client, session, region, onLeave }: Props) {
  const [crew] = useState(() => makeCrew(client, session, region));
  useEffect(keepPage, []);
  useEffect(() => {
    crew.link.start();
    return () => {
      crew.link.stop();
      crew.outbox.stop();
    };
  }, [crew]);
  return (
    <CrewContext value={crew}>
      <div className="crew">
        <Head region={region} onLeave={onLeave} />
        <LostBanner />
        <CrewMajor>{(banner) => <Middle banner={banner} />}</CrewMajor>
      </div>
    </CrewContext>
  );
}

function Head({ region, onLeave }: Pick<Props, 'region' | 'onLeave'>) {
  const { glance } = useCrewPicture();
  const { link } = useCrewNow();
  const name = glance?.unit.callSign ?? t('view.crew');
  useEffect(() => {
    document.title = `${name} · Dirigent`;
  }, [name]);
  return (
    <header className="crew-head">
      <DrillMark region={region} />
      <h1>{name}</h1>
      {glance && <StatusMark status={glance.unit.status} />}
      <span className="gap" />
      <span className={`connection ${link}`}>
        <span className="dot" aria-hidden />
        <span role="status">{t(`connection.${link}`)}</span>
      </span>
      <DialogTrigger>
        <Button className="button" aria-label={t('top.settings')}>
          ☰
        </Button>
        <Popover className="popover" placement="bottom end">
          <Dialog className="stack" aria-label={t('top.settings')}>
            <Settings onLeave={onLeave} />
          </Dialog>
        </Popover>
      </DialogTrigger>
    </header>
  );
}

function Settings({ onLeave }: { onLeave: () => void }) {
  const { session } = useCrew();
  const unsent = useOutbox().length;
  const [sure, setSure] = useState(false);
  return (
    <>
      <p>
        <b>{session.displayName}</b>
        <br />
        <span className="quiet">{session.username}</span>
      </p>
      {viewsOf(session)
        .filter((one) => one === 'desk')
        .map((one) => (
          <a key={one} href={addressOf(one, '')}>
            {t(`view.${one}`)}
          </a>
        ))}
      <LanguageChoice />
      <ThemeChoice />
      {sure && (
        <p role="alert" className="warn-ink">
          {t('crew.leaveUnsent', { count: unsent })}
        </p>
      )}
      <Button className="button" onPress={() => (unsent > 0 && !sure ? setSure(true) : onLeave())}>
        {t(sure ? 'crew.leaveAnyway' : 'top.signOut')}
      </Button>
    </>
  );
}

/** The link is lost: since when, and from when what stands below is. */
function LostBanner() {
  const { glance, clock, refused } = useCrewPicture();
  const { now, link } = useCrewNow();
  let text = '';
  if (refused) text = refused;
  else if (link === 'LOST')
    text =
      clock && glance
        ? t('crew.lost', { time: clockSeconds(glance.now), age: age(glance.now, now) })
        : t('connection.lostNever');
  return (
    <div role="alert" className={text ? 'lost-banner' : ''}>
      {text}
    </div>
  );
}

function Middle({ banner }: { readonly banner: ReactNode }) {
  const { glance, read, rides } = useCrewPicture();
  const kept = useOutbox();
  const [chosen, setChosen] = useState('');
  if (!glance)
    return (
      <main className="crew-main">
        <p role="status">{t('app.loading')}</p>
      </main>
    );
  const ride = rides.find((one) => one.id === chosen) ?? nextRide(rides, kept) ?? rides[0];
  return (
    <>
      <main className="crew-main">
        {banner}
        {read && <AssignmentCard read={read} />}
        {!read && ride && <RideCard key={ride.id} ride={ride} />}
        {!read && ride && <RideList rides={rides} shown={ride.id} onChoose={setChosen} />}
        {!read && <FreeUnit unit={glance.unit} driving={ride !== undefined} />}
        <PositionShare />
        <CrewHelp />
      </main>
      <StatusPad assignment={read?.assignment ?? null} ride={ride} />
    </>
  );
}
