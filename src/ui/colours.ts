/**
 * Reads which colours the shop's theme gives to what matters: those of the button at rest. The pointer and the focus are on
 * the button that was pressed, and its colours may be on their way; so they are read from a twin at its side, which is gone
 * before anything is drawn.
 *
 * @param classes What the button was made with. A script of the theme may mark by a class what the pointer is on.
 * @returns `accent` and `contrast`; nothing where the button has no colour of its own, which says nothing about the shop's.
 */
export function readShopColours(
  button: Element,
  classes: string,
): Readonly<Record<string, string>> {
  const twin = button.cloneNode() as HTMLElement;
  twin.className = classes;
  twin.style.setProperty('animation', 'none', 'important');
  twin.style.setProperty('transition', 'none', 'important');
  button.parentElement?.append(twin);
  const { backgroundColor: accent, color: contrast } = getComputedStyle(twin);
  const isSeen = accent && contrast && !/a.* 0\)/.test(accent);
  const colours = isSeen ? { accent, contrast } : {};
  twin.remove();
  return colours;
}

/** Red, green and blue, from 0 to 255. */
type Colour = readonly number[];

/** The modal's own colours: on what is light, and on what is dark. */
const OWN: Readonly<Record<string, readonly [light: Colour, dark: Colour]>> = {
  text: [
    [34, 34, 34],
    [238, 238, 238],
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

/** WCAG 2.2, success criterion 1.4.3. */
const LEAST_CONTRAST = 4.5;

/** Of which a colour may be mixed. */
const PARTS = 20;

/** On what is lighter, black can be read better than white. */
const MIDDLE = 0.179;

/** The relative luminance of a half-transparent backdrop over a white page. */
const BEHIND = 0.2;

/**
 * Chooses the modal's own colours, so that they can be read on its background, whichever the merchant gave it: a variable
 * of a theme may be any colour at any moment. As far as it takes, they are made darker or lighter.
 *
 * @returns `text`, `error` and `success`; nothing where the browser does not tell what the background is.
 */
export function chooseLegible({ backgroundColor, color }: CSSStyleDeclaration) {
  const background = readLuminance(backgroundColor, color);
  if (background === undefined) return {};
  const chosen = Object.entries(OWN).map(([name, [light, dark]]) => [
    name,
    background > MIDDLE ? mix(light, 0, background) : mix(dark, 255, background),
  ]);
  return Object.fromEntries(chosen) as Readonly<Record<string, string>>;
}

/** The colour with as much black or white in it as it takes. */
function mix(colour: Colour, end: 0 | 255, background: number): string {
  let mixed = colour;
  for (let parts = 1; parts <= PARTS && contrast(mixed, background) < LEAST_CONTRAST; parts += 1) {
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

/** The relative luminance of a background as the browser tells it; of what cannot be seen, such as one below a picture, the text tells. */
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
  // Of these the first is how light they are.
  if (form.startsWith('ok')) luminance = first ** 3;
  else if (form.startsWith('l')) luminance = ((first + 16) / 116) ** 3;
  return luminance * opacity + BEHIND * (1 - opacity);
}
