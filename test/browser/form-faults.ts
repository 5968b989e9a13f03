import type { Route } from '@playwright/test';
import own from '../../package.json' with { type: 'json' };
import { FORM_WAYS, type FormWay } from './form-file.ts';

/** Something that can happen to the form's file on its way. */
export interface FormFault {
  readonly name: string;
  readonly answer: (route: Route) => Promise<void>;
  /** Parts of the lines that the browser itself writes into the console. */
  readonly logged: readonly string[];
  /** Part of what the widget logs for the merchant. */
  readonly advice: string;
  /**
   * How often it is asked for; left out: as often as the widget asks at most. What is asked for once has come, and a module
   * that has come stays the one of the page.
   */
  readonly attempts?: number;
  /** Left out: all. */
  readonly ways?: readonly FormWay[];
}

const REMEDY = '. Put the form\'s file beside the script, or give its address in "formUrl".';

const PUBLISH = 'Publish both files of one version, and clear the caches.';

const CLASSIC: readonly FormWay[] = ['script', 'requirejs'];

/** Another file in the place of the form's, or the form's with something else in it. */
async function alter(route: Route, change: (code: string) => string): Promise<void> {
  const response = await route.fetch();
  await route.fulfill({ response, body: change(await response.text()) });
}

const answerOtherScript = (route: Route) =>
  route.fulfill({ status: 200, contentType: 'text/javascript', body: 'void 0;' });

export const FORM_FAULTS: readonly FormFault[] = [
  {
    name: '404',
    answer: (route) => route.fulfill({ status: 404, body: 'Not found' }),
    logged: ['404'],
    advice: REMEDY,
  },
  {
    name: '500',
    answer: (route) => route.fulfill({ status: 500, body: '' }),
    logged: ['500'],
    advice: REMEDY,
  },
  {
    name: 'the connection is refused',
    answer: (route) => route.abort('connectionrefused'),
    logged: ['net::ERR_CONNECTION_REFUSED'],
    advice: REMEDY,
  },
  {
    name: 'the connection breaks',
    answer: (route) => route.abort('connectionaborted'),
    logged: ['net::ERR_CONNECTION_ABORTED'],
    advice: REMEDY,
  },
  {
    name: 'an extension of the browser blocks it',
    answer: (route) => route.abort('blockedbyclient'),
    logged: ['net::ERR_BLOCKED_BY_CLIENT'],
    advice: REMEDY,
  },
  {
    name: 'a web page, with 200',
    answer: (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><p>Oops</p>' }),
    logged: ['SyntaxError'],
    advice: `is another file${REMEDY}`,
    ways: CLASSIC,
  },
  {
    name: 'a web page, with 200, which no browser takes for a module',
    answer: (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><p>Oops</p>' }),
    logged: ['MIME type'],
    advice: REMEDY,
    ways: ['esm'],
  },
  {
    name: 'another script',
    answer: answerOtherScript,
    logged: [],
    advice: `is another file${REMEDY}`,
    ways: CLASSIC,
  },
  {
    name: 'another module',
    answer: answerOtherScript,
    logged: [],
    advice: `It is of version undefined, and the script of ${own.version}. ${PUBLISH}`,
    attempts: 1,
    ways: ['esm'],
  },
  {
    name: 'the form of another version',
    answer: (route) =>
      alter(route, (code) =>
        code.replaceAll(new RegExp(`version:\\W${own.version}\\W`, 'g'), 'version:"0.0.9"'),
      ),
    logged: [],
    advice: `It is of version 0.0.9, and the script of ${own.version}. ${PUBLISH}`,
    attempts: 1,
  },
];

/** The faults that a way of use can meet. */
export function listFormFaults(way: FormWay): readonly FormFault[] {
  return FORM_FAULTS.filter(({ ways = FORM_WAYS }) => ways.includes(way));
}
