import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useMemo, useState } from 'react';
import { useDesk, useServerNow, useShared } from '../picture/context';
import { placesOf, readPoints } from '../road/points';
import { effectText, obstacleName, spanText } from '../road/told';
import { useRoads } from '../road/useRoads';
import { obstaclePainter, sketchPainter } from './obstacles';
import { Overlay } from './overlay';
import { reachPainter } from './reach';
import { tokenReader } from './style';
import { tourPainter, type Tour } from './tours';
import { useReach } from './useReach';
import { useWay } from './useWay';
import { wayPainter } from './ways';

/** From the lowest to the topmost. */
const LAYERS = ['reach', 'way', 'tour', 'obstacles', 'sketch'] as const;

/** The canvases of lines and areas, made anew with the map; call it before the marks are made. */
export function useOverlay(map: MapLibreMap | null, tour: Tour | null) {
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  useEffect(() => {
    if (!map) return;
    const made = new Overlay(map, LAYERS);
    setOverlay(made);
    return () => {
      made.remove();
      setOverlay(null);
    };
  }, [map]);
  useObstacles(overlay);
  useJourneys(overlay);
  useEffect(() => {
    overlay?.set('tour', tour && tourPainter(tour, colours()));
  }, [overlay, tour]);
}

const MINUTE_MILLISECONDS = 60_000;

/** Draws what stands, and what is being drawn. */
function useObstacles(overlay: Overlay | null) {
  const { region } = useShared();
  const { desk } = useDesk();
  const roads = useRoads();
  const minute = Math.floor(useServerNow() / MINUTE_MILLISECONDS) * MINUTE_MILLISECONDS;
  const places = useMemo(() => placesOf(region), [region]);
  const drawing = desk.form?.kind === 'obstacle';
  useEffect(() => {
    const label = (one: (typeof roads.obstacles)[number]['obstacle']) =>
      `${obstacleName(one)}: ${effectText(one.told)} ${spanText(one.told, minute)}`;
    overlay?.set('obstacles', obstaclePainter(roads, label, colours()));
  }, [overlay, roads, minute]);
  useEffect(() => {
    const { positions } = readPoints(drawing ? desk.points : '', places);
    overlay?.set('sketch', sketchPainter(positions, colours()));
  }, [overlay, drawing, desk.points, places]);
}

/** Draws what the desk wants to see the reach of, and the open unit's way to the open case. */
function useJourneys(overlay: Overlay | null) {
  const reach = useReach()?.reach ?? null;
  const way = useWay()?.way ?? null;
  useEffect(() => {
    overlay?.set('reach', reach && reachPainter(reach, colours()));
  }, [overlay, reach]);
  useEffect(() => {
    overlay?.set('way', way && wayPainter(way, colours()));
  }, [overlay, way]);
}

function colours() {
  const read = tokenReader(document.documentElement);
  return {
    fill: read('focus'),
    line: read('focus'),
    closed: read('grave'),
    slow: read('warn-ink'),
    ink: read('text'),
    halo: read('surface'),
  };
}
