import { createContext, useContext, useSyncExternalStore, type Dispatch } from 'react';
import type { Client } from '../api/client';
import type { Demo, RegionPack, Session } from '../api/contract';
import type { Scale } from '../model/lists';
import type { Model } from '../model/picture';
import { connectionState, serverTime } from '../model/time';
import type { Actions } from '../dispatch/actions';
import type { Desk, DeskAction } from './desk';
import type { Marks } from '../presence/marks';
import type { PictureStore } from './store';
import { subscribeTick, tickNow } from './tick';

/** What every part of the desk shares. None of it changes with the picture. */
export interface Shared {
  readonly client: Client;
  readonly session: Session;
  readonly region: RegionPack;
  readonly scale: Scale;
  readonly store: PictureStore;
  readonly actions: Actions;
  readonly marks: Marks;
  /** The picture is one of the past: nothing can be changed. */
  readonly past?: boolean;
}

export const SharedContext = createContext<Shared | null>(null);
export const DeskContext = createContext<{ desk: Desk; dispatch: Dispatch<DeskAction> } | null>(
  null,
);

/** In a demonstration: who else dispatches, as it is now. */
export const DemoContext = createContext<{
  demo: Demo | null;
  setDemo: (next: Demo) => void;
} | null>(null);

export function useDemo() {
  const found = useContext(DemoContext);
  if (!found) throw new Error('useDemo outside of the desk');
  return found;
}

export function useShared(): Shared {
  const shared = useContext(SharedContext);
  if (!shared) throw new Error('useShared outside of the desk');
  return shared;
}

export function useDesk() {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk outside of the desk');
  return desk;
}

/** A part of the model; the component shows again only when that very part has changed. */
export function useModel<T>(part: (model: Model) => T): T {
  const { store } = useShared();
  return useSyncExternalStore(store.subscribe, () => part(store.get()));
}

/** The browser's clock in milliseconds, renewed twice a second. */
export function useTick(): number {
  return useSyncExternalStore(subscribeTick, tickNow);
}

/** The server's time in milliseconds, renewed twice a second. */
export function useServerNow(): number {
  const clock = useModel((model) => model.clock);
  return serverTime(clock, useTick());
}

/** The state of the connection; PAST where there is none because the film is shown. */
export function useConnection() {
  const { past } = useShared();
  const connection = useModel((model) => model.connection);
  const live = connectionState(connection, useTick());
  return past ? ('PAST' as const) : live;
}
