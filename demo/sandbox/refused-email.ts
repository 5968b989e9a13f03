/** A well-formed address that the sandbox refuses, to show what an invalid one looks like. */
export const REFUSED_EMAIL = 'refused@example.com';
