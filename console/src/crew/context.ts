import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Client } from '../api/client';
import type { RegionPack, Session } from '../api/contract';
import { scaleOf } from '../model/lists';
import { subscribeTick, tickNow } from '../picture/tick';
import { CrewLink, crewTime, linkState } from './link';
import { Outbox } from './outbox';

/** What every part of the crew's page shares. */
export interface Crew {
  readonly client: Client;
  readonly session: Session;
  readonly region: RegionPack;
  readonly scale: ReturnType<typeof scaleOf>;
  readonly unit: string;
  readonly link: CrewLink;
  readonly outbox: Outbox;
}

export const CrewContext = createContext<Crew | null>(null);

export function useCrew(): Crew {
  const crew = useContext(CrewContext);
  if (!crew) throw new Error('useCrew outside of the crew page');
  return crew;
}

export function makeCrew(client: Client, session: Session, region: RegionPack): Crew {
  const unit = session.unit ?? '';
  const code = region.code;
  const source = {
    glance: () => client.glance(code, unit),
    assignment: () => client.crewAssignment(code, unit),
  };
  // Each tells the other: what is sent is read back, and a link that lives sends what is kept.
  const link: CrewLink = new CrewLink(source, () => outbox.pump());
  const outbox: Outbox = new Outbox(
    `dirigent.outbox.${session.username}.${unit}`,
    localStorage,
    ({ id, assignment, milestone, at, outcome, text }) =>
      client.tryPost(id, code, `assignments/${encodeURIComponent(assignment)}/milestones`, {
        milestone,
        at,
        ...(outcome ? { outcome, text: text ?? '' } : {}),
      }),
    () => link.ask(),
  );
  return { client, session, region, scale: scaleOf(region.priorities), unit, link, outbox };
}

export function useCrewPicture() {
  const { link } = useCrew();
  return useSyncExternalStore(link.subscribe, link.get);
}

export function useOutbox() {
  const { outbox } = useCrew();
  return useSyncExternalStore(outbox.subscribe, outbox.get);
}

/** The server's time and the state of the link, renewed twice a second. */
export function useCrewNow() {
  const picture = useCrewPicture();
  const tick = useSyncExternalStore(subscribeTick, tickNow);
  return { now: crewTime(picture, tick), link: linkState(picture, tick) };
}
