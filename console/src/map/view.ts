import type { Incident } from '../api/contract';

/** What the rest of the desk may ask of the map, if there is one. */
export interface MapHandle {
  showIncident(incident: Incident): void;
  showRegion(): void;
}

let handle: MapHandle | null = null;

export function setMapHandle(next: MapHandle | null) {
  handle = next;
}

export function showIncident(incident: Incident) {
  handle?.showIncident(incident);
}

export function showRegion() {
  handle?.showRegion();
}
