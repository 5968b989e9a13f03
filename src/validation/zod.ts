// It goes first, so that it looks before zod does.
import { hadSettings } from './zod-settings.ts';

// A package stands behind a file of one's own only here, where the order of the two counts.
import 'zod/mini';

if (!hadSettings) Reflect.deleteProperty(globalThis, '__zod_globalConfig');

export * from 'zod/mini';
