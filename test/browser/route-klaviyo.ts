import type { Page, Request, Route } from '@playwright/test';
import { ANSWER_HEADERS } from '../../demo/sandbox/troubles.ts';
import type { Reply } from '../support/klaviyo-answers.ts';

/** `sandbox`: the request goes on, and the demo's sandbox answers it. */
type RoutedReply = Reply | 'sandbox';

type Answer = (request: Request) => RoutedReply | Promise<RoutedReply>;

async function give(route: Route, reply: RoutedReply): Promise<void> {
  if (reply === 'silent') return;
  if (reply === 'sandbox') return route.continue();
  if (reply === 'unreachable') return route.abort('connectionrefused');
  return route.fulfill({ ...reply, headers: { ...ANSWER_HEADERS, ...reply.headers } });
}

/**
 * Lets requests to this address be answered in this way instead of by the sandbox, for what no mode of the sandbox does:
 * the n-th by the n-th reply and all that come later by the last, or by what a function makes of it.
 *
 * @returns What has been sent, growing.
 */
export async function routeKlaviyo(
  page: Page,
  address: string,
  ...replies: [RoutedReply | Answer, ...(RoutedReply | Answer)[]]
): Promise<readonly Request[]> {
  const requests: Request[] = [];
  await page.route(address, async (route) => {
    const request = route.request();
    requests.push(request);
    const given = replies[requests.length - 1] ?? replies.at(-1) ?? 'sandbox';
    await give(route, typeof given === 'function' ? await given(request) : given);
  });
  return requests;
}

/** Keeps every request to this address waiting, until what it gives is called. */
export async function holdAnswers(page: Page, address: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<RoutedReply>((resolve) => {
    release = () => resolve('sandbox');
  });
  await routeKlaviyo(page, address, () => released);
  return release;
}
