import { cleanup, render } from '@testing-library/preact';
import fc from 'fast-check';
import { h } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import { withLinks } from '../../src/ui/written-text.tsx';

afterEach(cleanup);

/** The text as it is shown, with this done to each part of it. */
function show(text: string, write = (part: string) => part) {
  const { container } = render(h('p', null, withLinks(text, write)));
  const links = [...container.querySelectorAll('a')];
  return {
    text: container.textContent,
    links: links.map((link) => [
      link.textContent,
      link.getAttribute('href')?.replace(location.origin, ''),
    ]),
    elements: links,
    container,
  };
}

describe('a link', () => {
  test.each([
    ['[privacy policy](/privacy)', 'privacy policy', '/privacy'],
    [
      '[terms](https://shop.example/terms?a=1&b=2#c)',
      'terms',
      'https://shop.example/terms?a=1&b=2#c',
    ],
    ['[home](/de/)', 'home', '/de/'],
  ])('is made of %s', (text, label, address) => {
    const shown = show(text);
    expect(shown.text).toBe(label);
    expect(shown.links).toEqual([[label, address]]);
  });

  test('is in its sentence, and may have others beside it', () => {
    const shown = show('See [our terms](/terms) and [privacy policy](/privacy), please.');
    expect(shown.text).toBe('See our terms and privacy policy, please.');
    expect(shown.links).toEqual([
      ['our terms', '/terms'],
      ['privacy policy', '/privacy'],
    ]);
  });

  test('leaves the form as it is: it opens beside it, and cannot reach back', () => {
    const [link] = show('[terms](/terms)').elements;
    expect(link?.getAttribute('target')).toBe('_blank');
    expect(link?.getAttribute('rel')).toContain('noopener');
  });

  test('has its label filled in', () => {
    const shown = show('[about {product_name}](/about)', (part) =>
      part.replace('{product_name}', 'Tee'),
    );
    expect(shown.links).toEqual([['about Tee', '/about']]);
  });
});

describe('any other address stays the text that it is', () => {
  test.each([
    '[x](javascript:alert(1))',
    '[x](JavaScript:alert(1))',
    '[x](javascript://shop.example/%0aalert(1))',
    '[x]( javascript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:msgbox(1))',
    '[x](blob:https://shop.example/1)',
    '[x](file:///etc/passwd)',
    '[x](mailto:sam@example.com)',
    '[x](ftp://shop.example/)',
    '[x](privacy)',
    '[x](shop.example/privacy)',
    '[x](#top)',
    '[x](http://shop.example/)',
    '[x](https:/shop.example)',
    '[x](https:shop.example)',
    '[x](xhttps://shop.example/)',
    '[x](//evil.example/)',
    '[x](///evil.example/)',
    '[x](/\\evil.example/)',
    '[x]()',
    '[](/privacy)',
    '[x] (/privacy)',
    '[x](/privacy',
    'x](/privacy)',
    '[x](/pri vacy)',
    '(/privacy)',
    '[x]',
  ])('%s', (text) => {
    const shown = show(text);
    expect(shown.text).toBe(text);
    expect(shown.links).toEqual([]);
  });
});

test('a text without links is itself', () => {
  expect(show('').text).toBe('');
  expect(show('Free shipping [within Europe] (mostly)').text).toBe(
    'Free shipping [within Europe] (mostly)',
  );
});

test.each(['[Tee](/evil)', '[x](https://evil.example/)', '](/evil)', '['])(
  'a product called %s makes no link, and no other link than was meant',
  (name) => {
    const write = (part: string) => part.replaceAll('{product_name}', name);
    const shown = show('Buy {product_name} [now]({product_name}) or [later](/later)', write);
    expect(shown.text).toBe(`Buy ${name} [now](${name}) or later`);
    expect(shown.links).toEqual([['later', '/later']]);
  },
);

test('whatever the text, nothing but such links comes of it, and no text is lost', () => {
  const piece = fc.constantFrom(
    '[',
    ']',
    '(',
    ')',
    '/',
    'a',
    ' ',
    '\n',
    'https://',
    'http://',
    'javascript:',
    'data:',
    '<b>',
    '&amp;',
    '"',
    '{product_name}',
    '[a](/b)',
    '[a](https://b.example)',
    '\\',
    '%0a',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const { container, elements, links, text: shown } = show(text);
      expect([...container.querySelectorAll('*')].map(({ tagName }) => tagName)).toEqual([
        'P',
        ...elements.map(() => 'A'),
      ]);
      for (const [, address] of links) expect(address).toMatch(/^(https:\/\/|\/(?![/\\]))/);
      const gone = links.map(([, address]) => `](${address})`).join('');
      expect(text.length).toBe((shown?.length ?? 0) + gone.length + elements.length);
      cleanup();
    }),
    { numRuns: 2000 },
  );
});
