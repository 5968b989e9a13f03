import type { ServerResponse } from 'node:http';
import { dripAnswer } from './connection/drip-answer.ts';
import { dropConnection } from './connection/drop-connection.ts';
import { hang } from './connection/hang.ts';
import { resetConnection } from './connection/reset-connection.ts';
import { streamHugeAnswer } from './connection/stream-huge-answer.ts';
import type { SandboxMode } from './sandbox-mode.ts';

/** A trouble for which the connection itself is needed. */
export interface ConnectionTrouble {
  /** `null`: none reaches the caller. */
  readonly status: number | null;
  readonly note: string;
  answer(response: ServerResponse): void;
}

/** The modes that are about the connection. */
export const CONNECTION_TROUBLES: Partial<Record<SandboxMode, ConnectionTrouble>> = {
  drip: {
    status: 200,
    note: 'no event: the answer comes byte by byte and has no end',
    answer: dripAnswer,
  },
  hang: { status: null, note: 'no event: the request is never answered', answer: hang },
  offline: {
    status: null,
    note: 'no event: the connection was dropped without an answer',
    answer: dropConnection,
  },
  reset: {
    status: 200,
    note: 'no event: the connection was dropped in the middle of the answer',
    answer: resetConnection,
  },
  huge: {
    status: 200,
    note: 'no event: 10 MB of JSON that breaks off',
    answer: streamHugeAnswer,
  },
};
