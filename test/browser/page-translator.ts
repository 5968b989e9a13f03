import type { Page } from '@playwright/test';

/** What page translators do with the text of a page. */
export type Translating =
  /** Elements of their own in the place of the text nodes, as Google Translate and TWP do. */
  | 'replace'
  /** Another text in the same node. */
  | 'rewrite'
  /** The translation beside the text, as bilingual ones do. */
  | 'accompany';

/** Translates what is in the open form now: each text is in brackets then. */
export function translateForm(page: Page, how: Translating): Promise<void> {
  return page.evaluate((way) => {
    const root = document.querySelector('back-in-stock-modal')?.shadowRoot;
    if (!root) throw new Error('There is no form.');
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    const isForeign = (text: Text) =>
      !text.data.trim() || text.data.startsWith('[') || text.parentElement?.closest('font');
    const translate = (text: Text) => {
      const translation = `[${text.data}]`;
      const font = document.createElement('font');
      // Google Translate puts one into another, with this style.
      const inner = document.createElement('font');
      for (const { style } of [font, inner]) style.setProperty('vertical-align', 'inherit');
      inner.textContent = translation;
      font.append(inner);
      if (way === 'replace') text.replaceWith(font);
      else if (way === 'accompany') text.parentElement?.append(font);
      else text.data = translation;
    };
    for (const text of texts) if (!isForeign(text)) translate(text);
  }, how);
}

/** Translates the open form, and from then on whatever is written into it, as Google Translate does. */
export async function keepTranslating(page: Page): Promise<void> {
  await page.evaluate(() => {
    const root = document.querySelector('back-in-stock-modal')?.shadowRoot;
    if (!root) throw new Error('There is no form.');
    const translate = () => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        if (!text.data.trim() || text.parentElement?.closest('font')) continue;
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.textContent = `[${text.data}]`;
        outer.append(inner);
        text.replaceWith(outer);
      }
    };
    translate();
    const all = { childList: true, characterData: true, subtree: true };
    new MutationObserver(translate).observe(root, all);
  });
}

/** Translates the page, and from then on whatever is added to it; attributes too. */
export async function translatePage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counter = { translations: 0 };
    Object.assign(window, { counter });
    const listTexts = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts = root instanceof Text ? [root] : [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      return texts.filter(
        (text) => text.data.trim() && !text.parentElement?.closest('font, script, style'),
      );
    };
    const translate = (root: Node) => {
      for (const text of listTexts(root)) {
        const font = document.createElement('font');
        font.textContent = `[${text.data}]`;
        text.replaceWith(font);
        counter.translations += 1;
      }
      for (const named of document.querySelectorAll('[aria-label]:not([aria-label^="["])')) {
        named.setAttribute('aria-label', `[${named.getAttribute('aria-label')}]`);
        counter.translations += 1;
      }
    };
    translate(document.body);
    new MutationObserver((changes) => {
      const changed = changes.flatMap(({ addedNodes, target }) => [...addedNodes, target]);
      for (const node of changed) if (node.isConnected) translate(node);
    }).observe(document.body, {
      childList: true,
      subtree: true,
      attributeFilter: ['aria-label'],
    });
  });
}

/** How much has been translated since `translatePage`, as soon as no more comes in two rounds of the widget's. */
export async function countTranslations(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { counter } = window as unknown as { counter: { translations: number } };
    let rounds = 0;
    let before = -1;
    while (before !== counter.translations) {
      if (rounds++ > 50) throw new Error('They go on without end.');
      before = counter.translations;
      for (let turn = 0; turn < 10; turn += 1) {
        document.body.append(document.createComment('change'));
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
    return counter.translations;
  });
}
