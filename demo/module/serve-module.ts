import { serveFolder } from '../serve-folder.ts';

/** Where a shop has the module's files after their deployment. */
export const MODULE_FILES = '/static/frontend/Magento/luma/en_US/BackInStock_Klaviyo';

/** Answers with the files that are committed in the module, not with what is built. */
export const serveModule = serveFolder(
  new URL('../../magento/view/frontend/web/', import.meta.url),
  MODULE_FILES,
);
