/** Whether another zod of the page was there first. The settings that it shares with all others are not ours to take away. */
export const hadSettings = '__zod_globalConfig' in globalThis;
