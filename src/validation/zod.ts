// It looks before zod does, so it goes first.
import { hadSettings } from './zod-settings.ts';

// zod makes a global object for the settings that all of its copies in a page share. This copy keeps the object, and
// has no use for the global. It is a file of its own because modules run in the order in which they are imported.
import 'zod/mini';

if (!hadSettings) Reflect.deleteProperty(globalThis, '__zod_globalConfig');

export * from 'zod/mini';
