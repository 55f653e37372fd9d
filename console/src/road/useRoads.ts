import { useEffect, useState } from 'react';
import type { RoadPicture } from '../api/contract';
import { useConnection, useModel, useShared } from '../picture/context';

const NOTHING: RoadPicture = { obstacles: [], clashes: [] };

/** The obstacles with the roads they are on; asked for anew each time one changes. */
export function useRoads(): RoadPicture {
  const { client, region } = useShared();
  const live = useConnection() === 'LIVE';
  const obstacles = useModel((model) => model.obstacles);
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    if (!live || obstacles.size === 0) return;
    let gone = false;
    client.roads(region.code).then(
      (roads) => {
        if (!gone) setFound(roads);
      },
      // What stands is known from the picture; only the roads it is on are not.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [client, region.code, obstacles, live]);
  return obstacles.size === 0 ? NOTHING : found;
}
