import type { Plugin } from 'vite';
import { type Trim, trim } from './trim.ts';

const CORE = '/zod/v4/core/';

/**
 * zod's core without what the two schemas have no use for: errors as classes, checks that are added to a schema
 * or that are asynchronous, codecs, `instanceof`, the Standard Schema interface, and the global by which copies
 * of zod share their settings: the page's globals are not ours.
 */
export const trimZod: Plugin = {
  name: 'trim-zod',
  transform(code, id) {
    const [, file] = id.split(CORE);
    return file && TRIMS[file] ? trim(file, code, TRIMS[file]) : undefined;
  },
};

const TRIMS: Readonly<Record<string, readonly Trim[]>> = {
  'core.js': [
    { from: 'let _E = ', to: ';' },
    {
      from: 'if (!inst._zod) {',
      to: 'inst._zod.traits.add(name);',
      becomes: 'inst._zod ??= { def };',
    },
    { from: 'const zodProto = {};', to: 'Internals.prototype = zodProto;' },
    {
      from: 'const deferred = inst._zod.deferred;',
      to: '\n        }\n',
      becomes: 'inst._zod.run = inst._zod.parse;',
    },
    { from: 'Object.defineProperty(_, "init", { value: init });', becomes: '_.init = init;' },
    { from: 'params?.Parent ? newError(Definition) : this', becomes: 'this' },
    { from: 'const protoMembers = proto;', to: 'new WeakSet();' },
    { from: 'if (initialized) {', to: '\n        }\n' },
    { from: 'const proto = _.prototype;', to: '\n        }\n' },
    { from: 'const Parent = params?.Parent ?? Object;', to: '{ value: name });' },
    { from: 'const pp = ', to: 'pp(inst);' },
    { from: 'Object.defineProperty(_, Symbol.hasInstance, {', to: '\n    });' },
    { from: 'Object.defineProperty(_, "name", { value: name });' },
    { from: '(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});' },
    { from: 'globalThis.__zod_globalConfig', becomes: '{}' },
  ],
  'errors.js': [{ from: 'const _installedToString =', to: ']);' }],
  'registries.js': [{ from: 'globalThis.__zod_globalRegistry;', becomes: 'undefined;' }],
  'schemas.js': [
    { from: '(_a = inst._zod).deferred ?? (_a.deferred = []);' },
    { from: 'inst._zod.deferred?.push(() => {', to: '});' },
    { from: 'inst._zod.bag = inst._zod.bag || {};' },
    { from: 'inst._zod.version = version;' },
    { from: 'const defChecks =', to: 'if (checks.length === 0) {' },
    { from: '\n    }\n    else {\n        const runChecks', to: '\n}, {', becomes: '}, {' },
    { from: '}, {\n    // Wrappers extend this', to: '\n});', becomes: '});' },
  ],
};
