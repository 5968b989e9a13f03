import { raw } from 'hono/html';

/** JSON for a script element: there `<` must not appear, or `</script>` in a text would end it. */
export function printJson(value: unknown) {
  return raw(JSON.stringify(value).replaceAll('<', '\\u003c'));
}
