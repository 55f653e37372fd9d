import { useEffect, useMemo, useState } from 'react';
import type { Obstacle, RoadPicture } from '../api/contract';
import { useConnection, useModel, useShared } from '../picture/context';

const NOTHING: RoadPicture = { obstacles: [], clashes: [] };

/**
 * The obstacles with the roads they are on; asked for anew each time one changes. In the film only
 * as they were told: the roads may be others today.
 */
export function useRoads(): RoadPicture {
  const { client, region, past } = useShared();
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
  const told = useMemo(() => asTold(obstacles.values()), [obstacles]);
  if (obstacles.size === 0) return NOTHING;
  return past ? told : found;
}

function asTold(obstacles: Iterable<Obstacle>): RoadPicture {
  const shown = [...obstacles].map((obstacle) => ({ obstacle, roads: 0, lines: [] }));
  return { obstacles: shown, clashes: [] };
}
