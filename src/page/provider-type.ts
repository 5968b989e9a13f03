import { at, readText } from '../product/doubtful.ts';
import type { Remember } from './adapter.ts';

const PROVIDER = 'Magento_Catalog/js/product/view/provider';

/**
 * The type of a product as Magento's list of products seen lately is told it; empty where that is not on the
 * page, or no more: Magento removes its scripts when it starts.
 */
export function readProviderType(area: Element, id: string, remember: Remember): string {
  const read = () => {
    for (const script of area.querySelectorAll('script[type="text/x-magento-init"]')) {
      const type = parseType(script.textContent ?? '', id);
      if (type) return type;
    }
    return undefined;
  };
  // What has been told once still holds when the script is gone.
  return remember(area, read, id) ?? '';
}

function parseType(text: string, id: string): string {
  const source = text.replaceAll('\\/', '/');
  if (!source.includes(PROVIDER)) return '';
  try {
    const { '*': components } = JSON.parse(source);
    const { items } = Object(at(at(components, PROVIDER), 'data'));
    return readText(at(at(items, id), 'type'));
  } catch {
    // A script that is no JSON is Magento's to report.
    return '';
  }
}
