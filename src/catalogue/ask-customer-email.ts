import { at, readText } from '../product/doubtful.ts';
import { askShop, type Shop } from './ask-shop.ts';

/** The e-mail address of the shopper who is logged in, from the shop's GraphQL; empty for a guest. Never rejects. */
export async function askCustomerEmail(shop: Shop): Promise<string> {
  try {
    const { data } = await askShop(shop, '{customer{email}}');
    return readText(at(at(data, 'customer'), 'email'));
  } catch {
    // To a guest the shop answers with an error, which is nothing to be told.
    return '';
  }
}
