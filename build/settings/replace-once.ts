/** Replaces a part that must be there: a file that no longer has it would stay stale without notice. */
export function replaceOnce(text: string, part: RegExp, replacement: string): string {
  if (!part.test(text)) throw new Error(`found no ${part.source} to replace`);
  return text.replace(part, () => replacement);
}
