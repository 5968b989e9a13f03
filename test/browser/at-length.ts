/** The mark of a test that only `npm run test:long` runs. */
const LONG = '@long';

/**
 * Details of a test that takes long by nature, or is one more case of what a short run has tested in Chromium or in
 * happy-dom.
 */
export const AT_LENGTH = { tag: LONG };

/** The same for the rows of a table, except for those that a short run has. */
export const atLengthUnless = (isInShortRun: boolean) => (isInShortRun ? {} : AT_LENGTH);
