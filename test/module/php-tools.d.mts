/** Why the tests that need it are skipped; undefined when everything is there. */
export function findReasonWithout(tool: 'php' | 'phpunit' | 'phpcs'): string | undefined;
