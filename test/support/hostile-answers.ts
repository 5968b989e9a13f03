import fc from 'fast-check';
import { ACCEPTED, type Answered, MISSING, REFUSED, refuseCall } from './klaviyo-answers.ts';
import { mutated } from './mutate.ts';

/** What a server may answer, in whatever trouble, and whatever is between. */
export interface HostileAnswer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | null;
}

/** What an answer says, with the same number each time, so that a case can be played again. */
const read = ({ body }: Answered): object =>
  JSON.parse(body ?? '', (name, value) => (name === 'id' ? '7d2a4a05' : value));

/** Every documented answer, of the form and of the current API. */
const DOCUMENTED: readonly object[] = [
  ACCEPTED,
  REFUSED,
  MISSING,
  refuseCall({ pointer: '/data/attributes/profile/data/attributes/email' }),
  refuseCall({ pointer: '/data/relationships/variant/data/id' }),
  refuseCall({ parameter: 'company_id' }),
  refuseCall({ pointer: '/data/' }, 429),
].map(read);

/** Members that lie in wait for whoever touches a value without looking. */
const TRAPS = [
  '{"toString":1,"valueOf":1,"length":-1,"__proto__":{"success":true},"constructor":null}',
  '{"toJSON":"x","then":"x","map":"x","join":1,"Symbol.iterator":1}',
  '{"__proto__":{"errors":[],"success":true,"status":400,"message":"* a *"}}',
  '{"length":1e308,"0":{"toString":null}}',
  '[[[[]]],null,{"toString":[]},{"__proto__":null}]',
  '"<img src=x onerror=alert(1)>"',
  '"* <script>alert(1)</script> *"',
  '"* {product_name} * {field} {variant}"',
  '"* __proto__ *"',
  '"* constructor * "',
  '1e400',
  '-0',
  '"\\ud800"',
  '"\\u0000\\u202e\\ufeff"',
  'null',
];

const KEYS = ['success', 'errors', 'status', 'message', 'email', 'data', '__proto__', 'length', ''];

/** JSON with traps in the places where the documents have something else. */
const trapped = fc
  .array(fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...TRAPS, 'true', 'false', '400')), {
    maxLength: 5,
  })
  .chain((members) =>
    fc.constantFrom('{', '[{"errors":[{').map((beginning) => {
      const inside = members.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join();
      return beginning === '{' ? `{${inside}}` : `{"errors":[{${inside}}],"success":false}`;
    }),
  );

/** Pages of proxies, firewalls and hotels. */
const page = fc
  .tuple(
    fc.constantFrom('', '\ufeff', '\n\t ', '<!doctype html>', '<?xml version="1.0"?>'),
    fc.constantFrom(
      '<html><body><h1>502 Bad Gateway</h1></body></html>',
      '<script>document.body.innerHTML = 1</script>',
      '<img src=x onerror="alert(1)">',
      '<iframe srcdoc="<b>x</b>"></iframe>',
      '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
      '<',
    ),
    fc.string({ maxLength: 20 }),
  )
  .map((parts) => parts.join(''));

/** More than anybody would read. */
export const HUGE = [
  'x'.repeat(150_000),
  ' '.repeat(150_000),
  '['.repeat(150_000),
  `${'['.repeat(40_000)}${']'.repeat(40_000)}`,
  `{"success":false,"errors":[${'['.repeat(30_000)}${']'.repeat(30_000)}]}`,
  `{"errors":[${'"/email\\"",'.repeat(9000)}1],"success":false}`,
  `{"status":400,"message":"${'* '.repeat(45_000)}"}`,
  `{"status":400,"message":"*${' '.repeat(90_000)}"}`,
  `<html>${'<b>'.repeat(40_000)}`,
  `{"success":true,"filler":"${'é'.repeat(120_000)}"}`,
];

const body = fc.oneof(
  { weight: 40, arbitrary: mutated(DOCUMENTED) },
  { weight: 20, arbitrary: trapped },
  { weight: 10, arbitrary: fc.json({ maxDepth: 3 }) },
  {
    weight: 10,
    arbitrary: fc.tuple(mutated(DOCUMENTED), fc.nat(200)).map(([text, end]) => text.slice(0, end)),
  },
  { weight: 10, arbitrary: page },
  { weight: 5, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom('', ' ', '\r\n', '\ufeff', '\u0000', '0', 'OK', ...TRAPS),
  },
);

/** One in some hundreds: reading them takes its time. */
const bodyOfAnySize = fc.oneof(
  { weight: 400, arbitrary: body },
  { weight: 1, arbitrary: fc.constantFrom(...HUGE) },
);

const status = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(200, 202, 204, 400, 401, 403, 410, 429, 500, 503, 504) },
  { weight: 2, arbitrary: fc.integer({ min: 100, max: 999 }) },
);

const retryAfter = fc.oneof(
  { weight: 4, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.integer({ min: -5, max: 100_000 }).map(String) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', '0', '-1', '1e999', 'NaN', '0x10', 'soon', '1,2', '١٢'),
  },
  {
    weight: 1,
    arbitrary: fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);

export const hostileAnswer: fc.Arbitrary<HostileAnswer> = fc.record({
  status,
  body: bodyOfAnySize,
  retryAfter,
});

const BODILESS = [204, 205, 304];

/** The response as a browser would hand it over, also with what `Response` itself does not let a script make. */
export function makeResponse({
  status: code,
  body: text,
  retryAfter: after,
}: HostileAnswer): Response {
  const isUsual = code >= 200 && code <= 599;
  const response = new Response(BODILESS.includes(code) ? null : text, {
    status: isUsual ? code : 200,
  });
  if (!isUsual) Object.defineProperty(response, 'status', { value: code });
  const get = (name: string) => (/^retry-after$/i.test(name) ? after : null);
  Object.defineProperty(response, 'headers', { value: { get } });
  return response;
}
