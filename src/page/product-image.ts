/** What Magento prints in the head of a product's page for those who share its address. */
const PAGE = 'head > meta[property="og:type"][content$=product]';
const PAGE_IMAGE = 'head > meta[property="og:image"]';

/** The image of a tile, and the one that stands in a gallery before the gallery has started. */
const AREA_IMAGE = 'img.product-image-photo, img.gallery-placeholder__image';

/** Returns the address of the image of an area's product; empty where the area has none for certain. */
export function readImage(area: Element): string {
  if (!area.matches(':root')) {
    return area.querySelector<HTMLImageElement>(AREA_IMAGE)?.currentSrc ?? '';
  }
  const isProduct = area.querySelector(PAGE) !== null;
  const image = isProduct ? area.querySelector<HTMLMetaElement>(PAGE_IMAGE) : null;
  return image?.content ?? '';
}
