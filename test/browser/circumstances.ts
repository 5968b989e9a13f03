import type { Page } from '@playwright/test';

/** How a shopper looks at the page. */
export interface Circumstances {
  readonly name: string;
  /** Default 1280 × 720. */
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly media?: Parameters<Page['emulateMedia']>[0];
  /** Parameters of the page: `demo/page/page-request.ts`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Laid over the widget's settings. */
  readonly options?: object;
  /** Styles that the shopper's own tool lays over the page and over every shadow root. */
  readonly styles?: string;
}

/** The spacing of text that WCAG 2.2 asks for in success criterion 1.4.12. */
const TEXT_SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
`;

const DARK = { modal: { background: '#141414' } };

/** A new one is one more row. */
export const CIRCUMSTANCES: readonly Circumstances[] = [
  { name: 'light' },
  { name: 'dark', media: { colorScheme: 'dark' }, options: DARK },
  { name: 'forced colours', media: { forcedColors: 'active' } },
  { name: 'right-to-left', parameters: { dir: 'rtl' } },
  { name: '320 pixels wide', viewport: { width: 320, height: 640 } },
  // A window of 1280 × 1024 pixels, at this zoom.
  { name: '400 % zoom', viewport: { width: 320, height: 256 } },
  { name: 'text spacing', viewport: { width: 390, height: 844 }, styles: TEXT_SPACING },
  {
    name: 'text spacing, 400 % zoom, right-to-left',
    viewport: { width: 320, height: 256 },
    parameters: { dir: 'rtl' },
    styles: TEXT_SPACING,
  },
];

/** Makes the browser of this shopper, before the page is opened. */
export async function look(page: Page, circumstances: Circumstances): Promise<void> {
  const { viewport, media, styles } = circumstances;
  if (viewport) await page.setViewportSize(viewport);
  if (media) await page.emulateMedia(media);
  if (styles) await page.addInitScript(layStyles, styles);
}

/** Runs in the page. Puts the styles into the document, and into each shadow root once it has its own. */
function layStyles(styles: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function attach(settings) {
    const root = attachShadow.call(this, settings);
    queueMicrotask(() => root.adoptedStyleSheets.push(sheet));
    return root;
  };
}
