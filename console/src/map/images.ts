import type { Map as MapLibreMap } from 'maplibre-gl';
import { shapeOf } from '../design/shapes';

/** Icons are drawn with this many pixels per unit of the shape's box, for sharp screens. */
const RATIO = 2;
export const WIDTH = 28;
export const HEIGHT = 24;

type Pen = CanvasRenderingContext2D;
/** Draws one icon in a box of WIDTH × HEIGHT. */
export type Draw = (pen: Pen) => void;

/** Draws the icons of what stands still in the theme's colours and gives them to the map. */
export function addImages(map: MapLibreMap, read: (token: string) => string) {
  put(map, 'hospital', (pen) => hospital(pen, read('surface'), read('action')));
  put(map, 'station', (pen) => station(pen, read('surface'), read('line-strong')));
}

const FILLS: Record<number, readonly [string, string]> = {
  1: ['grave', 'grave-text'],
  2: ['warn', 'warn-text'],
  3: ['calm', 'calm-text'],
};

/** A case by its level. One that has its unit asks for nothing: the filling goes. */
export function priorityIcon(level: number, waits: boolean, read: (token: string) => string): Draw {
  const [fill, ink] = FILLS[level] ?? ['surface', 'text'];
  if (waits) return (pen) => priority(pen, level, read(fill), read(ink), read('text'));
  const line = read(FILLS[level] ? fill : 'text');
  return (pen) => priority(pen, level, read('surface'), read('text'), line);
}

function put(map: MapLibreMap, name: string, draw: Draw) {
  const canvas = document.createElement('canvas');
  canvas.width = (WIDTH + 4) * RATIO;
  canvas.height = (HEIGHT + 4) * RATIO;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.scale(RATIO, RATIO);
  pen.translate(2, 2);
  draw(pen);
  const image = pen.getImageData(0, 0, canvas.width, canvas.height);
  if (map.hasImage(name)) map.removeImage(name);
  map.addImage(name, image, { pixelRatio: RATIO });
}

function priority(pen: Pen, level: number, fill: string, ink: string, line: string) {
  const path = new Path2D(shapeOf(level));
  pen.fillStyle = fill;
  pen.strokeStyle = line;
  pen.lineWidth = 2;
  pen.fill(path);
  pen.stroke(path);
  letter(pen, String(level), ink, 13);
}

function letter(pen: Pen, text: string, ink: string, size: number) {
  pen.fillStyle = ink;
  pen.font = `bold ${size}px system-ui, sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(text, WIDTH / 2, HEIGHT / 2 + 1);
}

function hospital(pen: Pen, fill: string, ink: string) {
  pen.fillStyle = fill;
  pen.strokeStyle = ink;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.roundRect(6, 4, 16, 16, 3);
  pen.fill();
  pen.stroke();
  letter(pen, 'H', ink, 12);
}

function station(pen: Pen, fill: string, ink: string) {
  pen.fillStyle = fill;
  pen.strokeStyle = ink;
  pen.lineWidth = 1.5;
  const house = new Path2D('M14 7 19 12V17H9V12Z');
  pen.fill(house);
  pen.stroke(house);
}
