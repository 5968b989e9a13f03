// This import comes first, because it must look for the global before zod creates it.
import { hadSettings } from './zod-settings.ts';

// zod creates a global object for the settings that all of its copies in a page share. This copy keeps the object and does
// not need the global. The check is a separate file because modules run in the order in which they are imported.
import 'zod/mini';

if (!hadSettings) Reflect.deleteProperty(globalThis, '__zod_globalConfig');

export * from 'zod/mini';
