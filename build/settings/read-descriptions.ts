import { readFileSync } from 'node:fs';
import { type ESTree, parseSync } from 'vite';

/** What the comment of a setting says. */
export interface Description {
  readonly name: string;
  /** Name of the type, if it has one: the interface that describes a group of settings. */
  readonly type: string;
  /** What the setting does. */
  readonly text: string;
  /** The default in words, as after `Default:`; empty where the comment has none. */
  readonly standard: string;
  /** Links to the documents, by the tag `@see`. */
  readonly links: string;
  /** The field of the admin, or why there is none, by the tag `@admin`. */
  readonly admin: string;
}

/** Reads the comments on the members of each interface of a file, by the name of the interface. */
export function readDescriptions(file: URL): ReadonlyMap<string, readonly Description[]> {
  const source = readFileSync(file, 'utf8');
  const { program, comments } = parseSync(file.pathname, source);

  /** The comment that ends where the member begins. */
  const findComment = ({ start }: ESTree.Span): string =>
    comments.find(({ end }) => end <= start && !source.slice(end, start).trim())?.value ?? '';

  const describe = (member: ESTree.TSPropertySignature): Description => {
    const type = member.typeAnnotation?.typeAnnotation;
    return {
      name: source.slice(member.key.start, member.key.end),
      type: type?.type === 'TSTypeReference' ? source.slice(type.start, type.end) : '',
      ...readComment(findComment(member)),
    };
  };

  return new Map(
    program.body.flatMap((statement) => {
      const declaration = 'declaration' in statement ? statement.declaration : undefined;
      if (declaration?.type !== 'TSInterfaceDeclaration') return [];
      const members = declaration.body.body.filter(({ type }) => type === 'TSPropertySignature');
      return [[declaration.id.name, (members as ESTree.TSPropertySignature[]).map(describe)]];
    }),
  );
}

/** Takes a comment apart: sentences, the default at their end, and then the tags. */
function readComment(comment: string): Omit<Description, 'name' | 'type'> {
  const lines = comment.replaceAll(/^[ *]+/gm, '').trim();
  const [words = '', ...tags] = lines.split(/\s*^@/m);
  const [text = '', standard = ''] = words.replaceAll('\n', ' ').split(/\s*Default: /);
  const readTag = (name: string): string => {
    const tag = tags.find((candidate) => candidate.startsWith(`${name} `)) ?? '';
    return tag.slice(name.length + 1).replaceAll('\n', ' ');
  };
  return { text, standard, links: readTag('see'), admin: readTag('admin') };
}
