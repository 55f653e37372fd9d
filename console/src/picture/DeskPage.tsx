import { useEffect, useMemo, useReducer, useState } from 'react';
import type { Client } from '../api/client';
import { Stream } from '../api/stream';
import type { Demo, RegionPack, RegionSummary, Session } from '../api/contract';
import { Actions } from '../dispatch/actions';
import { scaleOf } from '../model/lists';
import type { View } from '../view/address';
import { OtherView } from '../view/OtherView';
import { useSharedSelection } from '../view/useSharedSelection';
import { DeskContext, SharedContext, type Shared } from './context';
import { deskFrom, deskReducer, placeOf } from './desk';
import { DeskView } from './DeskView';
import { Notices } from './notices';
import { PictureStore } from './store';

interface Props {
  readonly view: View;
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
  const { view, client, session, region, demo, onSignedOut } = props;
  const [shared] = useState<Shared>(() => {
    const store = new PictureStore();
    const actions = new Actions(client, region.code, store, new Notices());
    return { client, session, region, store, demo, actions, scale: scaleOf(region.priorities) };
  });
  const [forbidden, setForbidden] = useState(false);
  const [desk, dispatch] = useReducer(deskReducer, location.hash, deskFrom);

  useEffect(() => {
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
  }, [client, region.code, shared, onSignedOut]);

  useSharedSelection(`${session.username}.${region.code}`, desk, dispatch);
  const place = placeOf(desk);
  useEffect(() => {
    history.replaceState(
      null,
      '',
      place === '' ? location.pathname + location.search : `#${place}`,
    );
  }, [place]);

  const deskValue = useMemo(() => ({ desk, dispatch }), [desk]);
  const { regions, onRegion, onLeave } = props;
  const frame = { regions, forbidden, onRegion, onLeave };
  return (
    <SharedContext value={shared}>
      <DeskContext value={deskValue}>
        {view === 'desk' ? <DeskView {...frame} /> : <OtherView view={view} {...frame} />}
      </DeskContext>
    </SharedContext>
  );
}
