import { HEIGHT, WIDTH, priorityIcon, type Draw } from './images';
import type { Palette } from './style';

/** Small pictures drawn once in the theme's colours and stamped as often as needed. */
export class Sprites {
  private readonly made = new Map<string, HTMLCanvasElement>();

  constructor(
    private readonly palette: Palette,
    private readonly read: (token: string) => string,
  ) {}

  get ink() {
    return this.palette.text;
  }

  get halo() {
    return this.palette.land;
  }

  /** `priority-1-waiting` or a unit's tone. Smaller when the map shows much. */
  draw(pen: CanvasRenderingContext2D, name: string, x: number, y: number, zoom: number) {
    const sprite = this.made.get(name) ?? this.make(name);
    const size = name.startsWith('priority') ? iconSize(zoom) : circleSize(zoom);
    const width = (sprite.width / RATIO) * size;
    const height = (sprite.height / RATIO) * size;
    pen.drawImage(sprite, x - width / 2, y - height / 2, width, height);
  }

  ring(pen: CanvasRenderingContext2D, x: number, y: number) {
    pen.beginPath();
    pen.arc(x, y, RING_PIXELS, 0, 2 * Math.PI);
    pen.lineWidth = 3;
    pen.strokeStyle = this.palette.focus;
    pen.stroke();
  }

  private make(name: string): HTMLCanvasElement {
    const priority = /^priority-(\d)-(\w+)$/.exec(name);
    const sprite = priority
      ? stamp(WIDTH + 4, HEIGHT + 4, (pen) => {
          pen.translate(2, 2);
          priorityIcon(Number(priority[1]), priority[2] === 'waiting', this.read)(pen);
        })
      : stamp(SIDE, SIDE, (pen) => circle(pen, this.fill(name), this.palette.text));
    this.made.set(name, sprite);
    return sprite;
  }

  private fill(tone: string): string {
    if (tone === 'free') return this.palette.surface;
    return tone === 'out' ? this.palette.line : this.palette.calm;
  }
}

/** Drawn with this many pixels per unit, for sharp screens. */
const RATIO = 2;
const SIDE = 22;
const RING_PIXELS = 19;

function stamp(width: number, height: number, draw: Draw): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width * RATIO;
  canvas.height = height * RATIO;
  const pen = canvas.getContext('2d');
  pen?.scale(RATIO, RATIO);
  if (pen) draw(pen);
  return canvas;
}

function circle(pen: CanvasRenderingContext2D, fill: string, ink: string) {
  pen.beginPath();
  pen.arc(SIDE / 2, SIDE / 2, SIDE / 2 - 2, 0, 2 * Math.PI);
  pen.fillStyle = fill;
  pen.strokeStyle = ink;
  pen.lineWidth = 2;
  pen.fill();
  pen.stroke();
}

function between(zoom: number, from: number, to: number): number {
  return Math.max(0, Math.min(1, (zoom - from) / (to - from)));
}

function iconSize(zoom: number): number {
  return 0.6 + 0.4 * between(zoom, 4, 8);
}

function circleSize(zoom: number): number {
  return 0.3 + 0.35 * between(zoom, 4, 8) + 0.25 * between(zoom, 8, 12);
}
