import { useEffect, useState } from 'react';
import type { Client } from '../api/client';
import type { RegionPack, RegionSummary, Session } from '../api/contract';
import { PageHelp } from '../help/PageHelp';
import { t } from '../text';
import { PlainHead } from '../view/PlainHead';
import type { Plan } from './contract';
import { bench, draftsOf, keep, regionDraft, type Draft } from './drafts';
import { TrialFilmPage } from './film/TrialFilmPage';
import { go, usePlace } from './place';
import { StudyList } from './StudyList';
import { StudyView } from './StudyView';
import { useStudies } from './useStudies';
import { Workbench } from './Workbench';

interface Props {
  readonly client: Client;
  readonly session: Session;
  readonly region: RegionPack;
  readonly regions: readonly RegionSummary[];
  readonly onRegion: (code: string) => void;
  readonly onLeave: () => void;
}

/** What would happen if: scenarios are made, run beside the live service, and compared. */
export function TwinPage(props: Props) {
  const { client, region, session } = props;
  const place = usePlace();
  const studies = useStudies(client, region.code);
  const [drafts, setDrafts] = useState<readonly Draft[]>(
    () => bench(region.code) ?? [regionDraft(region)],
  );
  useEffect(() => keep(region.code, drafts), [region.code, drafts]);
  const filming = place.film !== null;
  useEffect(() => {
    if (!filming) document.title = `${t('view.twin')} · ${region.name}`;
  }, [region, filming]);
  const open = (plan: Pick<Plan, 'scenarios'>) => {
    setDrafts(draftsOf(plan.scenarios));
    go('');
  };
  const asked = (id: string) => {
    studies.look();
    go(`study=${id}`);
  };
  if (place.film)
    return (
      <TrialFilmPage
        key={JSON.stringify(place.film)}
        client={client}
        session={session}
        region={region}
        asked={place.film}
      />
    );
  return (
    <div className="twin">
      <PlainHead {...props} view="twin" />
      <main className="twin-main">
        <div className="twin-side">
          <PageHelp view="twin" />
          <StudyList studies={studies} chosen={place.study} now={Date.parse(region.now)} />
        </div>
        <div className="twin-middle">
          {place.study ? (
            <StudyView
              key={place.study}
              client={client}
              region={region}
              id={place.study}
              line={studies.lines?.find(({ id }) => id === place.study)}
              onOpen={open}
              onAsked={asked}
            />
          ) : (
            <Workbench
              client={client}
              region={region}
              session={session}
              drafts={drafts}
              asked={place.scenario}
              onChange={setDrafts}
              onAsked={asked}
            />
          )}
        </div>
      </main>
    </div>
  );
}
