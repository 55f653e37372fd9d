import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import type { Client } from '../api/client';
import { Stream } from '../api/stream';
import type { Demo, RegionPack, RegionSummary, Session } from '../api/contract';
import { Actions } from '../dispatch/actions';
import { scaleOf } from '../model/lists';
import { Marks } from '../presence/marks';
import { caseInView, useMarking } from '../presence/useMarks';
import { usePresenceTold } from '../presence/usePresence';
import { t } from '../text';
import { hasPanel, seesPicture, type PageView, type View } from '../view/address';
import { OtherView } from '../view/OtherView';
import { useSharedSelection } from '../view/useSharedSelection';
import { useWindowCounted } from '../view/windows';
import { MajorWall } from '../masscasualty/MajorWall';
import { WallView } from '../wall/WallView';
import { DemoContext, DeskContext, SharedContext, type Shared } from './context';
import { deskFrom, deskReducer, placeOf, type DeskAction } from './desk';
import { DeskView } from './DeskView';
import { Notices } from './notices';
import { PictureStore } from './store';

interface Props {
  readonly view: Exclude<View, PageView>;
  readonly client: Client;
  readonly session: Session;
  readonly region: RegionPack;
  readonly regions: readonly RegionSummary[];
  readonly demo: Demo | null;
  readonly onRegion: (code: string) => void;
  readonly onSignedOut: () => void;
  readonly onLeave: () => void;
}

/** One region's desk: opens the live stream and holds what all its parts share. */
export function DeskPage(props: Props) {
  const { view, client, session, region, onSignedOut } = props;
  const [demo, setDemo] = useState(props.demo);
  const [shared] = useState<Shared>(() => {
    const store = new PictureStore();
    const key = `dirigent.marks.${session.username}.${region.code}`;
    const marks = new Marks(session.username, key, localStorage);
    const unread = (incident: string) => marks.unreadOf(incident);
    const actions = new Actions(client, region.code, store, new Notices(), unread);
    const scale = scaleOf(region.priorities);
    return { client, session, region, store, actions, marks, scale };
  });
  const [forbidden, setForbidden] = useState(false);
  const [desk, change] = useReducer(deskReducer, location.hash, deskFrom);
  const dispatch = useCallback(
    (action: DeskAction) => {
      // A form nobody sees would hold this window to its case for ever.
      const unseen = action.type === 'openForm' && !hasPanel(view);
      if (unseen) shared.actions.notices.refused(t('why.otherView'));
      else change(action);
    },
    [shared, view],
  );

  const picture = seesPicture(session);
  useEffect(() => {
    if (!picture) return;
    const { store } = shared;
    const stream = new Stream(
      `/api/regions/${encodeURIComponent(region.code)}/stream`,
      () => client.streamHeaders(),
      {
        onOpen: () => store.push({ type: 'opened', at: Date.now() }),
        onEvent: (event) => store.receive(event),
        onLost: () => store.push({ type: 'lost' }),
        onRefused: (status) => (status === 401 ? onSignedOut() : setForbidden(true)),
      },
    );
    return () => stream.close();
  }, [client, region.code, shared, picture, onSignedOut]);

  useSharedSelection(`${session.username}.${region.code}`, desk, dispatch);
  useWindowCounted();
  const inView = hasPanel(view) ? caseInView(desk) : null;
  usePresenceTold(client, region.code, inView, desk.form?.kind ?? null);
  useMarking(shared, inView);
  const place = placeOf(desk);
  useEffect(() => {
    history.replaceState(
      null,
      '',
      place === '' ? location.pathname + location.search : `#${place}`,
    );
  }, [place]);

  const deskValue = useMemo(() => ({ desk, dispatch }), [desk, dispatch]);
  const demoValue = useMemo(() => ({ demo, setDemo }), [demo]);
  const { regions, onRegion, onLeave } = props;
  const frame = { regions, forbidden, onRegion, onLeave };
  return (
    <SharedContext value={shared}>
      <DeskContext value={deskValue}>
        <DemoContext value={demoValue}>
          {view === 'desk' && <DeskView {...frame} />}
          {view === 'wall' && <WallView forbidden={forbidden} />}
          {view === 'majorwall' && <MajorWall forbidden={forbidden} />}
          {view !== 'desk' && view !== 'wall' && view !== 'majorwall' && (
            <OtherView view={view} {...frame} />
          )}
        </DemoContext>
      </DeskContext>
    </SharedContext>
  );
}
