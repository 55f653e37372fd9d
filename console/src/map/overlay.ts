import type { Map as MapLibreMap } from 'maplibre-gl';
import { fit, viewOf, type View } from './projection';

/** Draws one layer in a view; called again only when the view or the layer has changed. */
export type Painter = (pen: CanvasRenderingContext2D, view: View, zoom: number) => void;

interface Layer {
  readonly canvas: HTMLCanvasElement;
  readonly pen: CanvasRenderingContext2D | null;
  painter: Painter | null;
  /** The view it was last drawn in; empty when it has changed since. */
  drawn: string;
}

/**
 * Lines and areas between the ground and the marks, a canvas for each layer, so that a new second
 * of positions draws none of them again. Make it before the marks, which lie above it.
 */
export class Overlay {
  private readonly layers = new Map<string, Layer>();
  private frame = 0;
  private readonly redraw = () => this.draw();

  constructor(
    private readonly map: MapLibreMap,
    names: readonly string[],
  ) {
    for (const name of names) {
      const canvas = document.createElement('canvas');
      canvas.className = 'map-markers';
      map.getCanvasContainer().append(canvas);
      this.layers.set(name, { canvas, pen: canvas.getContext('2d'), painter: null, drawn: '' });
    }
    map.on('render', this.redraw);
    map.on('resize', this.redraw);
  }

  remove() {
    cancelAnimationFrame(this.frame);
    this.map.off('render', this.redraw);
    this.map.off('resize', this.redraw);
    for (const { canvas } of this.layers.values()) canvas.remove();
  }

  /** Gives a layer something else to draw, or nothing. */
  set(name: string, painter: Painter | null) {
    const layer = this.layers.get(name);
    if (!layer) throw new Error(`overlay: ${name} is no layer; name it when it is made`);
    if (!painter && !layer.painter) return;
    Object.assign(layer, { painter, drawn: '' });
    if (this.frame === 0) this.frame = requestAnimationFrame(this.redraw);
  }

  private draw() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const view = viewOf(this.map);
    const name = JSON.stringify([view, window.devicePixelRatio]);
    for (const layer of this.layers.values()) {
      const { pen, canvas, painter, drawn } = layer;
      // What has nothing to draw has an empty canvas, whatever the view is.
      const want = painter ? name : 'nothing';
      if (drawn === want || !pen) continue;
      layer.drawn = want;
      const ratio = fit(canvas, view);
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      pen.clearRect(0, 0, view.width, view.height);
      painter?.(pen, view, this.map.getZoom());
    }
  }
}
