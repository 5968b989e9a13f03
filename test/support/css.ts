import { vi } from 'vitest';

const LENGTH = /^(0|-?[\d.]+(px|em|rem|%)|auto)$/;

/** What browsers say to the values that occur in tests. */
const SUPPORTS: Record<string, (value: string) => boolean> = {
  color: (value) =>
    /^(#[\da-f]{3,8}|[a-z-]+\(.*\)|white|black|red|blue|green|transparent)$/.test(value),
  margin: (value) => value.split(' ').every((part) => LENGTH.test(part)),
  // Widths may be named by their content, margins may not.
  width: (value) => LENGTH.test(value) || /^((min|max|fit)-content)$/.test(value),
};

/** happy-dom calls every value valid CSS, so that no mistake in one could be found. */
export function stubCss(): void {
  vi.stubGlobal('CSS', {
    supports: (property: string, value: unknown) => SUPPORTS[property]?.(String(value)) ?? false,
  });
}
