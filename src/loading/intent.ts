import type { Dispose } from '../guard.ts';

/** What a shopper does with an element just before pressing it. */
const SIGNS = ['pointerenter', 'touchstart', 'focus'];

/** Calls when a shopper is about to press an element, until the disposal. */
export function watchIntent(element: Element, onIntent: () => void): Dispose {
  for (const sign of SIGNS) element.addEventListener(sign, onIntent, { passive: true });
  return () => {
    for (const sign of SIGNS) element.removeEventListener(sign, onIntent);
  };
}

/**
 * Calls when an element is in view, the page has loaded and the browser has nothing else to do, until the disposal: what is
 * loaded earlier would hold up the page's `load`.
 */
export function watchView(element: Element, onView: () => void): Dispose {
  let cancel: Dispose | undefined;
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    cancel = whenIdle(onView);
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    cancel?.();
  };
}

function whenIdle(run: () => void): Dispose {
  if (document.readyState !== 'complete') {
    let cancel: Dispose | undefined;
    const wait = () => {
      cancel = whenIdle(run);
    };
    addEventListener('load', wait, { once: true });
    return () => {
      removeEventListener('load', wait);
      cancel?.();
    };
  }
  // Safari has none.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(run, 200);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(run);
  return () => cancelIdleCallback(request);
}

/** Whether the shopper has asked the browser to save data (`Save-Data`). */
export function savesData(): boolean {
  return Boolean((navigator as { connection?: { saveData?: boolean } }).connection?.saveData);
}
