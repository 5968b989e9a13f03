import arabic from '../../locales/ar.json' with { type: 'json' };

/** A look in which the gallery shows every state. */
export interface GalleryLook {
  /** Part of the name of its pictures. */
  readonly name: string;
  readonly title: string;
  /** The first part of the address of its product pages. */
  readonly folder: string;
  /** Parameters of its product pages. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Settings of the widget. */
  readonly options?: object;
  /** A stylesheet that is added to its pages, as an address of the shop. */
  readonly stylesheet?: string;
}

export const GALLERY_LOOKS: readonly GalleryLook[] = [
  { name: 'luma', title: 'Luma', folder: 'shop' },
  { name: 'hyva', title: 'Hyvä', folder: 'hyva' },
  {
    name: 'dark',
    title: 'Dark',
    folder: 'shop',
    options: { modal: { background: '#1c1f26' } },
    stylesheet: '/static/gallery/dark-theme.css',
  },
  {
    name: 'right-to-left',
    title: 'Right to left',
    folder: 'shop',
    parameters: { dir: 'rtl' },
    options: { texts: arabic },
  },
];

/** The widths of the pictures, in CSS pixels, each with the height of its screen. */
export const GALLERY_SCREENS = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
] as const;

/** The name of the file with one picture. */
export function pictureName(state: string, look: string, width: number): string {
  return `${state}-${look}-${width}.jpg`;
}
