import {
  AttributionControl,
  Map as MapLibreMap,
  NavigationControl,
  setWorkerUrl,
  type GeoJSONSource,
  type MapMouseEvent,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { RegionPack } from '../api/contract';
import { CommandButton } from '../commands/CommandButton';
import { themeInForce, usePreferences } from '../design/preferences';
import { PLACE_FORMS } from '../picture/desk';
import { useDesk, useModel, useShared } from '../picture/context';
import { t } from '../text';
import { CoverTool } from './CoverTool';
import { incidentMarks, point, unitMarks } from './features';
import { addImages } from './images';
import { Markers } from './markers';
import { ReachLegend } from './ReachLegend';
import { repaint } from './repaint';
import { Sprites } from './sprites';
import { addStreets } from './streets';
import type { Tour } from './tours';
import { mapStyle, paletteOf, tokenReader } from './style';
import { useOverlay } from './useOverlay';
import { setMapHandle } from './view';

setWorkerUrl(workerUrl);

/** Positions come once a second; drawing them more often would show nothing new. */
const UNITS_MILLISECONDS = 1_000;
const INCIDENTS_MILLISECONDS = 250;
const CLOSE_ZOOM = 9.5;
const FIT = { padding: 16, animate: false };
/** From the lowest to the topmost. */
const LIVE_LAYERS = ['units', 'incidents'] as const;

interface Props {
  /** Whether the cover lies over the map from the beginning. */
  readonly cover?: boolean;
  /** The places a vehicle of the plan goes to, in order; null for none. */
  readonly tour?: Tour | null;
}

export default function MapView({ cover = false, tour = null }: Props) {
  const { region } = useShared();
  const holder = useRef<HTMLDivElement>(null);
  const { map, failed } = useMap(holder, region);
  useOverlay(map, tour);
  const markers = useMarkers(map);
  useLiveData(markers);
  usePresses(map, markers);
  const incidents = useModel((model) => model.incidents.size);
  const units = useModel((model) => model.units.size);
  const label = t('map.label', { region: region.name, incidents, units });
  useEffect(() => {
    map?.getCanvas().setAttribute('aria-label', label);
  }, [map, label]);
  return (
    <div className="pane map">
      <div ref={holder} className="map-holder" />
      {failed && <p className="map-failed">{t('map.failed')}</p>}
      <div className="map-tools">
        <CommandButton id="region" className="button small" text={t('map.fit')} />
        <CommandButton id="reach" className="button small" text={t('map.reach')} />
        <CoverTool map={map} on={cover} />
      </div>
      <ReachLegend />
    </div>
  );
}

interface Made {
  readonly map: MapLibreMap | null;
  readonly failed: boolean;
}

const NOT_YET: Made = { map: null, failed: false };

/** Makes the map; a change of theme makes it anew in the new colours, in the same place. */
function useMap(holder: RefObject<HTMLDivElement | null>, region: RegionPack): Made {
  const [made, setMade] = useState(NOT_YET);
  const view = useRef<{ center: [number, number]; zoom: number } | null>(null);
  usePreferences();
  const theme = themeInForce();

  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    let map: MapLibreMap;
    try {
      map = createMap(element, region);
    } catch {
      setMade({ map: null, failed: true });
      return;
    }
    if (view.current) map.jumpTo(view.current);
    map.on('load', () => {
      if (!view.current) map.fitBounds(boundsOf(region), FIT);
      addImages(map, tokenReader(document.documentElement));
      setSource(map, 'facilities', facilityFeatures(region));
      void addStreets(map, paletteOf(document.documentElement).line);
      setMade({ map, failed: false });
    });
    setMapHandle(handleOf(map, region));
    // The library's own observer misses a change between its making and its first look.
    const observer = new ResizeObserver(() => map.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      view.current = { center: map.getCenter().toArray(), zoom: map.getZoom() };
      setMapHandle(null);
      setMade(NOT_YET);
      map.remove();
    };
  }, [holder, region, theme]);
  return made;
}

function handleOf(map: MapLibreMap, region: RegionPack) {
  return {
    showRegion: () => map.fitBounds(boundsOf(region), FIT),
    showIncident: ({ location: { position } }: { location: RegionLocation }) => {
      if (!position) return;
      const zoom = Math.max(map.getZoom(), CLOSE_ZOOM);
      map.jumpTo({ center: [position.lon, position.lat], zoom });
    },
  };
}

interface RegionLocation {
  position?: { lat: number; lon: number } | null | undefined;
}

function createMap(element: HTMLElement, region: RegionPack): MapLibreMap {
  const map = new MapLibreMap({
    container: element,
    style: mapStyle(paletteOf(document.documentElement), region.boundary as GeoJSON.MultiPolygon),
    bounds: boundsOf(region),
    fitBoundsOptions: FIT,
    locale: { 'NavigationControl.ZoomIn': t('map.in'), 'NavigationControl.ZoomOut': t('map.out') },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    fadeDuration: 0,
    maxZoom: 17,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new AttributionControl({ compact: true }), 'bottom-right');
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  return map;
}

/** The canvas for what moves, made anew with the map. */
function useMarkers(map: MapLibreMap | null): Markers | null {
  const [markers, setMarkers] = useState<Markers | null>(null);
  useEffect(() => {
    if (!map) return;
    const root = document.documentElement;
    const made = new Markers(map, new Sprites(paletteOf(root), tokenReader(root)), LIVE_LAYERS);
    setMarkers(made);
    return () => {
      made.remove();
      setMarkers(null);
    };
  }, [map]);
  return markers;
}

/** Fills the two live layers from the store, each at its own bounded pace. */
function useLiveData(markers: Markers | null) {
  const { store, scale } = useShared();
  const {
    desk: { incident, unit },
  } = useDesk();
  useEffect(() => {
    if (!markers) return;
    return repaint(UNITS_MILLISECONDS, store.subscribe, () => {
      const { units, positions } = store.get();
      const paint = () => markers.set('units', unitMarks(units, positions));
      return { watched: [units, positions], paint };
    });
  }, [markers, store]);
  useEffect(() => {
    if (!markers) return;
    return repaint(INCIDENTS_MILLISECONDS, store.subscribe, () => {
      const { incidents } = store.get();
      const paint = () => markers.set('incidents', incidentMarks(incidents.values(), scale));
      return { watched: [incidents], paint };
    });
  }, [markers, store, scale]);
  useEffect(() => markers?.choose([incident, unit]), [markers, incident, unit]);
}

/** A press on a mark opens it; while a form asks for a place, any press is the answer. */
function usePresses(map: MapLibreMap | null, markers: Markers | null) {
  const { desk, dispatch } = useDesk();
  const asked = PLACE_FORMS.includes(desk.form?.kind);
  useEffect(() => {
    if (!map) return;
    const press = ({ point: { x, y }, lngLat }: MapMouseEvent) => {
      const hit = asked ? null : markers?.at(x, y);
      if (!hit) dispatch({ type: 'pick', lat: lngLat.lat, lon: lngLat.lng });
      else if (hit.kind === 'incident') dispatch({ type: 'openIncident', id: hit.id });
      else dispatch({ type: 'openUnit', id: hit.id });
    };
    map.on('click', press);
    return () => {
      map.off('click', press);
    };
  }, [map, markers, asked, dispatch]);
}

function setSource(map: MapLibreMap, name: string, data: GeoJSON.FeatureCollection) {
  void map.getSource<GeoJSONSource>(name)?.setData(data);
}

function facilityFeatures(region: RegionPack): GeoJSON.FeatureCollection {
  const hospitals = region.facilities.map((one) =>
    point(one.position, { name: one.name, image: 'hospital' }),
  );
  const stations = region.stations.map((one) =>
    point(one.position, { name: one.name, image: 'station' }),
  );
  return { type: 'FeatureCollection', features: [...stations, ...hospitals] };
}

/** West, south, east, north. */
function boundsOf({ bounds: [west = 11, south = 55, east = 24, north = 69] }: RegionPack) {
  return [west, south, east, north] as [number, number, number, number];
}
