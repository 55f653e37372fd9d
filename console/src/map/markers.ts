import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Sprites } from './sprites';
import { drawLabels } from './labels';
import { fit, mercatorY, viewOf, type View } from './projection';

/**
 * What moves on the map. It is drawn on a canvas of its own above the map, from flat arrays: a
 * second's worth of 5 000 new positions costs a few milliseconds, where a map source would be cut
 * into tiles and the whole ground drawn again for them.
 */
export interface Mark {
  readonly id: string;
  readonly kind: 'incident' | 'unit';
  /** Name of the sprite. */
  readonly sprite: string;
  /** Short and long text beside the mark; empty for none. */
  readonly letter: string;
  readonly label: string;
  readonly lat: number;
  readonly lon: number;
}

/** A canvas of its own, so that one layer's new marks do not draw the other's again. */
interface Layer {
  readonly canvas: HTMLCanvasElement;
  readonly pen: CanvasRenderingContext2D | null;
  marks: readonly Mark[];
  /** Web Mercator, 0–1, x then y for each mark. */
  world: Float64Array;
  /** The view it was last drawn in; empty when its marks have changed since. */
  drawn: string;
}

/** Marks this far outside of the view are not drawn, in pixels. */
const MARGIN_PIXELS = 24;
/** A press this far from a mark's middle, in pixels, still means it. */
const PRESS_PIXELS = 14;
/** From these zooms on a unit has its letter, and its whole label. */
export const LETTER_ZOOM = 7;
export const LABEL_ZOOM = 8.5;

/** The canvases above the map. Later layers lie on top and are hit first. */
export class Markers {
  private readonly layers = new Map<string, Layer>();
  private chosen = new Set<string>();
  private frame = 0;
  private readonly redraw = () => this.draw();

  constructor(
    private readonly map: MapLibreMap,
    private readonly sprites: Sprites,
    names: readonly string[],
  ) {
    for (const name of names) {
      const canvas = document.createElement('canvas');
      canvas.className = 'map-markers';
      map.getCanvasContainer().append(canvas);
      const none = { marks: [], world: new Float64Array(0), drawn: '' };
      this.layers.set(name, { canvas, pen: canvas.getContext('2d'), ...none });
    }
    // In the map's own frame, so that marks and ground never part while the map is moved.
    map.on('render', this.redraw);
    map.on('resize', this.redraw);
    this.ask();
  }

  remove() {
    cancelAnimationFrame(this.frame);
    this.map.off('render', this.redraw);
    this.map.off('resize', this.redraw);
    for (const { canvas } of this.layers.values()) canvas.remove();
  }

  set(name: string, marks: readonly Mark[]) {
    const layer = this.layers.get(name);
    if (!layer) throw new Error(`markers: ${name} is no layer; name it when they are made`);
    const world = new Float64Array(2 * marks.length);
    marks.forEach((mark, index) => {
      world[2 * index] = (mark.lon + 180) / 360;
      world[2 * index + 1] = mercatorY(mark.lat);
    });
    Object.assign(layer, { marks, world, drawn: '' });
    this.ask();
  }

  /** Rings the marks that are open in the panel. */
  choose(ids: readonly (string | null)[]) {
    this.chosen = new Set(ids.filter((one) => one !== null));
    for (const layer of this.layers.values()) layer.drawn = '';
    this.ask();
  }

  /** The topmost mark under a press, in pixels of the map. */
  at(x: number, y: number): Mark | null {
    const view = viewOf(this.map);
    let nearest: Mark | null = null;
    for (const { marks, world } of this.layers.values()) {
      let best = PRESS_PIXELS ** 2;
      marks.forEach((mark, index) => {
        const dx = (world[2 * index] ?? 0) * view.scale + view.left - x;
        const dy = (world[2 * index + 1] ?? 0) * view.scale + view.top - y;
        const distance = dx * dx + dy * dy;
        if (distance > best) return;
        best = distance;
        nearest = mark;
      });
    }
    return nearest;
  }

  /** At most one drawing a frame, however much has changed. */
  private ask() {
    if (this.frame === 0) this.frame = requestAnimationFrame(this.redraw);
  }

  private draw() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const view = viewOf(this.map);
    const name = JSON.stringify([view, window.devicePixelRatio]);
    for (const layer of this.layers.values()) {
      if (layer.drawn === name || !layer.pen) continue;
      layer.drawn = name;
      const ratio = fit(layer.canvas, view);
      layer.pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      layer.pen.clearRect(0, 0, view.width, view.height);
      this.drawLayer(layer.pen, layer, view, this.map.getZoom());
    }
  }

  private drawLayer(
    pen: CanvasRenderingContext2D,
    { marks, world }: Layer,
    view: View,
    zoom: number,
  ) {
    const labels: { x: number; y: number; text: string }[] = [];
    marks.forEach((mark, index) => {
      const x = (world[2 * index] ?? 0) * view.scale + view.left;
      const y = (world[2 * index + 1] ?? 0) * view.scale + view.top;
      if (x < -MARGIN_PIXELS || x > view.width + MARGIN_PIXELS) return;
      if (y < -MARGIN_PIXELS || y > view.height + MARGIN_PIXELS) return;
      this.sprites.draw(pen, mark.sprite, x, y, zoom);
      if (this.chosen.has(mark.id)) this.sprites.ring(pen, x, y);
      if (mark.label && zoom >= LETTER_ZOOM)
        labels.push({ x, y, text: zoom >= LABEL_ZOOM ? mark.label : mark.letter });
    });
    drawLabels(pen, labels, this.sprites.ink, this.sprites.halo);
  }
}
