import { ExercisePage } from '../exercise/ExercisePage';
import { useCallback, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { FollowUpPage } from '../advice/FollowUpPage';
import type { Client } from '../api/client';
import type { Demo, RegionPack, RegionSummary, Session } from '../api/contract';
import { CrewPage } from '../crew/CrewPage';
import { DoctorPage } from '../doctor/DoctorPage';
import { FilmPage } from '../film/FilmPage';
import { HospitalPage } from '../masscasualty/HospitalPage';
import { PreparednessPage } from '../masscasualty/PreparednessPage';
import { HygienePage } from '../hygiene/HygienePage';
import { DeskPage } from '../picture/DeskPage';
import { t } from '../text';
import { setTimeZone } from '../text/format';
import { RulesPage } from '../transport/rules/RulesPage';
import { TransportPage } from '../transport/TransportPage';
import { TwinPage } from '../twin/TwinPage';
import { UsersPage } from '../users/UsersPage';
import { isPage, viewFrom } from '../view/address';

interface Props {
  readonly client: Client;
  readonly session: Session;
  readonly onSignedOut: () => void;
  readonly onLeave: () => void;
}

type Loaded =
  | { at: 'LOADING' }
  | { at: 'FAILED' }
  | { at: 'NONE' }
  | { at: 'READY'; region: RegionPack; regions: RegionSummary[]; demo: Demo | null };

const PAGES = {
  users: UsersPage,
  alarms: HygienePage,
  doctor: DoctorPage,
  rules: RulesPage,
  hospital: HospitalPage,
  preparedness: PreparednessPage,
  order: TransportPage,
  twin: TwinPage,
  exercise: ExercisePage,
};

/** Roles that see every region; everybody else has one. */
const EVERYWHERE = ['NATIONAL_COORDINATOR', 'ADMINISTRATOR'];
const CHOSEN_KEY = 'dirigent.region';

/** Chooses the region from what the user may see, and fetches what the desk must know of it. */
export function RegionGate({ client, session, onSignedOut, onLeave }: Props) {
  const [loaded, setLoaded] = useState<Loaded>({ at: 'LOADING' });
  const [tries, setTries] = useState(0);

  const load = useCallback(
    async (wanted: string | null) => {
      const regions = await allowedRegions(client, session);
      const own = regions.find((one) => one.code === session.region);
      const chosen = regions.find((one) => one.code === wanted) ?? own ?? regions[0];
      if (!chosen) {
        setLoaded({ at: 'NONE' });
        return;
      }
      const [region, demo] = await Promise.all([
        client.region(chosen.code),
        client.demo().catch(() => null),
      ]);
      setTimeZone(region.timeZone);
      setLoaded({ at: 'READY', region, regions, demo });
    },
    [client, session],
  );

  useEffect(() => {
    load(sessionStorage.getItem(CHOSEN_KEY)).catch(() => setLoaded({ at: 'FAILED' }));
  }, [load, tries]);

  const choose = (code: string) => {
    sessionStorage.setItem(CHOSEN_KEY, code);
    load(code).catch(() => setLoaded({ at: 'FAILED' }));
  };

  const view = viewFrom(location.search, session);
  if (loaded.at === 'READY' && view === 'crew')
    return <CrewPage client={client} session={session} region={loaded.region} onLeave={onLeave} />;
  if (loaded.at === 'READY' && view === 'film')
    return (
      <FilmPage
        key={loaded.region.code}
        client={client}
        session={session}
        region={loaded.region}
        demo={loaded.demo}
        onLeave={onLeave}
      />
    );
  if (loaded.at === 'READY' && view !== null && view in PAGES) {
    const Page = PAGES[view as keyof typeof PAGES];
    return (
      <Page
        key={loaded.region.code}
        client={client}
        session={session}
        region={loaded.region}
        regions={loaded.regions}
        onRegion={choose}
        onLeave={onLeave}
      />
    );
  }
  if (loaded.at === 'READY' && view === 'followup')
    return (
      <FollowUpPage
        key={loaded.region.code}
        client={client}
        session={session}
        region={loaded.region}
        onLeave={onLeave}
      />
    );
  if (loaded.at === 'READY' && view !== null && !isPage(view))
    return (
      <DeskPage
        view={view}
        key={loaded.region.code}
        client={client}
        session={session}
        region={loaded.region}
        regions={loaded.regions}
        demo={loaded.demo}
        onRegion={choose}
        onSignedOut={onSignedOut}
        onLeave={onLeave}
      />
    );
  return (
    <main className="centre">
      <h1>{t('app.name')}</h1>
      {loaded.at === 'LOADING' && <p role="status">{t('app.loading')}</p>}
      {loaded.at === 'NONE' && <p role="alert">{t('region.none')}</p>}
      {loaded.at === 'READY' && <p role="status">{t('region.noView')}</p>}
      {loaded.at === 'FAILED' && <p role="alert">{t('region.failed')}</p>}
      {loaded.at !== 'LOADING' && (
        <div className="choices">
          {loaded.at !== 'READY' && (
            <Button className="button first" onPress={() => setTries(tries + 1)}>
              {t('region.retry')}
            </Button>
          )}
          <Button className="button" onPress={onLeave}>
            {t('top.signOut')}
          </Button>
        </div>
      )}
    </main>
  );
}

async function allowedRegions(client: Client, session: Session): Promise<RegionSummary[]> {
  const served = (await client.regions()).filter((one) => one.served);
  const everywhere = session.roles.some((role) => EVERYWHERE.includes(role));
  return everywhere ? served : served.filter((one) => one.code === session.region);
}
