import type { z } from 'zod';
import type { Answerer } from '../answerer.ts';
import type { SandboxStore } from '../create-store.ts';
import { answerErrors } from './answer-errors.ts';
import { refuseCall } from './refuse-call.ts';

interface ClientEndpoint<Body> {
  readonly path: string;
  readonly schema: z.ZodType<Body>;
  /** Does what a correct body asks for, and says so in a note. */
  record(body: Body, store: SandboxStore): string;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** An endpoint of the current API for browsers: JSON:API in, 202 without a body out. */
export function createClientAnswerer<Body>(endpoint: ClientEndpoint<Body>): Answerer {
  const { path, schema, record } = endpoint;
  return {
    matches: (call) => call.method === 'POST' && call.path === path,
    answer: (call, store) => {
      const refused = refuseCall(call);
      if (refused) return refused;
      const { data, error } = schema.safeParse(parse(call.body));
      if (error) {
        const errors = error.issues.map((issue) => {
          const pointer = `/${issue.path.join('/') || 'data'}`;
          const detail = `${pointer}: ${issue.message}.`;
          return { code: 'invalid', title: 'Invalid input.', detail, source: { pointer } };
        });
        return answerErrors(400, errors);
      }
      return { status: 202, contentType: '', body: '', note: record(data, store) };
    },
  };
}
