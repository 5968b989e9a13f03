import { vi } from 'vitest';

/** The shopper's browser keeps nothing, and says so by throwing at the first look. */
export function blockStorage(): void {
  vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
}

/** The storage has no room left: what is there can be read and removed. */
export function fillStorage(): void {
  const storage = localStorage;
  const full = new Proxy(storage, {
    get(target, name) {
      if (name === 'setItem') {
        return () => {
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        };
      }
      const value = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  vi.spyOn(globalThis, 'localStorage', 'get').mockReturnValue(full);
}

/** Everything in the storage, by its keys. */
export function readStorage(): Record<string, string> {
  return Object.fromEntries(
    Object.keys(localStorage).map((key) => [key, localStorage.getItem(key) ?? '']),
  );
}
