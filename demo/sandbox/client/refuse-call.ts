import type { Answer } from '../answer.ts';
import type { Call } from '../answerer.ts';
import { PUBLIC_KEY } from '../public-key.ts';
import { answerErrors } from './answer-errors.ts';

const MEDIA_TYPE = 'application/vnd.api+json';

/** Refuses a call for what stands outside its body: the account, the media type, the revision. */
export function refuseCall({ query, contentType, headers }: Call): Answer | undefined {
  const source = { pointer: '/data' };
  const account = query.get('company_id');
  if (account !== PUBLIC_KEY) {
    const detail = account
      ? `The company_id is not ${PUBLIC_KEY}.`
      : 'The company_id parameter is required.';
    return answerErrors(400, [
      { code: 'invalid', title: 'Invalid input.', detail, source: { parameter: 'company_id' } },
    ]);
  }
  if (contentType.split(';')[0]?.trim().toLowerCase() !== MEDIA_TYPE) {
    const detail = `The content type is not ${MEDIA_TYPE}.`;
    return answerErrors(415, [
      { code: 'unsupported_media_type', title: 'Unsupported media type.', detail, source },
    ]);
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(headers.revision ?? '')) {
    const detail = 'The revision header is required, with a date such as 2026-07-15.';
    return answerErrors(400, [{ code: 'invalid', title: 'Invalid input.', detail, source }]);
  }
  return undefined;
}
