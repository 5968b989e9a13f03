import { z } from 'zod';
import { productData } from './product-data.ts';

/** The JSON Schema of product data, as it is published. */
export function printJsonSchema(): string {
  const schema = z.toJSONSchema(productData, { target: 'draft-7', io: 'input' });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
