import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseLegible } from '../../src/ui/colours.ts';

/** The colours that are chosen for such a modal. */
const choose = (backgroundColor: string, color = 'rgb(34, 34, 34)') =>
  chooseLegible({ backgroundColor, color } as CSSStyleDeclaration);

/** The relative luminance of a colour, by the words of WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map((channel) => {
    const share = Number(channel) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const LINE = { line: 'rgb(128,128,128)' };
const LIGHT = {
  ...LINE,
  text: 'rgb(34,34,34)',
  error: 'rgb(179,38,30)',
  success: 'rgb(19,108,52)',
};
const DARK = {
  ...LINE,
  text: 'rgb(238,238,238)',
  error: 'rgb(255,138,128)',
  success: 'rgb(125,220,154)',
};

test('every background has colours that can be read on it', () => {
  const channel = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(channel, channel, channel, (...channels) => {
      const background = `rgb(${channels.join(', ')})`;
      const colours = choose(background);
      expect(Object.keys(colours)).toEqual(['text', 'line', 'error', 'success']);
      for (const [name, colour] of Object.entries(colours)) {
        expect(contrast(colour, background)).toBeGreaterThanOrEqual(name === 'line' ? 3 : 4.5);
      }
    }),
    { numRuns: 2000 },
  );
});

describe('each way in which browsers write a colour', () => {
  test.each([
    'rgb(255, 255, 255)',
    'rgba(255, 255, 255, 0.9)',
    'color(srgb 1 1 1)',
    'color(display-p3 0.98 0.98 0.98)',
    'oklch(1 0 none)',
    'oklab(0.99 0.001 -0.002)',
    'lab(100 0 0)',
    'lch(98 1 120)',
  ])('of a light one: %s', (background) => {
    expect(choose(background)).toEqual(LIGHT);
  });

  test.each([
    'rgb(0, 0, 0)',
    'rgba(10, 10, 10, 0.95)',
    'color(srgb 0.07 0.07 1e-7)',
    'color(display-p3 0.05 0.05 0.05 / 0.99)',
    'oklch(0.21 0.034 264.665)',
    'oklab(0.2 0.001 -0.002)',
    'lab(9 1 -2)',
    'lch(6 3 120)',
  ])('of a dark one: %s', (background) => {
    expect(choose(background)).toEqual(DARK);
  });
});

describe('a background that lies under a picture', () => {
  test('is as light as the text is dark', () => {
    expect(choose('rgba(0, 0, 0, 0)', 'rgb(34, 34, 34)')).toEqual(LIGHT);
    expect(choose('rgba(0, 0, 0, 0)', 'rgb(250, 250, 250)')).toEqual(DARK);
  });
});

test.each(['', 'red', '#fff', 'var(--x)', 'rgb'])(
  '%j is not a colour that can be read',
  (background) => {
    expect(choose(background)).toEqual({});
  },
);
