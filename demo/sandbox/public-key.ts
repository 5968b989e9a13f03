/** The only public API key that the sandbox accepts. */
export const PUBLIC_KEY = 'DEMO01';
