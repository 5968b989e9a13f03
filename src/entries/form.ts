// The form's file as an ES module, which `magento-back-in-stock` imports when it is likely to be wanted.
import { createForm, type FormFile } from '../form.ts';

/** What is in the file. */
export const form: FormFile = { version: import.meta.env.VITE_VERSION, createForm };
