/** Texts that would do something if they became HTML, an address, a pattern or a placeholder. */
export const HOSTILE_STRINGS: readonly string[] = [
  '<script>window.hacked = 1</script>',
  '</script><script>window.hacked = 2</script>',
  '<img src="data:," onerror="window.hacked = 3">',
  '<svg onload="window.hacked = 4"><a href="javascript:window.hacked = 5">x</a></svg>',
  'javascript:window.hacked = 6',
  "\"><b onmouseover='window.hacked = 7'>{{window.hacked = 8}} #{window.hacked = 9}",
  '&lt;b&gt;&amp;&quot;&#39;&nbsp;',
  '{product_name} {variant} {field} {attributes} {constructor} {__proto__}',
  "$& $1 $$ $` $' \\u003cb\\u003e %3Cb%3E",
  'Shoe \u202e0001 EUR\u202c \u200b\u2066end',
  '[object Object] undefined null __proto__ constructor',
  `Long ${'x'.repeat(10_000)}`,
];
