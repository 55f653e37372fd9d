import type { RegionPack } from '../api/contract';

type Destination = RegionPack['destinations'][number];

/** A facility's name, with its region's when that is another than one's own. */
export function destinationName(one: Destination, own: RegionPack): string {
  return one.region === own.code ? one.name : `${one.name}, ${one.regionName}`;
}
