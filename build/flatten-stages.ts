import {
  type CallExpression,
  type Expression,
  type MemberExpression,
  type ModuleDeclaration,
  type NewExpression,
  type Node,
  type Property,
  parse,
  type Statement,
} from 'acorn';
import type { Plugin } from 'vite';

/**
 * A module that a later stage uses becomes `var init_x = __esmMin(() => { … })`, which is called wherever the module is
 * used. Most of what stands in there are constants and functions, which cost nothing to have from the start and are
 * smaller as plain declarations, since the minifier can then put them where they are used. What stays lazy is what
 * runs: the making of zod's schemas.
 */
export const flattenStages: Plugin = {
  name: 'flatten-stages',
  renderChunk(code) {
    const [helper, indent = ''] = /^(\t*)var __esmMin = [\s\S]*?^\1\};\n/m.exec(code) ?? [];
    if (!helper) return undefined;
    // What is initialised here throws only where the browser is unfit, and then nothing goes on anyway.
    const once = `${indent}var __esmMin = (initialise) => () => initialise && initialise(initialise = 0);\n`;
    const plain = nameExports(code.replace(helper, once));
    let flat = dropIdle(hoistConstants(plain, indent), indent);
    for (let before = ''; before !== flat; ) {
      before = flat;
      flat = mergeInitialisers(flat, indent);
    }
    return flat;
  },
};

/** The declarations of initialisers; groups: name and body. */
const initialisersAt = (indent: string) =>
  new RegExp(
    `^${indent}var (init_[\\w$]+) = __esmMin\\(\\(\\(\\) => \\{(?:\\n([\\s\\S]*?)^${indent})?\\}\\)\\);\\n`,
    'gm',
  );

/** Makes declarations of what an initialiser gives a constant value. */
function hoistConstants(code: string, indent: string): string {
  const functions = code.matchAll(new RegExp(`^${indent}(?:async )?function ([\\w$]+)\\(`, 'gm'));
  const known = new Set(['Array', 'undefined', ...[...functions].map(([, name]) => `${name}`)]);
  const hoisted: string[] = [];
  const rewritten = code.replace(initialisersAt(indent), (_, init: string, body = '') => {
    const { body: all } = parse(body, { ecmaVersion: 'latest' });
    const statements = all
      .filter((statement) => !isRead(statement))
      .map((statement) => {
        const text = body.slice(statement.start, statement.end);
        const name = constantOf(statement, known);
        if (!name) return { text, name: '' };
        known.add(name);
        hoisted.push(name);
        return { text: `var ${text}`, name };
      });
    const print = (isHoisted: boolean) =>
      statements
        .filter(({ name }) => Boolean(name) === isHoisted)
        .map(({ text }) => `${indent}${isHoisted ? '' : '\t'}${text}\n`);
    return `${print(true).join('')}${indent}var ${init} = __esmMin((() => {\n${print(false).join('')}${indent}}));\n`;
  });
  // They were declared without a value, before the initialiser.
  return rewritten.replace(
    new RegExp(`^${indent}var ([\\w$]+(?:, [\\w$]+)*);\\n`, 'gm'),
    (_, names: string) => {
      const others = names.split(', ').filter((name) => !hoisted.includes(name));
      return others.length ? `${indent}var ${others.join(', ')};\n` : '';
    },
  );
}

/** What is left of a declaration that nothing uses, `Error.prototype;` for example. */
function isRead(statement: Node): boolean {
  return 'expression' in statement && (statement.expression as Node).type === 'MemberExpression';
}

/** The name that a statement gives a constant; undefined when it does anything else. */
function constantOf(
  statement: Statement | ModuleDeclaration,
  known: ReadonlySet<string>,
): string | undefined {
  if (statement.type !== 'ExpressionStatement') return undefined;
  const { expression } = statement;
  if (expression.type !== 'AssignmentExpression' || expression.left.type !== 'Identifier')
    return undefined;
  return isConstant(expression.right, known) ? expression.left.name : undefined;
}

/** Whether evaluating it runs nothing and needs nothing that is not there from the start. */
function isConstant(node: Expression | Property['value'], known: ReadonlySet<string>): boolean {
  switch (node.type) {
    case 'Literal':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return true;
    case 'Identifier':
      return known.has(node.name);
    case 'CallExpression':
    case 'NewExpression':
      return isCheap(node);
    case 'UnaryExpression':
      return isConstant(node.argument, known);
    case 'TemplateLiteral':
      return node.expressions.every((part) => isConstant(part, known));
    case 'MemberExpression':
      return !node.computed && node.object.type !== 'Super' && isConstant(node.object, known);
    case 'ArrayExpression':
      return node.elements.every(
        (element) =>
          element?.type !== 'SpreadElement' && element !== null && isConstant(element, known),
      );
    case 'ObjectExpression':
      return node.properties.every((property) =>
        property.type === 'SpreadElement'
          ? isConstant(property.argument, known)
          : !property.computed && isConstant(property.value, known),
      );
    default:
      return false;
  }
}

/** What makes something new out of nothing. */
function isCheap({ callee, arguments: values }: CallExpression | NewExpression): boolean {
  const { object = callee, property } = callee as Partial<MemberExpression>;
  const [name, method] = [object, property].map((node) => node && 'name' in node && node.name);
  return (
    (name === 'Symbol' && (!method || method === 'for')) ||
    (['Set', 'Map'].includes(String(name)) && !method && values.length === 0)
  );
}

/** Drops initialisers that do nothing but call each other. */
function dropIdle(code: string, indent: string): string {
  const bodies = new Map(
    [...code.matchAll(initialisersAt(indent))].map(([, name = '', body = '']) => [name, body]),
  );
  const idle = new Set(bodies.keys());
  for (let before = 0; before !== idle.size; ) {
    before = idle.size;
    for (const name of idle) {
      const statements = bodies.get(name)?.split('\n').filter(Boolean) ?? [];
      const isIdle = statements.every((line) => idle.has(line.trim().replace('();', '')));
      if (!isIdle) idle.delete(name);
    }
  }
  return code
    .replaceAll(initialisersAt(indent), (declaration, name: string) =>
      idle.has(name) ? '' : declaration,
    )
    .replaceAll(/^\t*(init_[\w$]+)\(\);\n/gm, (call, name: string) => (idle.has(name) ? '' : call))
    .replaceAll(/(init_[\w$]+)\(\), /g, (call, name: string) => (idle.has(name) ? '' : call));
}

/** Merges initialisers: one that only calls another is the other, and one that only another one calls is its part. */
function mergeInitialisers(code: string, indent: string): string {
  const initialisers = [...code.matchAll(initialisersAt(indent))];
  for (const [declaration, name = '', body = ''] of initialisers) {
    const [, other] = /^\s*(init_[\w$]+)\(\);\s*$/.exec(body) ?? [];
    if (other) return code.replace(declaration, '').replaceAll(`${name}()`, `${other}()`);
    const call = `${indent}\t${name}();\n`;
    const [caller, ...others] = initialisers.filter(([, , other]) => other?.includes(call));
    const countIn = (text: string) => text.split(`${name}()`).length - 1;
    if (!caller || others.length || countIn(code) !== countIn(caller[0])) continue;
    const merged = caller[0].replace(call, () => body).replaceAll(call, '');
    return code.replace(declaration, '').replace(caller[0], () => merged);
  }
  return code;
}

/**
 * What `import()` gives is awaited and taken apart at once, so a new object does for the promise of a module's namespace
 * with its getters. A function makes it, because where it is taken apart the same names mean the parts.
 */
function nameExports(code: string): string {
  return code
    .replaceAll(
      /(var [\w$]+_exports = )\/\* @__PURE__ \*\/ __exportAll\((\{[\s\S]*?\}), 1\);/g,
      (_, beginning: string, getters: string) =>
        `${beginning}() => (${getters.replaceAll(/: \(\) => /g, ': ')});`,
    )
    .replaceAll(
      /Promise\.resolve\(\)\.then\(\(\) => (\(init_[\w$]+\(\), [\w$]+_exports)\)\)/g,
      '$1())',
    );
}
