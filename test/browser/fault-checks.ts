import { expect, type Page } from '@playwright/test';
import type { RunningShop } from '../../demo/server.ts';
import { readStorage } from './kept-entries.ts';
import type { Transport } from './transports.ts';

/** An e-mail address with a part that must show up nowhere else, which the tests look for. */
export const EMAIL = 'sam+secret@mail.example.com';

/** Counts what the pages of the shop send, whether it arrives or not. */
export function countPosts(page: Page, { path }: Transport): () => number {
  let count = 0;
  page.context().on('request', (request) => {
    if (request.method() === 'POST' && new URL(request.url()).pathname === path) count += 1;
  });
  return () => count;
}

/** Takes the lines out of the console; every line has one of these parts, and each part is there. */
export async function takeLogged(
  complaints: string[],
  parts: readonly string[] = [],
): Promise<void> {
  const listMissing = () => parts.filter((part) => !complaints.some((line) => line.includes(part)));
  await expect.poll(listMissing).toEqual([]);
  expect(complaints.filter((line) => !parts.some((part) => line.includes(part)))).toEqual([]);
  expect(complaints.join()).not.toContain('secret');
  complaints.length = 0;
}

/** Asserts that Klaviyo has the subscription, once, and that nothing of it is left in the browser. */
export async function expectNothingLost(
  page: Page,
  { sandbox }: RunningShop,
  { event }: Transport,
): Promise<void> {
  await expect.poll(() => readStorage(page)).toEqual([]);
  expect(sandbox.events).toEqual([{ email: EMAIL, variant: '2045', ...event }]);
}
