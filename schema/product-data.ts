import { z } from 'zod';

/**
 * The format of `<script type="application/json" data-back-in-stock-product>`, of the setting `product` and
 * of what an adapter reads, for those who produce it: `product-data.schema.json` is made from this. The
 * storefront reads it without zod (`src/product/product-data.ts`), because it has to on every page view; a
 * test holds both to each other.
 */

const text = z.union([z.string(), z.number()]);
const id = z.union([z.string().min(1), z.number()]);

const attribute = z.object({
  id: id.meta({ description: 'Magento’s attribute id, for example "138".' }),
  code: id.meta({ description: 'The attribute code, for example "size".' }),
  label: id.meta({ description: 'The label in the store view’s language.' }),
});

const option = z.object({
  id: id.meta({ description: 'Magento’s option id, for example "8".' }),
  label: id.meta({ description: 'The label in the store view’s language.' }),
});

const fields = {
  id: id.meta({ description: 'Entity id of the simple product or child.' }),
  sku: text.nullish(),
  name: text.nullish().meta({ description: 'Tells the members of a grouped product apart.' }),
  image: z.string().nullish().meta({
    description: 'Address of an image of this variant. Without it, the product’s is shown.',
  }),
};

const options = <Option extends z.ZodType>(kind: Option, more = '') =>
  z
    .union([z.record(z.string(), kind), z.array(z.never())])
    .nullish()
    .meta({
      description: `The variant’s option for each attribute, by attribute id.${more} PHP prints an empty one as a list.`,
    });

const soldOut = z.object({
  ...fields,
  options: options(option),
  salable: z.literal(false).meta({ description: 'It cannot be bought now.' }),
});

const inStock = z.object({
  ...fields,
  options: options(z.union([id, option]), ' Its id is enough: no shopper reads its label.'),
  salable: z.literal(true).meta({ description: 'It can be bought now.' }),
});

const variant = z.union([soldOut, inStock]);

export const productData = z
  .object({
    id: id.meta({ description: 'Entity id; for a configurable or grouped product its own.' }),
    sku: text.nullish(),
    name: z.string().min(1).meta({ description: 'As the page shows it.' }),
    type: z
      .string()
      .min(1)
      .meta({ description: 'Magento’s product type, for example "configurable".' }),
    image: z
      .string()
      .nullish()
      .meta({ description: 'Address of a small image, https: or on the shop’s own origin.' }),
    storeId: text.nullish().meta({ description: 'Numeric id of the store view.' }),
    storeCode: text.nullish().meta({ description: 'Code of the store view, for GraphQL.' }),
    attributes: z
      .array(attribute)
      .nullish()
      .meta({ description: 'What the variants differ by, in the order of the page.' }),
    variants: z.array(variant).meta({
      description: 'Every variant, sold out or not; one for a product that does not vary.',
    }),
  })
  .meta({
    title: 'Product data of magento-back-in-stock',
    description: 'A product of the page, with all of its variants.',
  });
