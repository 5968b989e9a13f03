import { describe, expect, test } from 'vitest';
import {
  MESSAGE_TEMPLATE,
  renderMessage,
  SUBJECT_TEMPLATE,
  TEMPLATE_VARIABLES,
} from '../../../demo/loop/message.ts';

const shoe = {
  id: '2005',
  sku: 'TR2-RED-42',
  productId: '2013',
  productName: 'Trail Runner 2',
  options: 'Red / 42',
  url: 'https://shop.example/shop/trail-runner?colour=red&size=42',
  imageUrl: 'https://shop.example/media/shoe-red.svg',
  price: '€ 96.00',
};

describe('the message', () => {
  const { to, subject, html } = renderMessage('sam@example.com', shoe, 'Demo shop');

  test('has product, chosen options, picture and link', () => {
    expect(to).toBe('sam@example.com');
    expect(subject).toBe('Trail Runner 2 is back in stock');
    expect(html).toContain(
      '<h1 style="margin: 0; font-size: 26px; line-height: 1.25;">Trail Runner 2 is',
    );
    expect(html).toContain('>Red / 42</p>');
    expect(html).toContain(
      '<img src="https://shop.example/media/shoe-red.svg" alt="Trail Runner 2"',
    );
    const link = 'href="https://shop.example/shop/trail-runner?colour=red&amp;size=42"';
    expect(html.split(link)).toHaveLength(3);
    expect(html).toContain('went to sam@example.com');
    expect(html).not.toMatch(/\{[{%]/);
  });

  test('leaves out the options of a product that has none', () => {
    const mug = renderMessage('sam@example.com', { ...shoe, options: '' }, 'Demo shop');
    expect(mug.html).not.toContain('<p style="margin: 0 0 8px; color');
  });

  test('takes no name and no address for HTML', () => {
    const productName = '<img src=x onerror=alert(1)> & "Co"';
    const hostile = { ...shoe, productName, options: '</p><script>', url: '"><b>' };
    const message = renderMessage('<i>@example.com', hostile, '<u>Shop');
    expect(message.subject).toBe(`${productName} is back in stock`);
    expect(message.html).not.toMatch(/<img src=x|<script|<b>|<i>|<u>/);
    expect(message.html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &#34;Co&#34;');
  });
});

test('every variable and tag of the template is named, and none that is not there', () => {
  const template = `${SUBJECT_TEMPLATE}${MESSAGE_TEMPLATE}`;
  const found = [...template.matchAll(/\{\{ ([\w.]+) \}\}|(\{% (?:catalog|unsubscribe) [^%]+%\})/g)]
    .map(([, variable, tag]) => variable ?? tag)
    .concat('event.ProductID');
  const named = TEMPLATE_VARIABLES.map(({ name }) => name);
  expect(new Set(named)).toEqual(new Set(found));
  expect(template.match(/\{\{/g)).toHaveLength(template.match(/\{\{ [\w.]+ \}\}/g)?.length ?? 0);
});
