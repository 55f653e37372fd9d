import type { Map as MapLibreMap } from 'maplibre-gl';
import { shapeOf } from '../design/shapes';

/** Icons are drawn with this many pixels per unit of the shape's box, for sharp screens. */
const RATIO = 2;
const WIDTH = 28;
const HEIGHT = 24;
const LEVELS = [1, 2, 3, 4] as const;

type Pen = CanvasRenderingContext2D;

/** Draws the icons in the theme's colours and gives them to the map. */
export function addImages(map: MapLibreMap, element: Element) {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const colours: Record<number, [string, string]> = {
    1: [read('grave'), read('grave-text')],
    2: [read('warn'), read('warn-text')],
    3: [read('calm'), read('calm-text')],
    4: [read('surface'), read('text')],
  };
  for (const level of LEVELS) {
    const [fill, ink] = colours[level] ?? ['', ''];
    put(map, `priority-${level}-waiting`, (pen) => {
      priority(pen, level, fill, ink, read('text'));
    });
    // A case that has its unit asks for nothing: the shape stays, the filling goes.
    put(map, `priority-${level}-assigned`, (pen) => {
      priority(pen, level, read('surface'), read('text'), level === 4 ? read('text') : fill);
    });
  }
  put(map, 'hospital', (pen) => hospital(pen, read('surface'), read('action')));
  put(map, 'station', (pen) => station(pen, read('surface'), read('line-strong')));
}

function put(map: MapLibreMap, name: string, draw: (pen: Pen) => void) {
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
