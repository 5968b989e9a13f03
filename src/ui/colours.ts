/**
 * Reads the colours that the shop's theme gives to the button at rest. The pressed button has the pointer and the focus,
 * and its colours may be in transition. So the function reads them from a copy beside it, and removes the copy before the
 * browser draws it.
 *
 * @param classes The button's original classes. A script of the theme may add a class while the pointer is on the button.
 * @returns `accent` and `contrast`; an empty object where the button has no colour of its own: the shop's are
 *   unknown then.
 */
export function readShopColours(
  button: Element,
  classes: string,
): Readonly<Record<string, string>> {
  const twin = button.cloneNode() as HTMLElement;
  twin.className = classes;
  // This also removes the rules that make a hint of the button.
  twin.style.cssText = 'animation:none!important;transition:none!important';
  button.parentElement?.append(twin);
  const { backgroundColor: accent, color: contrast } = getComputedStyle(twin);
  const isSeen = accent && contrast && !/a.* 0\)/.test(accent);
  const colours = isSeen ? { accent, contrast } : {};
  twin.remove();
  return colours;
}

/** Red, green and blue, from 0 to 255. */
type Colour = readonly number[];

/** The modal's own colours: for a light and for a dark background. */
const OWN: Readonly<Record<string, readonly [light: Colour, dark: Colour]>> = {
  text: [
    [34, 34, 34],
    [238, 238, 238],
  ],
  line: [
    [128, 128, 128],
    [128, 128, 128],
  ],
  error: [
    [179, 38, 30],
    [255, 138, 128],
  ],
  success: [
    [19, 108, 52],
    [125, 220, 154],
  ],
};

/** The least contrast of text that WCAG 2.2 requires, in success criterion 1.4.3. */
const LEAST_CONTRAST = 4.5;

/** The same for the border of a field, in success criterion 1.4.11. */
const LEAST_CONTRAST_OF_LINES = 3;

/** The number of steps from a colour to black or white. */
const PARTS = 20;

/** On a background with a higher luminance, black is easier to read than white. */
const MIDDLE = 0.179;

/** The relative luminance of a half-transparent backdrop over a white page. */
const BEHIND = 0.2;

/**
 * Chooses the modal's own colours so that shoppers can read them on any background that the merchant sets: a CSS variable
 * of the theme may have any colour at any moment. Makes the colours darker or lighter until the contrast is enough.
 *
 * @returns `text`, `line` (the borders of fields), `error` and `success`; an empty object where the browser's value of the background cannot be read.
 */
export function chooseLegible({ backgroundColor, color }: CSSStyleDeclaration) {
  const background = readLuminance(backgroundColor, color);
  if (background === undefined) return {};
  const chosen = Object.entries(OWN).map(([name, [light, dark]]) => [
    name,
    mix(
      background > MIDDLE ? light : dark,
      background > MIDDLE ? 0 : 255,
      background,
      name === 'line' ? LEAST_CONTRAST_OF_LINES : LEAST_CONTRAST,
    ),
  ]);
  return Object.fromEntries(chosen) as Readonly<Record<string, string>>;
}

/** Mixes as much black or white into the colour as the contrast needs. */
function mix(colour: Colour, end: 0 | 255, background: number, least: number): string {
  let mixed = colour;
  for (let parts = 1; parts <= PARTS && contrast(mixed, background) < least; parts += 1) {
    mixed = colour.map((channel) => Math.round(channel + ((end - channel) * parts) / PARTS));
  }
  return `rgb(${mixed})`;
}

function contrast(colour: Colour, background: number): number {
  const own = luminanceOf(colour.map((channel) => channel / 255));
  return (Math.max(own, background) + 0.05) / (Math.min(own, background) + 0.05);
}

/** The relative luminance of red, green and blue, from 0 to 1. */
function luminanceOf(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) =>
    channel > 0.04045 ? ((channel + 0.055) / 1.055) ** 2.4 : channel / 12.92,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * Computes the relative luminance of a background from the browser's computed value. A background that is mostly
 * transparent, such as one below a picture, is taken to be dark or light by the colour of the text on it.
 */
function readLuminance(background: string, text?: string): number | undefined {
  const [, form = '', values = ''] =
    /^(rgba?|color|(?:ok)?l\w+)\((?:[a-z][\w-]* )?(.+)\)$/.exec(background) ?? [];
  if (!form) return undefined;
  const [first = 0, second = 0, third = 0, opacity = 1] = values
    .split(/[\s,/]+/)
    .map((value) => Number.parseFloat(value) || 0);
  if (text && opacity < 0.5) return Number(Number(readLuminance(text)) < MIDDLE);
  const scale = form.startsWith('rgb') ? 255 : 1;
  let luminance = luminanceOf([first / scale, second / scale, third / scale]);
  // In these colour spaces the first value is the lightness.
  if (form.startsWith('ok')) luminance = first ** 3;
  else if (form.startsWith('l')) luminance = ((first + 16) / 116) ** 3;
  return luminance * opacity + BEHIND * (1 - opacity);
}
