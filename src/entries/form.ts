// The form's file as an ES module. `magento-back-in-stock` imports it when a shopper is likely to need it.
import { createForm, type FormFile } from '../form.ts';

/** The content of the file. */
export const form: FormFile = { version: import.meta.env.VITE_VERSION, createForm };
