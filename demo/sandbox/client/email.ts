import { z } from 'zod';
import { isAcceptableEmail } from '../is-acceptable-email.ts';

/** The e-mail address of a profile. */
export const email = z.string().refine(isAcceptableEmail, 'Invalid e-mail address');
