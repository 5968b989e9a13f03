import { html } from 'hono/html';
import type { Markup } from './markup.ts';

function toAttributeName(key: string): string {
  return `data-${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Prints the settings that are plain values as `data-` attributes; groups of settings are left out. */
export function printAttributes(settings: Readonly<Record<string, unknown>>): readonly Markup[] {
  return Object.entries(settings)
    .filter(([key, value]) => /^\w+$/.test(key) && typeof value !== 'object')
    .map(([key, value]) => html`${toAttributeName(key)}="${String(value)}" `);
}
