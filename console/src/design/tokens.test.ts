import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The colours as they stand in the style sheet, by theme; a theme has what it does not change. */
function themes(): Record<'light' | 'dark' | 'contrast', Map<string, string>> {
  const css = readFileSync('src/design/tokens.css', 'utf8');
  const block = (selector: string) => {
    const start = css.indexOf(`${selector} {`);
    const body = css.slice(start, css.indexOf('}', start));
    return [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(
      ([, name = '', value = '']): [string, string] => [name, value],
    );
  };
  const light = block(':root');
  return {
    light: new Map(light),
    dark: new Map([...light, ...block(":root[data-theme='dark']")]),
    contrast: new Map([...light, ...block(":root[data-theme='contrast']")]),
  };
}

/** WCAG 2.2's relative luminance of an sRGB colour. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2's contrast of two colours, 1 to 21. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['ground', 'surface', 'raised', 'chosen'];
/** Text on the grounds it stands on anywhere on the page (1.4.3, and 1.4.6 in high contrast). */
const TEXTS: readonly (readonly [string, readonly string[]])[] = [
  ['text', [...GROUNDS, 'grave-soft', 'warn-soft', 'map-land', 'map-water']],
  ['muted', [...GROUNDS, 'grave-soft', 'warn-soft']],
  ['grave-ink', [...GROUNDS, 'grave-soft']],
  ['warn-ink', [...GROUNDS, 'warn-soft']],
  ['action-text', ['action']],
  ['grave-text', ['grave']],
  ['warn-text', ['warn']],
  ['calm-text', ['calm']],
];
/** Lines and shapes that mean something by themselves (1.4.11). */
const SHAPES: readonly (readonly [string, readonly string[]])[] = [
  ['focus', GROUNDS],
  ['line-strong', ['ground', 'surface', 'raised']],
  ['grave', ['surface', 'raised', 'map-land', 'map-water']],
  ['calm', ['surface', 'raised', 'map-land', 'map-water']],
];

function tooFaint(pairs: typeof TEXTS, least: number, colours: ReadonlyMap<string, string>) {
  return pairs.flatMap(([front, backs]) =>
    backs.flatMap((back) => {
      const found = contrast(colours.get(front) ?? '', colours.get(back) ?? '');
      return found >= least ? [] : [`${front} on ${back}: ${found.toFixed(2)}`];
    }),
  );
}

describe('01 colours', () => {
  it('01 the formula is WCAG’s', () => {
    expect(contrast('#ffffff', '#000000')).toBe(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  for (const [theme, colours] of Object.entries(themes())) {
    const least = theme === 'contrast' ? 7 : 4.5;
    it(`02 every text reaches ${least}:1, ${theme}`, () => {
      expect(tooFaint(TEXTS, least, colours)).toEqual([]);
    });

    it(`03 every line and shape that means something reaches 3:1, ${theme}`, () => {
      expect(tooFaint(SHAPES, 3, colours)).toEqual([]);
    });
  }
});
