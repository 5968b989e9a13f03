import { type Node, type Program, parse } from 'acorn';
import { BUNDLES, type Bundle, readBundle } from '../../build/bundles.ts';

/** Any part of a program; what it has depends on its type. */
export type Part = Node & Record<string, unknown>;

export function parseBundle(name: Bundle): Program {
  return parse(readBundle(name), { ecmaVersion: 2022, sourceType: BUNDLES[name] });
}

/** Every part of a program that is of one of these types. */
export function findParts(program: Program, ...types: string[]): Part[] {
  const found: Part[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && types.includes(String(value.type))) found.push(value as Part);
    for (const child of Object.values(value)) visit(child);
  };
  visit(program);
  return found;
}

/** The name of an identifier, or of the property that is read, such as `innerHTML` of `element.innerHTML`. */
export function nameOf(part: unknown): string {
  const { type, name, value, property } = part as Part;
  if (type === 'Identifier') return String(name);
  if (type === 'Literal') return String(value);
  return type === 'MemberExpression' ? nameOf(property) : '';
}

/** The text of a constant string, which minifiers may write in backticks; empty for anything else. */
export function textOf(part: unknown): string {
  const { type, value, quasis } = part as Part;
  if (type === 'Literal') return String(value);
  const [only, ...others] = (quasis ?? []) as { value: { cooked: string } }[];
  return only && !others.length ? only.value.cooked : '';
}
