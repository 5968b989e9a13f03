/** Whether another zod on the page ran first. Then we must not delete the settings, because all copies share them. */
export const hadSettings = '__zod_globalConfig' in globalThis;
