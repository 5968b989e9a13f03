import { afterEach, describe, expect, test, vi } from 'vitest';
import { subscribe } from '../../src/entries/subscribe.ts';
import { askingFor } from '../support/klaviyo-answers.ts';
import { startServer } from '../support/server.ts';
import { FIELDS } from '../support/subscribe-now.ts';

const ONCE = { retries: 0 };

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Lets an answer arrive in these pieces. */
function answerInPieces(pieces: Iterable<Uint8Array>): void {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  vi.stubGlobal('fetch', async () => new Response(body));
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('an answer that arrives in pieces', () => {
  test('is one answer', async () => {
    const { endpoint } = await startServer((response) => {
      response.write('{"succ');
      setImmediate(() => response.end('ess": true}'));
    });
    expect(await subscribe(FIELDS, { endpoint, ...ONCE })).toEqual({ ok: true });
  });

  test('may be cut anywhere, also within a letter', async () => {
    const sentence = 'Bitte prüfen Sie die Adresse – 請檢查 😀';
    const text = JSON.stringify({ errors: [sentence], success: false });
    answerInPieces([...bytesOf(text)].map((byte) => Uint8Array.of(byte)));
    expect(await subscribe(FIELDS, ONCE)).toEqual({
      ok: false,
      reason: 'refused',
      messages: [sentence],
    });
  });

  test('may be cut after its byte order mark, and within', async () => {
    answerInPieces([...bytesOf('\ufeff{"success": true}')].map((byte) => Uint8Array.of(byte)));
    expect(await subscribe(FIELDS, ONCE)).toEqual({ ok: true });
  });

  test('and breaks off in the middle of a letter is broken', async () => {
    answerInPieces([bytesOf('{"success": true, "name": "é').slice(0, -1)]);
    expect(await subscribe(FIELDS, ONCE)).toMatchObject({ reason: 'brokenAnswer' });
  });

  test('of which there are none is empty', async () => {
    answerInPieces([]);
    expect(await subscribe(FIELDS, ONCE)).toMatchObject({ reason: 'emptyAnswer' });
  });
});

describe('an answer that is too long', () => {
  test('is given up, and the connection with it, without waiting for the rest', async () => {
    let close = () => {};
    const closed = new Promise<void>((resolve) => {
      close = resolve;
    });
    const { endpoint } = await startServer((response) => {
      response.on('close', close);
      const write = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
      };
      response.on('drain', write);
      write();
    });
    // It would never end, and the time-out is far away.
    const result = await subscribe(FIELDS, { endpoint, timeout: 60_000, ...ONCE });
    expect(result).toEqual({ ok: false, reason: 'brokenAnswer', status: 200 });
    await closed;
  });

  test('is read as far as a hundred thousand characters', async () => {
    const answer = (length: number) => {
      const beginning = '{"success": true, "filler": "';
      const text = `${beginning}${'x'.repeat(length - beginning.length - 2)}"}`;
      expect(text).toHaveLength(length);
      answerInPieces(text.match(/.{1,1000}/g)?.map(bytesOf) ?? []);
    };
    answer(99_000);
    expect(await subscribe(FIELDS, ONCE)).toEqual({ ok: true });
    answer(102_000);
    expect(await subscribe(FIELDS, ONCE)).toMatchObject({ reason: 'brokenAnswer' });
  });

  test('is a page when it begins like one', async () => {
    answerInPieces(Array(50).fill(bytesOf(`<html>${'<b>'.repeat(2000)}`)));
    expect(await subscribe(FIELDS, ONCE)).toMatchObject({ reason: 'htmlAnswer' });
  });
});

test('what the header Retry-After says is read from the answer itself', async () => {
  const { endpoint } = await startServer(askingFor('17'));
  expect(await subscribe(FIELDS, { endpoint, ...ONCE })).toEqual({
    ok: false,
    reason: 'rateLimited',
    status: 429,
    retryAfter: 17_000,
  });
});

describe('a connection', () => {
  test('that breaks in the middle of an answer is unreachable, not an answer', async () => {
    const { endpoint } = await startServer((response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"success": true}');
      setImmediate(() => response.destroy());
    });
    expect(await subscribe(FIELDS, { endpoint, ...ONCE })).toEqual({
      ok: false,
      reason: 'unreachable',
    });
  });

  test('that is aborted in the middle of an answer is aborted', async () => {
    const controller = new AbortController();
    const { endpoint } = await startServer((response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"success": true}');
      setImmediate(() => controller.abort());
    });
    const { signal } = controller;
    expect(await subscribe(FIELDS, { endpoint, signal, ...ONCE })).toEqual({
      ok: false,
      reason: 'aborted',
    });
  });
});
