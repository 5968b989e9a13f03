/** Whether the page has a zod of its own, whose settings, a global that all copies of zod share, are there already. */
export const hadSettings = '__zod_globalConfig' in globalThis;
