import {
  AttributionControl,
  Map as MapLibreMap,
  Marker,
  NavigationControl,
  setWorkerUrl,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { RegionPack } from '../api/contract';
import { themeInForce, usePreferences } from '../design/preferences';
import { mapStyle, paletteOf } from '../map/style';
import { t } from '../text';
import { closedHospitals, shownUnits, withHospital, type ShownUnit } from './changes';
import type { Base, Place } from './contract';
import type { FormProps } from './Forms';

setWorkerUrl(workerUrl);

interface Props extends FormProps {
  readonly region: RegionPack;
  readonly station: string;
  readonly onStation: (id: string) => void;
}

/** A station or a hospital with its place on the map in the page. */
interface Pin {
  readonly place: Place;
  readonly hospital: boolean;
  readonly element: HTMLElement;
}

/** The base on the map: press a hospital to close it, a station to see and change its units. */
export default function TwinMap(props: Props) {
  const { tree, base, region, station, onStation, onChange } = props;
  const holder = useRef<HTMLDivElement>(null);
  const { pins, failed } = usePins(holder, region, base);
  const closed = closedHospitals(tree);
  const units = base ? shownUnits(tree, base) : [];
  return (
    <div className="twin-map" role="group" aria-label={t('change.map')}>
      <div ref={holder} className="twin-map-holder" />
      {failed && <p className="map-failed">{t('map.failed')}</p>}
      {pins.map(({ place, hospital, element }) =>
        createPortal(
          hospital ? (
            <HospitalPin
              place={place}
              closed={closed.includes(place.id)}
              onPress={(shut) => onChange(withHospital(tree, place.id, shut))}
            />
          ) : (
            <StationPin
              place={place}
              units={units.filter((unit) => unit.station === place.id)}
              left={leftOf(place.id, units, base)}
              chosen={place.id === station}
              onPress={() => onStation(place.id === station ? '' : place.id)}
            />
          ),
          element,
          `${hospital ? 'h' : 's'} ${place.id}`,
        ),
      )}
    </div>
  );
}

/** How many units of the base have been moved from a station. */
function leftOf(station: string, units: readonly ShownUnit[], base: Base | undefined): number {
  return units.filter(
    ({ id, station: now }) =>
      now !== station && base?.units.some((one) => one.id === id && one.station === station),
  ).length;
}

interface HospitalProps {
  readonly place: Place;
  readonly closed: boolean;
  readonly onPress: (closed: boolean) => void;
}

function HospitalPin({ place: { name }, closed, onPress }: HospitalProps) {
  return (
    <button
      type="button"
      className="twin-pin of-hospital"
      aria-pressed={closed}
      title={name}
      aria-label={t(closed ? 'change.pinClosed' : 'change.pinOpen', { name })}
      onClick={() => onPress(!closed)}
    >
      H{closed && <i aria-hidden>×</i>}
    </button>
  );
}

interface StationProps {
  readonly place: Place;
  readonly units: readonly ShownUnit[];
  readonly left: number;
  readonly chosen: boolean;
  readonly onPress: () => void;
}

function StationPin({ place: { name }, units, left, chosen, onPress }: StationProps) {
  const now = units.filter(({ mark }) => mark !== 'REMOVED').length;
  const changed = left > 0 || units.some(({ mark }) => mark !== 'SAME');
  return (
    <button
      type="button"
      className={`twin-pin of-station${changed ? ' changed' : ''}`}
      aria-pressed={chosen}
      title={name}
      aria-label={t(changed ? 'change.pinChanged' : 'change.pinStation', { name, count: now })}
      onClick={onPress}
    >
      {now}
      {changed && <i aria-hidden>*</i>}
    </button>
  );
}

interface Made {
  readonly pins: readonly Pin[];
  readonly failed: boolean;
}

const NONE: Made = { pins: [], failed: false };

/** The map itself, made anew for another base or another theme. */
function usePins(
  holder: React.RefObject<HTMLDivElement | null>,
  region: RegionPack,
  base: Base | undefined,
): Made {
  const [made, setMade] = useState(NONE);
  usePreferences();
  const theme = themeInForce();
  const places = JSON.stringify([base?.stations ?? [], base?.hospitals ?? []]);
  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const [stations, hospitals] = JSON.parse(places) as [Place[], Place[]];
    let map: MapLibreMap;
    try {
      map = createMap(element, region);
    } catch {
      setMade({ pins: [], failed: true });
      return;
    }
    const pins = [
      ...stations.map((place) => pin(map, place, false)),
      ...hospitals.map((place) => pin(map, place, true)),
    ];
    fit(map, pins);
    setMade({ pins, failed: false });
    const observer = new ResizeObserver(() => map.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      setMade(NONE);
      map.remove();
    };
  }, [holder, region, places, theme]);
  return made;
}

function createMap(container: HTMLElement, region: RegionPack): MapLibreMap {
  const boundary = region.boundary as GeoJSON.Geometry;
  const map = new MapLibreMap({
    container,
    style: mapStyle(paletteOf(document.documentElement), boundary),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    // The page is scrolled past the map with the same wheel.
    cooperativeGestures: true,
    locale: {
      'CooperativeGesturesHandler.WindowsHelpText': t('change.wheel'),
      'CooperativeGesturesHandler.MobileHelpText': t('change.fingers'),
    },
  });
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new AttributionControl({ compact: true }), 'bottom-right');
  map.getCanvas().setAttribute('aria-label', t('change.map'));
  return map;
}

function pin(map: MapLibreMap, place: Place, hospital: boolean): Pin {
  const element = document.createElement('div');
  // A station often stands beside a hospital: the one is drawn above the place, the other below.
  new Marker({ element, anchor: hospital ? 'bottom' : 'top' })
    .setLngLat([place.position.lon, place.position.lat])
    .addTo(map);
  return { place, hospital, element };
}

function fit(map: MapLibreMap, pins: readonly Pin[]) {
  const lats = pins.map(({ place }) => place.position.lat);
  const lons = pins.map(({ place }) => place.position.lon);
  if (pins.length === 0) return;
  map.fitBounds(
    [
      [Math.min(...lons), Math.min(...lats)],
      [Math.max(...lons), Math.max(...lats)],
    ],
    { padding: 48, animate: false, maxZoom: 10 },
  );
}
