/**
 * Copies the few glyph ranges the map's labels need: `node glyphs.mjs`.
 *
 * Basic and Latin-1 letters (åäö), Latin Extended-A (neighbours' names) and general punctuation.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const RANGES = ['0-255', '256-511', '8192-8447'];
/** Our folder name without spaces (it is part of an address) → the package's font name. */
const FONTS = { 'OpenSans-Regular': 'Open Sans Regular', 'OpenSans-Bold': 'Open Sans Bold' };

const here = import.meta.dirname;
for (const [folder, font] of Object.entries(FONTS)) {
  const target = join(here, '../../console/public/map/glyphs', folder);
  mkdirSync(target, { recursive: true });
  for (const range of RANGES) {
    const source = join(here, 'node_modules/tileserver-gl-styles/fonts', font, `${range}.pbf`);
    copyFileSync(source, join(target, `${range}.pbf`));
  }
}
