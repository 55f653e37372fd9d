import { useCallback, useEffect, useMemo, useReducer, useState, type ReactNode } from 'react';
import { AlarmRows } from '../alarm/AlarmStrip';
import { Problem, type Client } from '../api/client';
import type { Demo, RegionPack, Session } from '../api/contract';
import { CommandLine } from '../commands/CommandLine';
import { CommandsProvider } from '../commands/CommandsProvider';
import { HelpSheet } from '../commands/HelpSheet';
import { Actions } from '../dispatch/actions';
import { HelpFoot } from '../help/HelpFoot';
import { scaleOf } from '../model/lists';
import { DemoContext, DeskContext, SharedContext, useModel, type Shared } from '../picture/context';
import { START, deskReducer, type DeskAction } from '../picture/desk';
import { DeskPanes, PaneTabs } from '../picture/DeskPanes';
import { Notices } from '../picture/notices';
import { PictureStore } from '../picture/store';
import { Marks } from '../presence/marks';
import { t } from '../text';
import { FilmBar } from './FilmBar';
import { FilmPlayer } from './player';

/** Without a moment in the address the film begins so long before now. */
const BACK_MILLISECONDS = 3_600_000;
/** The past is drawn so often; its clock runs on by itself in between. */
const TICK_MILLISECONDS = 250;

/** The demonstration's switches and its guided shift belong to now. */
const NO_DEMO = { demo: null, setDemo: () => undefined };

interface Props {
  readonly client: Client;
  readonly session: Session;
  readonly region: RegionPack;
  readonly demo: Demo | null;
  readonly onLeave: () => void;
}

/** The day that was, on the very same desk. */
export function FilmPage({ client, session, region, demo, onLeave }: Props) {
  const [{ shared, player }] = useState(() => {
    return makeFilm(client, session, region, demo?.speed ?? 1);
  });
  useEffect(() => {
    document.title = `${t('view.film')} · ${region.name}`;
  }, [region]);
  return (
    <FilmDesk shared={shared} player={player}>
      <FilmBar player={player} onLeave={onLeave} />
    </FilmDesk>
  );
}

interface DeskProps {
  readonly shared: Shared;
  readonly player: FilmPlayer;
  /** The bar that says what this is. */
  readonly children: ReactNode;
}

/** The very same desk, drawn from a film. Nothing can be changed here, whatever is pressed. */
export function FilmDesk({ shared, player, children }: DeskProps) {
  const [desk, change] = useReducer(deskReducer, START);
  const dispatch = useCallback(
    (action: DeskAction) => {
      if (action.type === 'openForm' && action.form.kind !== 'roads')
        shared.actions.notices.refused(t('why.past'));
      else change(action);
    },
    [shared],
  );
  useEffect(() => {
    void player.seek(player.get().at);
    const timer = setInterval(() => player.tick(), TICK_MILLISECONDS);
    return () => clearInterval(timer);
  }, [player]);
  const deskValue = useMemo(() => ({ desk, dispatch }), [desk, dispatch]);
  return (
    <SharedContext value={shared}>
      <DemoContext value={NO_DEMO}>
        <DeskContext value={deskValue}>
          <CommandsProvider keys="view">
            <div className="desk film" data-pane={desk.pane}>
              {children}
              <AlarmRows />
              <Past />
              <HelpFoot />
              <PaneTabs />
            </div>
            <CommandLine />
            <HelpSheet />
          </CommandsProvider>
        </DeskContext>
      </DemoContext>
    </SharedContext>
  );
}

function Past() {
  const loaded = useModel((model) => model.seq >= 0);
  if (!loaded)
    return (
      <main className="centre">
        <p role="status">{t('app.loading')}</p>
      </main>
    );
  return <DeskPanes />;
}

/** What a desk needs that shows a film; every command through its client is refused. */
export function filmShared(client: Client, session: Session, region: RegionPack): Shared {
  const store = new PictureStore();
  const refuse = () => Promise.reject(new Problem(409, { title: t('why.past') }));
  // The commands are all blocked; this is for the one that somebody forgets to block.
  const past = Object.assign(Object.create(client) as Client, { post: refuse, tryPost: refuse });
  const notices = new Notices();
  const nothing = { getItem: () => null, setItem: () => undefined };
  return {
    client: past,
    session,
    region,
    store,
    actions: new Actions(past, region.code, store, notices),
    marks: new Marks(session.username, '', nothing),
    scale: scaleOf(region.priorities),
    past: true,
  };
}

function makeFilm(client: Client, session: Session, region: RegionPack, clockSpeed: number) {
  const shared = filmShared(client, session, region);
  const source = {
    picture: (at: string) => client.pastPicture(region.code, at),
    piece: (after: number, from: string, until: string) =>
      client.filmPiece(region.code, after, from, until),
  };
  // By the service's clock: the browser's may be wrong, and the demonstration's runs faster.
  const opened = Date.now();
  const present = () => Date.parse(region.now) + (Date.now() - opened) * clockSpeed;
  const asked = Date.parse(new URLSearchParams(location.hash.slice(1)).get('at') ?? '');
  const start = Number.isNaN(asked) ? present() - BACK_MILLISECONDS : asked;
  return { shared, player: new FilmPlayer(source, shared.store, present, start) };
}
