import { readFileSync } from 'node:fs';
import {
  type Context,
  type Emitter,
  Liquid,
  type Parser,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from 'liquidjs';
import type { VariantDescription } from './inventory.ts';

/*
 * The message of the flow, made by the very template that a merchant can take over to Klaviyo's editor: its language is that
 * of Klaviyo's templates, as far as they share it with Liquid.
 */

/** The HTML of the e-mail. */
export const MESSAGE_TEMPLATE = readFileSync(new URL('message.html', import.meta.url), 'utf8');

export const SUBJECT_TEMPLATE = '{{ event.ProductName }} is back in stock';

export interface TemplateVariable {
  /** As it stands in the template. */
  readonly name: string;
  readonly shows: string;
  /** Where Klaviyo documents it. Where it does not, the preview panel of the flow's message tells the true name. */
  readonly documentedAs: 'catalog lookup tag' | 'personalization' | 'preview panel';
}

/** Every variable and tag of the template, to be named beside it. */
export const TEMPLATE_VARIABLES: readonly TemplateVariable[] = [
  { name: 'event.ProductName', shows: 'name of the product', documentedAs: 'preview panel' },
  { name: 'event.VariantName', shows: 'chosen options', documentedAs: 'preview panel' },
  { name: 'event.ProductID', shows: 'id in the catalogue', documentedAs: 'preview panel' },
  {
    name: '{% catalog event.ProductID %}',
    shows: 'what the catalogue says of the product now, as catalog_item',
    documentedAs: 'catalog lookup tag',
  },
  {
    name: 'catalog_item.url',
    shows: 'address of the product page',
    documentedAs: 'catalog lookup tag',
  },
  {
    name: 'catalog_item.featured_image.full.src',
    shows: 'address of the picture',
    documentedAs: 'catalog lookup tag',
  },
  { name: 'email', shows: 'address of the shopper', documentedAs: 'personalization' },
  { name: 'organization.name', shows: 'name of the shop', documentedAs: 'personalization' },
  {
    name: "{% unsubscribe 'Unsubscribe' %}",
    shows: 'link to unsubscribe, which each e-mail must have',
    documentedAs: 'personalization',
  },
];

export interface Message {
  readonly to: string;
  readonly subject: string;
  /** A whole document. Its styles are inline, as e-mail needs them, so it is served as a page of its own. */
  readonly html: string;
}

/** `{% catalog id %} … {% endcatalog %}`, for the one item that a message is about. */
class CatalogTag extends Tag {
  readonly #templates: Template[] = [];

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, remaining, liquid);
    const stream = parser.parseStream(remaining);
    stream
      .on('template', (template: Template) => this.#templates.push(template))
      .on('tag:endcatalog', () => stream.stop())
      .on('end', () => {
        throw new Error('The tag "catalog" is not closed.');
      });
    stream.start();
  }

  *render(context: Context, emitter: Emitter): Generator<unknown, void> {
    yield this.liquid.renderer.renderTemplates(this.#templates, context, emitter);
  }
}

/** `{% unsubscribe 'text' %}`. The link leads nowhere: nobody can unsubscribe from a preview. */
class UnsubscribeTag extends Tag {
  readonly #text: string;

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid);
    this.#text = token.args.replace(/^'|'$/g, '');
  }

  render(_: Context, emitter: Emitter): void {
    emitter.write(`<a href="#">${this.#text}</a>`);
  }
}

/** An empty text is false in Klaviyo's language, and true in Liquid otherwise. */
function createEngine(): Liquid {
  const engine = new Liquid({ outputEscape: 'escape', strictVariables: true, jsTruthy: true });
  engine.registerTag('catalog', CatalogTag);
  engine.registerTag('unsubscribe', UnsubscribeTag);
  return engine;
}

const ENGINE = createEngine();
const HTML = ENGINE.parse(MESSAGE_TEMPLATE);
/** A subject is no HTML. */
const SUBJECT = new Liquid({ strictVariables: true }).parse(SUBJECT_TEMPLATE);

/** The e-mail as the shopper gets it. The addresses of the description must be whole ones. */
export function renderMessage(to: string, variant: VariantDescription, shop: string): Message {
  const { productId, productName, options, url, imageUrl } = variant;
  const values = {
    event: { ProductID: productId, ProductName: productName, VariantName: options },
    catalog_item: { url, featured_image: { full: { src: imageUrl } } },
    email: to,
    organization: { name: shop },
  };
  return {
    to,
    subject: ENGINE.renderSync(SUBJECT, values),
    html: ENGINE.renderSync(HTML, values),
  };
}
