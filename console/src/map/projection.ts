import type { Map as MapLibreMap } from 'maplibre-gl';

/** What the map shows: its size in pixels and where the world lies in it. */
export interface View {
  readonly width: number;
  readonly height: number;
  /** Pixels for the width of the world, and where its upper left corner lies. */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** Half the side of a tile at zoom 0 in MapLibre's pixels, doubled: the width of the world. */
const WORLD_PIXELS = 512;
/** The map is never turned or tilted, so world → pixels is one scale and one offset. */
export function viewOf(map: MapLibreMap): View {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const { lng, lat } = map.getCenter();
  const scale = WORLD_PIXELS * 2 ** map.getZoom();
  const left = width / 2 - worldX(lng) * scale;
  return { width, height, scale, left, top: height / 2 - mercatorY(lat) * scale };
}

/** 0 at the date line in the west, 1 in the east. */
export function worldX(lon: number): number {
  return (lon + 180) / 360;
}

/** Gives a canvas the view's size in the screen's own pixels; returns how many make one of CSS. */
export function fit(canvas: HTMLCanvasElement, { width, height }: View): number {
  const ratio = window.devicePixelRatio;
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w;
    canvas.height = h;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  return ratio;
}

/** Web Mercator (EPSG:3857): 0 at the north edge of the map, 1 at the south. */
export function mercatorY(lat: number): number {
  const radians = (lat * Math.PI) / 180;
  return (1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2;
}
