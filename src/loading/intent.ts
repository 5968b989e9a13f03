import type { Dispose } from '../guard.ts';

/** The events on an element just before a shopper presses it. */
const SIGNS = ['pointerenter', 'touchstart', 'focus'];

/** Calls `onIntent` whenever a shopper is about to press the element, until the disposal. */
export function watchIntent(element: Element, onIntent: () => void): Dispose {
  for (const sign of SIGNS) element.addEventListener(sign, onIntent, { passive: true });
  return () => {
    for (const sign of SIGNS) element.removeEventListener(sign, onIntent);
  };
}

/**
 * Calls `onView` once the element is in view, the page has loaded and the browser is idle, unless the disposal comes first.
 * An earlier download would delay the page's `load` event.
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
  // Safari has no `requestIdleCallback`.
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
