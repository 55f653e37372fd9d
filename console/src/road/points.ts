import type { Position, RegionPack } from '../api/contract';
import { readPosition } from '../incident/PlaceFields';

/** A place that can be named. */
export interface Named {
  readonly name: string;
  readonly position: Position;
}

/** What can be named in a region: its places, then the middles of its municipalities. */
export function placesOf({ places, municipalities }: RegionPack): Named[] {
  return [...places, ...municipalities];
}

/** Lines of text as places on the map, with those that could not be read. */
export interface Points {
  readonly positions: readonly Position[];
  /** Names of the lines that are names, in order. */
  readonly names: readonly string[];
  readonly unread: readonly string[];
}

/**
 * Reads one place a line: a name the region knows, upper and lower case alike, or latitude and
 * longitude. Of places that share a name the first given is meant.
 */
export function readPoints(text: string, places: readonly Named[]): Points {
  const positions: Position[] = [];
  const names: string[] = [];
  const unread: string[] = [];
  for (const line of text.split('\n')) {
    const word = line.trim();
    if (word === '') continue;
    const place = places.find((one) => one.name.toLowerCase() === word.toLowerCase());
    const position = place?.position ?? readPosition(word);
    if (position) positions.push(position);
    else unread.push(word);
    if (place) names.push(place.name);
  }
  return { positions, names, unread };
}
