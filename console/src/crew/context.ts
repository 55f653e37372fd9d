import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Client } from '../api/client';
import type { RegionPack, Session } from '../api/contract';
import { scaleOf } from '../model/lists';
import { subscribeTick, tickNow } from '../picture/tick';
import { CrewLink, crewTime, linkState } from './link';
import { Outbox, type Press } from './outbox';

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
    rides: () => client.crewRides(code, unit).then((read) => read.rides),
  };
  // Each tells the other: what is sent is read back, and a link that lives sends what is kept.
  const link: CrewLink = new CrewLink(source, () => outbox.pump());
  const outbox: Outbox = new Outbox(
    `dirigent.outbox.${session.username}.${unit}`,
    localStorage,
    (press) => client.tryPost(press.id, code, ...told(press)),
    () => link.ask(),
  );
  return { client, session, region, scale: scaleOf(region.priorities), unit, link, outbox };
}

/** Where a press is told, and in what words. */
export function told(press: Press): [string, unknown] {
  if ('casualty' in press) return [press.path, press.body];
  if ('methane' in press)
    return [
      `major-incidents/${encodeURIComponent(press.major)}/methane`,
      { ...press.methane, at: press.at },
    ];
  if ('ride' in press) {
    const { transport, ride, at } = press;
    return [`transports/${encodeURIComponent(transport)}/steps`, { ride, at }];
  }
  const { assignment, milestone, at, outcome, text } = press;
  const ending = outcome ? { outcome, text: text ?? '' } : {};
  const path = `assignments/${encodeURIComponent(assignment)}/milestones`;
  return [path, { milestone, at, ...ending }];
}

export function useCrewPicture() {
  const { link } = useCrew();
  return useSyncExternalStore(link.subscribe, link.get);
}

export function useOutbox() {
  const { outbox } = useCrew();
  return useSyncExternalStore(outbox.subscribe, outbox.get);
}

/** Whether what waits to be sent outlives a reload of the page. */
export function useOutboxSafe(): boolean {
  const { outbox } = useCrew();
  return useSyncExternalStore(outbox.subscribe, outbox.safe);
}

/** The server's time and the state of the link, renewed twice a second. */
export function useCrewNow() {
  const picture = useCrewPicture();
  const tick = useSyncExternalStore(subscribeTick, tickNow);
  return { now: crewTime(picture, tick), link: linkState(picture, tick) };
}
