import { oneOf } from '../pages/one-of.ts';
import { CUSTOMERS } from '../pages/page-request.ts';
import { GRAPHQL_MODES, type ShopState } from './shop-state.ts';

function readParameters(referer = ''): URLSearchParams {
  return URL.canParse(referer) ? new URL(referer).searchParams : new URLSearchParams();
}

/** Reads what the address of the asking page says about the shop behind it. */
export function readShopState(referer: string | undefined): ShopState {
  const parameters = readParameters(referer);
  const restocked = parameters.get('restocked') ?? '';
  const ids = restocked.split(',').map((id) => id.trim());
  return {
    stock: oneOf(['shown', 'hidden'], parameters.get('stock')),
    mode: oneOf(GRAPHQL_MODES, parameters.get('graphql')),
    isRestocked: (id) => restocked === 'all' || ids.includes(id),
    customer: oneOf(CUSTOMERS, parameters.get('customer')),
  };
}
