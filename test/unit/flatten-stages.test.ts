import { describe, expect, test } from 'vitest';
import { flattenStages } from '../../build/flatten-stages.ts';

/** What the bundler begins a chunk with that has lazy modules. */
const HELPER = `var __esmMin = (fn, res, err) => () => {
	if (err) throw err[0];
	try {
		return fn && (res = fn(fn = 0)), res;
	} catch (e) {
		throw err = [e], e;
	}
};
`;
const EXPORT_ALL = `var __exportAll = (all) => {
	let target = {};
	for (var name in all) Object.defineProperty(target, name, { get: all[name], enumerable: true });
	return target;
};
`;

/** The module of a later stage, as the bundler writes it. */
const lazy = (name: string, ...statements: readonly string[]) =>
  `var init_${name} = __esmMin((() => {\n${statements.map((line) => `\t${line}\n`).join('')}}));\n`;

function flatten(code: string): string | undefined {
  const render = flattenStages.renderChunk as (code: string) => string | undefined;
  return render(code);
}

/** What has run so far, in its order. */
type Log = readonly string[];

interface Program {
  readonly log: Log;
  /** Evaluates an expression in the program. */
  ask(expression: string): unknown;
}

/** Runs a chunk that may call `make(name)`, which is noted and gives the name. */
function run(code: string): Program {
  const log: string[] = [];
  const make = (name: string) => {
    log.push(name);
    return name;
  };
  const start = new Function('make', `${code}\nreturn (expression) => eval(expression);`);
  return { log, ask: start(make) };
}

/** The same chunk before and after. */
function both(...parts: readonly string[]) {
  const code = HELPER + EXPORT_ALL + parts.join('');
  const flat = flatten(code);
  if (flat === undefined) throw new Error('The chunk is left as it is.');
  return { flat, before: run(code), after: run(flat) };
}

const initialisers = (code: string) =>
  [...code.matchAll(/var (init_[\w$]+) =/g)].map(([, name]) => name);

describe('a constant', () => {
  test.each([
    ['1', 1],
    ['-1', -1],
    ['"text"', 'text'],
    ['true', true],
    ['void 0', undefined],
    ['undefined', undefined],
    ['[1, "two", [3]]', [1, 'two', [3]]],
    ['{ a: 1, "b": { c: 2 } }', { a: 1, b: { c: 2 } }],
    ['`three`', 'three'],
    ['/a+/u', /a+/u],
    ['new Set()', new Set()],
    ['new Map()', new Map()],
    ['Array.isArray', Array.isArray],
  ])('%s is there from the start, and nothing is left to initialise', (value, expected) => {
    const { flat, before, after } = both('var A;\n', lazy('a', `A = ${value};`));
    expect(before.ask('A')).toBeUndefined();
    expect(after.ask('A')).toEqual(expected);
    expect(initialisers(flat)).toEqual([]);
  });

  test.each([
    '(name) => make(name)',
    'function(name) { return make(name); }',
    'async () => make(1)',
  ])('may be the function %s, which does not run before it is called', (source) => {
    const { after } = both('var A;\n', lazy('a', `A = ${source};`));
    expect(typeof after.ask('A')).toBe('function');
    expect(after.log).toEqual([]);
  });

  test('may consist of constants before it, and of functions', () => {
    const { flat, after } = both(
      'var A, B, C, D, E;\n',
      'function helper() {\n\treturn make("helper");\n}\n',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the chunk's own.
      lazy('a', 'A = 2;', 'B = [A, -A];', 'C = { ...B, a: A, helper };', 'D = `${A}`;', 'E = C.a;'),
    );
    expect(after.ask('[A, B, C.a, C[1], D, E]')).toEqual([2, [2, -2], 2, -2, '2', 2]);
    expect(after.ask('C.helper === helper')).toBe(true);
    expect(initialisers(flat)).toEqual([]);
    expect(after.log).toEqual([]);
  });

  test('may be a symbol, which is one and the same for all', () => {
    const { after } = both('var A, B;\n', lazy('a', 'A = Symbol("a");', 'B = Symbol.for("b");'));
    expect(typeof after.ask('A')).toBe('symbol');
    expect(after.ask('B === Symbol.for("b")')).toBe(true);
  });

  test('is declared once', () => {
    const { flat } = both('var A, B;\n', lazy('a', 'A = 1;', 'B = make("b");'));
    expect(flat.match(/\bvar [^=\n]*\bA\b/g)).toHaveLength(1);
    expect(flat.match(/\bvar B;/g)).toHaveLength(1);
  });

  test('of one module serves the others', () => {
    const { flat, after } = both(
      'var A, B;\n',
      lazy('a', 'A = 1;'),
      lazy('b', 'init_a();', 'B = [A];'),
    );
    expect(after.ask('B')).toEqual([1]);
    expect(initialisers(flat)).toEqual([]);
  });

  test('that nothing reads any more is left out', () => {
    const { flat } = both(lazy('a', 'Error.prototype;'));
    expect(flat).not.toContain('Error.prototype');
    expect(initialisers(flat)).toEqual([]);
  });
});

describe('what runs', () => {
  test.each([
    'make("a")',
    '[make("a")]',
    '{ a: make("a") }',
    '{ [make("a")]: 1 }',
    '[...make("a")]',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the chunk's own.
    '`${make("a")}`',
    '!make("a")',
    'make("a").length',
    'new Set(make("a"))',
    'new Set([make("a")])',
    'make("a") || 1',
    'make("a"), 1',
    '(() => make("a"))()',
    'class { static a = make("a") }',
  ])('as in %s, runs when its module is used first, and once', (source) => {
    const { before, after } = both('var A;\n', lazy('a', `A = ${source};`));
    expect(after.log).toEqual([]);
    after.ask('init_a(), init_a(), A');
    before.ask('init_a(), init_a(), A');
    expect(after.log).toEqual(['a']);
    expect(after.log).toEqual(before.log);
  });

  test('keeps its order, whatever is a constant in between', () => {
    const { before, after } = both(
      'var A, B, C, D;\n',
      lazy(
        'a',
        'A = make("first");',
        'B = 1;',
        'make("second");',
        'C = [A, B];',
        'D = make("third");',
      ),
    );
    for (const { ask } of [before, after]) ask('init_a()');
    expect(after.log).toEqual(['first', 'second', 'third']);
    expect(after.log).toEqual(before.log);
    expect(after.ask('[A, B, C, D]')).toEqual(before.ask('[A, B, C, D]'));
  });

  test('waits for what it is made of', () => {
    const { after } = both('var A, B;\n', lazy('a', 'A = make("a");', 'B = { a: A };'));
    expect(after.ask('B')).toBeUndefined();
    expect(after.ask('init_a(), B')).toEqual({ a: 'a' });
  });

  test('waits for an object of another script, which may not be there yet', () => {
    const { after } = both('var A, B;\n', lazy('a', 'A = document;', 'B = unknown.thing;'));
    // Nothing has been looked at: there is neither here.
    expect(after.ask('A')).toBeUndefined();
  });

  test('of several modules runs in the order of their use', () => {
    const parts = [
      'var A, B, C;\n',
      lazy('a', 'A = make("a");'),
      lazy('b', 'init_a();', 'B = make("b");'),
      lazy('c', 'init_a();', 'C = make("c");'),
    ];
    const { before, after } = both(...parts);
    for (const { ask } of [before, after]) ask('init_c(), init_b(), init_a()');
    expect(before.log).toEqual(['a', 'c', 'b']);
    expect(after.log).toEqual(before.log);
  });
});

describe('a module that does nothing', () => {
  test('is gone, with all calls of it', () => {
    const { flat, after } = both(
      'var A;\n',
      lazy('empty'),
      lazy('caller', 'init_empty();'),
      lazy('a', 'init_empty();', 'init_caller();', 'A = make("a");'),
      'function use() {\n\tinit_empty();\n\treturn init_caller(), init_a(), A;\n}\n',
    );
    expect(initialisers(flat)).toEqual(['init_a']);
    expect(flat).not.toMatch(/init_(empty|caller)/);
    expect(after.ask('use()')).toBe('a');
    expect(after.log).toEqual(['a']);
  });

  test('is gone although its kind calls each other in a circle', () => {
    const { flat } = both(
      lazy('a', 'init_b();'),
      lazy('b', 'init_c();'),
      lazy('c', 'init_a();'),
      lazy('self', 'init_self();'),
    );
    expect(initialisers(flat)).toEqual([]);
    expect(flat).not.toContain('init_');
  });

  test('is gone when constants were all that it had', () => {
    const { flat, after } = both(
      'var A, B;\n',
      lazy('a', 'A = 1;'),
      lazy('b', 'init_a();', 'B = 2;'),
      'function use() {\n\tinit_b();\n\treturn A + B;\n}\n',
    );
    expect(flat).not.toContain('init_');
    expect(after.ask('use()')).toBe(3);
  });

  test('is not one that calls a module that does something', () => {
    const { after } = both(
      'var A;\n',
      lazy('a', 'A = make("a");'),
      lazy('b', 'init_a();'),
      'function use() {\n\tinit_b();\n\treturn A;\n}\n',
    );
    expect(after.ask('use()')).toBe('a');
  });
});

describe('modules that are always used together', () => {
  test('are one: a module that only calls another is that other', () => {
    const { flat, after } = both(
      'var A;\n',
      lazy('a', 'A = make("a");'),
      lazy('b', 'init_a();'),
      'function use() {\n\tinit_b();\n\treturn A;\n}\nfunction other() {\n\tinit_a();\n\treturn A;\n}\n',
    );
    expect(initialisers(flat)).toHaveLength(1);
    expect(after.ask('[use(), other()]')).toEqual(['a', 'a']);
    expect(after.log).toEqual(['a']);
  });

  test('are one: a module that only one other calls is its part, at that place', () => {
    const { flat, before, after } = both(
      'var A, B;\n',
      lazy('a', 'A = make("a");'),
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the chunk's own.
      lazy('b', 'make("before");', 'init_a();', 'B = make(`${A} b`);'),
      'function use() {\n\tinit_b();\n\treturn B;\n}\n',
    );
    expect(initialisers(flat)).toEqual(['init_b']);
    for (const { ask } of [before, after]) expect(ask('use()')).toBe('a b');
    expect(after.log).toEqual(['before', 'a', 'a b']);
    expect(after.log).toEqual(before.log);
  });

  test('are one through a chain of them', () => {
    const { flat, after } = both(
      'var A, B, C, D;\n',
      lazy('a', 'A = make("a");'),
      lazy('b', 'init_a();', 'B = make("b");'),
      lazy('c', 'init_b();', 'C = make("c");'),
      lazy('d', 'init_c();', 'D = make("d");'),
      'function use() {\n\tinit_d();\n\treturn [A, B, C, D];\n}\n',
    );
    expect(initialisers(flat)).toEqual(['init_d']);
    expect(after.ask('use()')).toEqual(['a', 'b', 'c', 'd']);
    expect(after.log).toEqual(['a', 'b', 'c', 'd']);
  });

  test('are one although the one calls the other twice', () => {
    const { flat, after } = both(
      'var A;\n',
      lazy('a', 'A = make("a");'),
      lazy('b', 'init_a();', 'make("b");', 'init_a();'),
      'function use() {\n\tinit_b();\n}\n',
    );
    expect(initialisers(flat)).toEqual(['init_b']);
    after.ask('use()');
    expect(after.log).toEqual(['a', 'b']);
  });

  test('are not, when something else uses one of them by itself', () => {
    const parts = [
      'var A, B;\n',
      lazy('a', 'A = make("a");'),
      lazy('b', 'init_a();', 'B = make("b");'),
      'function use() {\n\tinit_b();\n}\nfunction other() {\n\tinit_a();\n\treturn A;\n}\n',
    ];
    const { flat, after } = both(...parts);
    expect(initialisers(flat)).toEqual(['init_a', 'init_b']);
    expect(after.ask('other()')).toBe('a');
    expect(after.log).toEqual(['a']);
  });

  test('may have $ in their names and in what they do', () => {
    const { after } = both(
      'var A$1, B$1;\n',
      lazy('a$1', 'A$1 = make("$& $1 $$ $`");'),
      lazy('b$1', 'init_a$1();', 'B$1 = make("$\'");'),
      'function use() {\n\tinit_b$1();\n\treturn [A$1, B$1];\n}\n',
    );
    expect(after.ask('use()')).toEqual(['$& $1 $$ $`', "$'"]);
  });
});

describe('a circle of modules that do something', () => {
  test('runs each once, in the order of before', () => {
    const { before, after } = both(
      'var A, B;\n',
      lazy('a', 'init_b();', 'A = make("a");'),
      lazy('b', 'init_a();', 'B = make("b");'),
      'function use() {\n\tinit_a();\n\treturn [A, B];\n}\n',
    );
    for (const { ask } of [before, after]) expect(ask('use()')).toEqual(['a', 'b']);
    expect(before.log).toEqual(['b', 'a']);
    expect(after.log).toEqual(before.log);
  });

  test('runs each once, wherever it is entered', () => {
    for (const entry of ['a', 'b', 'c']) {
      const { before, after } = both(
        'var A, B, C;\n',
        lazy('a', 'init_b();', 'A = make("a");'),
        lazy('b', 'init_c();', 'B = make("b");'),
        lazy('c', 'init_a();', 'C = make("c");'),
        `function use() {\n\tinit_${entry}();\n\treturn [A, B, C];\n}\n`,
      );
      for (const { ask } of [before, after]) expect(ask('use()')).toEqual(['a', 'b', 'c']);
      expect(after.log).toEqual(before.log);
    }
  });

  test('with one that only calls is entered all the same', () => {
    const { before, after } = both(
      'var B;\n',
      lazy('a', 'init_b();'),
      lazy('b', 'init_a();', 'B = make("b");'),
      'function use() {\n\tinit_a();\n\treturn B;\n}\n',
    );
    for (const { ask } of [before, after]) expect(ask('use()')).toBe('b');
    expect(after.log).toEqual(['b']);
  });
});

describe('what import() gives', () => {
  const stage = [
    'var stage_exports = /* @__PURE__ */ __exportAll({\n\tA: () => A,\n\topen: () => open\n}, 1);\n',
    'function open() {\n\treturn make("open");\n}\n',
    'var A;\n',
    lazy('stage', 'A = make("a");'),
    'async function start() {\n\tconst { A, open } = await Promise.resolve().then(() => (init_stage(), stage_exports));\n\treturn [A, open()];\n}\n',
  ];

  test('has what the module exports, by its names, once it has run', async () => {
    const { before, after } = both(...stage);
    expect(after.log).toEqual([]);
    expect(await after.ask('start()')).toEqual(['a', 'open']);
    expect(await before.ask('start()')).toEqual(['a', 'open']);
    expect(after.log).toEqual(before.log);
    expect(await after.ask('start()')).toEqual(['a', 'open']);
    expect(after.log).toEqual(['a', 'open', 'open']);
  });

  test('is there without anything to run, when the module had constants only', async () => {
    const { flat, after } = both(
      ...stage.map((part) => part.replace('A = make("a");', 'A = "constant";')),
    );
    expect(await after.ask('start()')).toEqual(['constant', 'open']);
    expect(flat).not.toContain('init_stage');
  });

  test('is no namespace with getters any more', () => {
    const { flat } = both(...stage);
    expect(flat).not.toContain('__exportAll({');
  });
});

test('a chunk within a function, which is indented, is the same', () => {
  const inside = [
    'var A, B;\n',
    lazy('a', 'A = 1;'),
    lazy('b', 'init_a();', 'B = make("b");'),
    'function use() {\n\tinit_b();\n\treturn [A, B];\n}\n',
  ];
  const indented = `${HELPER}${inside.join('')}`.replaceAll(/^(?=.)/gm, '\t');
  const flat = flatten(`var use = (function() {\n${indented}\treturn use;\n})();\n`);
  const { log, ask } = run(flat ?? '');
  expect(flat).not.toContain('init_a');
  expect(ask('use()')).toEqual([1, 'b']);
  expect(log).toEqual(['b']);
});

test.each(['', 'var A = 1;\n', 'export const subscribe = () => {};\n'])(
  'a chunk without lazy modules, %j, stays as it is',
  (code) => {
    expect(flatten(code)).toBeUndefined();
  },
);
